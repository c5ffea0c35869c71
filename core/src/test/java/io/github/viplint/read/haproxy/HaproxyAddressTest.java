package io.github.viplint.read.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.model.AddressText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HaproxyAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1:443            | 10.0.0.1  | 443   | 443",
        ":8001                   | 0.0.0.0   | 8001  | 8001",
        "*:8001                  | 0.0.0.0   | 8001  | 8001",
        "[::]:8001               | ::        | 8001  | 8001",
        ":::8001                 | ::        | 8001  | 8001",
        "::1:80                  | ::1       | 80    | 80",
        "[fd00::1]               | fd00::1   | 0     | 0",
        "ipv4@127.0.0.1:8001     | 127.0.0.1 | 8001  | 8001",
        "ipv4@:8001              | 0.0.0.0   | 8001  | 8001",
        "ipv6@:8001              | ::        | 8001  | 8001",
        "ipv6@::1:8001           | ::1       | 8001  | 8001",
        "ipv6@[::1]:8001         | ::1       | 8001  | 8001",
        "stream+127.0.0.1:20280  | 127.0.0.1 | 20280 | 20280",
        "mptcp@[::]:5000         | ::        | 5000  | 5000",
        "127.0.0.1:8000-8010     | 127.0.0.1 | 8000  | 8010",
        "127.0.0.1:00080         | 127.0.0.1 | 80    | 80",
        "10.0.0.1                | 10.0.0.1  | 0     | 0",
        "127.0.0.1:+10           | 127.0.0.1 | 0     | 0",
        "127.0.0.1:-10           | 127.0.0.1 | 0     | 0",
        "127.0.0.1:http          | 127.0.0.1 | 0     | 0",
        "127.0.0.1:70000         | 127.0.0.1 | 0     | 0",
        "0.0.0.0:$PORT           | 0.0.0.0   | 0     | 0",
        "192.168.1:80            | 192.168.0.1 | 80  | 80",
        "2130706433:80           | 127.0.0.1 | 80    | 80",
      })
  void addressAndPort(String text, String address, int first, int last) {
    assertThat(HaproxyAddress.of(text))
        .isEqualTo(new HaproxyAddress(AddressText.address(address), first, last));
    assertThat(AddressText.address(address)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unix@/run/x.sock     | 0",
        "/run/x.sock          | 0",
        "abns@foo             | 0",
        "fd@3                 | 0",
        "sockpair@3           | 0",
        "localhost:80         | 80",
        "$IP:443              | 443",
        "192.168.1.256:80     | 80",
        "10.0.0.1/24:80       | 80",
        "http://10.0.0.1:80   | 80",
        "[fe80::1%lo]:80      | 80",
        "8001                 | 0",
        "10.1                 | 0",
      })
  void noAddress(String text, int port) {
    assertThat(HaproxyAddress.of(text).address()).isEmpty();
    assertThat(HaproxyAddress.of(text).firstPort()).isEqualTo(port);
  }

  @Property
  void anyTextIsTaken(@ForAll String text) {
    assertThat(HaproxyAddress.of(text).firstPort()).isBetween(0, 65535);
  }
}
