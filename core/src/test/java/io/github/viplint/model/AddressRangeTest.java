package io.github.viplint.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {
  private static IPAddress address(String text) {
    return new IPAddressString(text).getAddress();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.1, 10.0.0.1, 10.0.0.1",
    "10.0.0.0, 10.0.0.255, 10.0.0.0/24",
    "10.0.0.1, 10.0.0.255, 10.0.0.1-10.0.0.255",
    "255.255.255.254, 255.255.255.255, 255.255.255.254/31",
    "fd00::, fd00::ffff, fd00::/112",
    "fd00::1, fd00:0:0:1::, fd00::1-fd00:0:0:1::",
  })
  void readsLikeASubnetWhereItIsOne(String first, String last, String shown) {
    assertThat(new AddressRange(address(first), address(last))).hasToString(shown);
  }

  @Test
  void isOfOneFamilyAndTheRightWayRound() {
    assertThatThrownBy(() -> new AddressRange(address("10.0.0.2"), address("10.0.0.1")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AddressRange(address("10.0.0.2"), address("::ffff")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** As the address library has it. */
  @Property
  void comparesAsItsAddressesDo(
      @ForAll("ranges") AddressRange a, @ForAll("ranges") AddressRange b) {
    boolean sameFamily = a.first().isIPv4() == b.first().isIPv4();
    boolean holds =
        sameFamily
            && a.first().getValue().compareTo(b.first().getValue()) <= 0
            && a.last().getValue().compareTo(b.last().getValue()) >= 0;
    boolean shares =
        sameFamily
            && a.first().getValue().compareTo(b.last().getValue()) <= 0
            && b.first().getValue().compareTo(a.last().getValue()) <= 0;

    assertThat(a.contains(b)).isEqualTo(holds);
    assertThat(a.overlaps(b)).isEqualTo(shares);
    assertThat(a.contains(b.first()) && a.contains(b.last())).isEqualTo(holds);
    assertThat(a.equals(b)).isEqualTo(a.contains(b) && b.contains(a));
    assertThat(new AddressRange(a.first(), a.last())).isEqualTo(a).hasSameHashCodeAs(a);
  }

  @Provide
  Arbitrary<AddressRange> ranges() {
    Arbitrary<Long> near = Arbitraries.longs().between(-4, 4);
    Arbitrary<Integer> more = Arbitraries.integers().between(0, 3);
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.integers().between(-8, 8), more)
            .as((bits, n) -> range(new IPv4Address(bits), new IPv4Address(bits + n))),
        Combinators.combine(near, near, more)
            .as(
                (high, low, n) ->
                    range(new IPv6Address(high, low), new IPv6Address(high, low + n))));
  }

  /** The other way round where the numbers have wrapped. */
  private static AddressRange range(IPAddress one, IPAddress other) {
    return one.getValue().compareTo(other.getValue()) <= 0
        ? new AddressRange(one, other)
        : new AddressRange(other, one);
  }
}
