package io.github.viplint.redact.anonym;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddressString;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnonymizerTest {
  private static String with(String key, String text) {
    return Anonymizer.of(Optional.of(key), List.of(text), List.of()).apply(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "0.0.0.0/0",
        "255.255.255.0",
        "224.0.0.18",
        "169.254.1.1",
        "192.0.2.7",
        "203.0.113.9",
        "::1",
        "fe80::1",
        "ff02::1",
        "2001:db8::5",
        "ff:ff:ff:ff:ff:ff",
        "v0.2.0 of haproxy 2.2.2",
        "Sep 12 09:14:31",
        "2021-03-02-09",
        "domain-c8",
        "HTTP/1.1",
        "net.ipv4.conf.all.rp_filter = 1",
        "1.3.6.1.4.1.8072",
        "administrator@vsphere.local",
        "anyip-routes.service",
        "root@haproxy [ ~ ]#",
        "https://kubernetes.io/docs"
      })
  void stays(String text) {
    assertThat(with("k", text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.13.201.10",
        "192.168.1.33",
        "172.16.40.5",
        "8.8.8.8",
        "fd00:1:2:3::7",
        "2a02:8071:1:2::1",
        "00:50:56:ab:cd:ef",
        "00-50-56-AB-CD-EF",
        "fe80::250:56ff:feab:cdef",
        "ip-10-13-201-10",
        "10.13.201.10.443",
        "::ffff:10.1.2.3",
        "bob@tokyo.lab",
        "lb.tokyo.example",
        "53e819c5-f517-46c0-996d-90a73ea84310"
      })
  void becomesAnother(String text) {
    for (String key : List.of("a", "b", "c", "d")) {
      assertThat(with(key, text)).isNotEqualTo(text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.30.300/24, \\d+\\.\\d+\\.\\d+\\.300/24",
    "010.20.30.0/24, 0\\d+\\.\\d+\\.\\d+\\.0/24",
    "10.1/16, 10\\.\\d+/16",
    "10.20.30.18-30, 10\\.\\d+\\.\\d+\\.18-30",
    "00:50:56:AB:CD:EF, 00:50:56(:[0-9A-F]{2}){3}",
    "LB7.Tokyo.lab, LB7\\.[A-Z][a-z]+\\.lab"
  })
  void isWrittenInTheSameWay(String text, String pattern) {
    assertThat(with("k", text)).matches(pattern);
  }

  @Test
  void aNameIsTheSameWhereverItStands() {
    String text =
        """
        nadia@tokyo-jump:~$ ping lb.tokyo.lab
        backend tokyo_nodes
        C:\\Users\\nadia> dir
        """;

    String other = with("k", text);
    String nadia = other.substring(0, other.indexOf('@'));
    String tokyo = other.substring(other.indexOf("lb.") + 3, other.indexOf(".lab"));

    assertThat(other)
        .doesNotContainIgnoringCase("nadia")
        .doesNotContainIgnoringCase("tokyo")
        .isEqualTo(text.replace("nadia", nadia).replace("tokyo", tokyo));
  }

  /** A name that is a keyword stays: configurations must go on to mean what they mean. */
  @Test
  void wordsOfConfigurationsStay() {
    String text = "server@backend:~$ cat haproxy.cfg\nbackend server\n  server check\n";

    assertThat(with("k", text)).isEqualTo(text);
  }

  @Test
  void aCertificateIsCut() {
    String text =
        """
        -----BEGIN CERTIFICATE-----
        MIIDdzCCAl+gAwIBAgIEAgAAuTANBgkqhkiG9w0BAQUFADBa
        MQswCQYDVQQGEwJJRTESMBAGA1UEChMJQmFsdGltb3JlMRMw
        -----END CERTIFICATE-----
        """;

    assertThat(with("k", text))
        .hasSameSizeAs(text)
        .contains("-----BEGIN CERTIFICATE-----\nMASKEDMASKED")
        .doesNotContain("MIID");
  }

  @Test
  void onlyOneKeyGivesTheSame() {
    String text = "bob@tokyo.lab 10.20.30.40 00:50:56:ab:cd:ef\n";

    assertThat(with("k", text)).isEqualTo(with("k", text)).isNotEqualTo(with("l", text));
    assertThat(Anonymizer.of(Optional.empty(), List.of(text), List.of()).apply(text))
        .isNotEqualTo(Anonymizer.of(Optional.empty(), List.of(text), List.of()).apply(text));
  }

  @Provide
  Arbitrary<Long> addresses() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(0x0A000000L, 0x0AFFFFFFL),
        Arbitraries.longs().between(0xAC100000L, 0xAC1FFFFFL),
        Arbitraries.longs().between(0xC0A80000L, 0xC0A8FFFFL),
        Arbitraries.longs().between(0xC0A80A00L, 0xC0A80AFFL),
        Arbitraries.longs().between(0, 0xFFFFFFFFL));
  }

  private static String dotted(long address) {
    return (address >> 24 & 255)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }

  private static long number(String dotted) {
    long number = 0;
    for (String part : dotted.split("\\.")) {
      number = number << 8 | Integer.parseInt(part);
    }
    return number;
  }

  /** Two addresses that share their first n bits, and no more, still do. */
  @Property
  void keepsWhatAddressesShare(
      @ForAll("addresses") long one, @ForAll("addresses") long other, @ForAll int key) {
    String text = dotted(one) + " " + dotted(other);
    String[] images = with("k" + key, text).split(" ");

    assertThat(Long.numberOfLeadingZeros(number(images[0]) ^ number(images[1])))
        .isEqualTo(Long.numberOfLeadingZeros(one ^ other));
  }

  /** A network stays one, with the first, the last and every other address where it is. */
  @Property
  void aNetworkStaysOne(
      @ForAll("addresses") long address,
      @ForAll @IntRange(min = 8, max = 32) int length,
      @ForAll("addresses") long other,
      @ForAll int key) {
    long size = 1L << (32 - length);
    long network = address & -size;
    long last = network + size - 1;
    long inside = network + other % size;
    String text =
        dotted(network)
            + "/"
            + length
            + " "
            + dotted(last)
            + " "
            + dotted(inside)
            + " "
            + dotted(other);

    String[] images = with("k" + key, text).split(" ");
    long imageOfNetwork = number(images[0].substring(0, images[0].indexOf('/')));

    assertThat(imageOfNetwork & (size - 1)).isZero();
    assertThat(number(images[1])).isEqualTo(imageOfNetwork + size - 1);
    assertThat(number(images[2])).isBetween(imageOfNetwork, imageOfNetwork + size - 1);
    assertThat(
            number(images[3]) >= imageOfNetwork && number(images[3]) <= imageOfNetwork + size - 1)
        .isEqualTo(other >= network && other <= last);
  }

  /** A range keeps its order, its size, and what lies in it. */
  @Property
  void aRangeStaysOne(
      @ForAll("addresses") long from,
      @ForAll @IntRange(min = 1, max = 100_000) int size,
      @ForAll("addresses") long other,
      @ForAll int key) {
    long to = Math.min(0xFFFFFFFFL, from + size);
    String text = dotted(from) + "-" + dotted(to) + " " + dotted(other);

    String[] images = with("k" + key, text).split("[- ]");
    long first = number(images[0]);
    long last = number(images[1]);

    assertThat(last - first).isEqualTo(to - from);
    assertThat(number(images[2]) >= first && number(images[2]) <= last)
        .isEqualTo(other >= from && other <= to);
  }

  /** Private stays private, public stays public, special stays what it is. */
  @Property
  void blocksStay(@ForAll("addresses") long address, @ForAll int key) {
    String text = dotted(address);
    var before = new IPAddressString(text).getAddress().toIPv4();
    var after = new IPAddressString(with("k" + key, text)).getAddress().toIPv4();

    assertThat(after.isPrivate()).isEqualTo(before.isPrivate());
    assertThat(after.isLoopback()).isEqualTo(before.isLoopback());
    assertThat(after.isMulticast()).isEqualTo(before.isMulticast());
    assertThat(after.isLinkLocal()).isEqualTo(before.isLinkLocal());
  }

  /** Whatever a text is, it keeps its lines, and nothing breaks. */
  @Property
  void keepsLines(@ForAll @Size(max = 8) List<@net.jqwik.api.From("scraps") String> scraps) {
    String text = String.join("", scraps);

    assertThat(with("k", text).split("\n", -1)).hasSameSizeAs(text.split("\n", -1));
  }

  @Provide
  Arbitrary<String> scraps() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.of(
            "10.0.0.1",
            "/",
            "-",
            "::",
            "a@b.lab",
            "\n",
            "00:50:56:00:00:01",
            " ",
            "999.1.1.1",
            "255.255.0.0",
            "LS0tLS1CRUdJTi",
            "-----BEGIN CERTIFICATE-----",
            "-----END "));
  }
}
