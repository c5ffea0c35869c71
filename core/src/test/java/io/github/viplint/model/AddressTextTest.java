package io.github.viplint.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTextTest {

  @Test
  void plainAddressesAndPrefixes() {
    assertThat(AddressText.address("10.0.0.1")).hasToString("Optional[10.0.0.1]");
    assertThat(AddressText.address("FD00::1")).hasToString("Optional[fd00::1]");
    assertThat(AddressText.cidr("10.0.0.1/24")).hasToString("Optional[10.0.0.1/24]");
    assertThat(AddressText.cidr("0.0.0.0/0")).hasToString("Optional[0.0.0.0/0]");
    assertThat(AddressText.cidrOrAddress("10.0.0.1")).hasToString("Optional[10.0.0.1/32]");
    assertThat(AddressText.cidrOrAddress("fd00::/64")).hasToString("Optional[fd00::/64]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0",
        "10.0.0.256",
        "010.0.0.0",
        "0x0a.0.0.1",
        "167772161",
        "10.0.0.1-5",
        "10.*",
        "10.0.0.1%eth0",
        "fe80::1%eth0",
        " 10.0.0.1",
        "10.0.0.1 ",
        "*",
        "::1::",
        "haproxy",
        "10.0.0.0/24",
        "1.2.3.4.",
        "10.0.0.0/"
      })
  void nothingElseIsAnAddress(String text) {
    assertThat(AddressText.address(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/024", "10.0.0.0/255.255.255.0",
        "10.0.0.0/-1", "10.0.0.0/24/24", "fd00::/129", "10.0/16", "/24"
      })
  void nothingElseIsAPrefix(String text) {
    assertThat(AddressText.cidr(text)).isEmpty();
  }
}
