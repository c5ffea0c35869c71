package io.github.viplint.model;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

  /** IPv4 is read here and not by the library, of whose address it must be the same. */
  @Property(tries = 20_000, edgeCases = EdgeCasesMode.NONE)
  void readsOfIpv4WhatTheLibraryReads(@ForAll("quads") String text) {
    IPAddress library = new IPAddressString(text, AddressText.strict()).getAddress();

    assertThat(AddressText.address(text)).isEqualTo(Optional.ofNullable(library));
  }

  /** Dotted quads, and what looks like some; the library takes blanks off, which are none here. */
  @Provide
  Arbitrary<String> quads() {
    Arbitrary<String> octet =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 255).map(String::valueOf),
            Arbitraries.integers().between(250, 1100).map(String::valueOf),
            Arbitraries.of("", "0", "00", "01", "007", "a", "0x1", "1e2", "f", "+1"));
    return octet
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .flatMap(octets -> Arbitraries.of(String.join(".", octets), String.join(".", octets) + "."))
        .filter(text -> !text.isEmpty());
  }
}
