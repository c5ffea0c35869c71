package io.github.viplint.model;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrTest {
  private static Cidr cidr(String address, int length) {
    return new Cidr(new IPAddressString(address).getAddress(), length);
  }

  @ParameterizedTest
  @CsvSource({
    "10.20.30.17, 28, true",
    "10.20.30.16, 28, false",
    "10.20.30.17, 32, false",
    "0.0.0.0, 0, false",
    "10.0.0.0, 0, true",
    "fd00::1, 64, true",
    "fd00::, 64, false",
    "fd00::1, 128, false",
  })
  void hasHostBitsUnlessItIsTheFirstOfItsSubnet(String address, int length, boolean hostBits) {
    assertThat(cidr(address, length).hasHostBits()).isEqualTo(hostBits);
  }

  @Property
  void equalOnesHaveOneHash(@ForAll int bits, @ForAll @IntRange(max = 32) int length) {
    Cidr written = new Cidr(new IPv4Address(bits), length);
    Cidr parsed = new Cidr(new IPAddressString(written.address().toString()).getAddress(), length);
    assertThat(parsed).isEqualTo(written).hasSameHashCodeAs(written);
  }

  /** Else a table of a hundred thousand of them is slow. */
  @Test
  void neighboursHaveHashesOfTheirOwn() {
    assertThat(
            IntStream.range(0, 65_536)
                .map(i -> new Cidr(new IPv4Address(0x0A000000 + i), 32).hashCode())
                .distinct()
                .count())
        .isEqualTo(65_536);
  }

  /** As the address library has it. */
  @Property
  void theRangeIsThePrefixBlock(@ForAll int bits, @ForAll @IntRange(max = 32) int length) {
    IPAddress address = new IPv4Address(bits);
    IPAddress block = address.toPrefixBlock(length);
    assertThat(new Cidr(address, length).range())
        .isEqualTo(
            new AddressRange(
                block.getLower().withoutPrefixLength(), block.getUpper().withoutPrefixLength()));
  }

  /** The network is the first address of the range, and has no host bits. */
  @Property
  void theNetworkIsWhereTheRangeBegins(@ForAll int bits, @ForAll @IntRange(max = 32) int length) {
    IPAddress address = new IPv4Address(bits);
    Cidr cidr = new Cidr(address, length);
    assertThat(cidr.network().address()).isEqualTo(cidr.range().first());
    assertThat(cidr.network().hasHostBits()).isFalse();
    assertThat(cidr.hasHostBits()).isEqualTo(!address.equals(cidr.range().first()));
  }
}
