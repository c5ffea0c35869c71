package io.github.viplint.model.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.model.AddressText;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

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
    Address read = Address.of(text);
    assertThat(read.kind()).isEqualTo(Address.Kind.IP);
    assertThat(read.ip()).isEqualTo(AddressText.address(address)).isPresent();
    assertThat(bindable(read, read.port().first())).isEqualTo(first);
    assertThat(bindable(read, read.port().last())).isEqualTo(last);
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
    Address read = Address.of(text);
    assertThat(read.ip()).isEmpty();
    assertThat(read.kind()).isNotEqualTo(Address.Kind.IP);
    assertThat(bindable(read, read.port().first())).isEqualTo(port);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unix@/run/x.sock | UNIX       | /run/x.sock",
        "/run/x.sock      | UNIX       | /run/x.sock",
        "abns@foo         | ABSTRACT   | foo",
        "fd@3             | DESCRIPTOR | 3",
        "sockpair@3       | DESCRIPTOR | 3",
        "rhttp@be/srv     | REVERSE    | be/srv",
        "web.lab:80       | HOST_NAME  | web.lab",
        "tmp/x.sock       | HOST_NAME  | tmp/x.sock",
        "udp@127.0.0.1:53 | IP         | 127.0.0.1",
        "[::1]:53         | IP         | [::1]",
      })
  void whatAnAddressNames(String text, Address.Kind kind, String host) {
    assertThat(Address.of(text).kind()).isEqualTo(kind);
    assertThat(Address.of(text).host()).isEqualTo(host);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1              | ABSENT   | 0    | 0",
        "10.0.0.1:             | EMPTY    | 0    | 0",
        "10.0.0.1:0            | NUMBER   | 0    | 0",
        "10.0.0.1:00080        | NUMBER   | 80   | 80",
        "10.0.0.1:65536        | NUMBER   | 0    | 0",
        "10.0.0.1:99999999999  | NUMBER   | 0    | 0",
        "10.0.0.1:8010-8000    | RANGE    | 8010 | 8000",
        "10.0.0.1:+10          | RELATIVE | 10   | 10",
        "10.0.0.1:-10          | RELATIVE | -10  | -10",
        "10.0.0.1:http         | OTHER    | 0    | 0",
        "10.0.0.1:0x50         | OTHER    | 0    | 0",
        "10.0.0.1:80-          | OTHER    | 0    | 0",
      })
  void theFormsOfAPort(String text, Port.Kind kind, int first, int last) {
    Port port = Address.of(text).port();
    assertThat(port.kind()).isEqualTo(kind);
    assertThat(port.first()).isEqualTo(first);
    assertThat(port.last()).isEqualTo(last);
  }

  @Property
  void fourNumbersAreReadAsTheLibraryDoes(
      @ForAll("octets") String a,
      @ForAll("octets") String b,
      @ForAll("octets") String c,
      @ForAll("octets") String d) {
    String text = String.join(".", a, b, c, d);
    long value = DottedQuad.value(text);
    assertThat(AddressText.address(text).map(ip -> ip.toIPv4().longValue()))
        .isEqualTo(value < 0 ? Optional.empty() : Optional.of(value));
  }

  @Provide
  Arbitrary<String> octets() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 300).map(String::valueOf),
        Arbitraries.strings().withChars("01259x").ofMaxLength(3));
  }

  @Property
  void anyTextIsTaken(@ForAll String text) {
    assertThat(Address.of(text).port().text()).matches(port -> text.endsWith(port));
  }

  private static int bindable(Address address, int port) {
    return address.port().isBindable() ? port : 0;
  }
}
