package io.github.viplint.space;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import io.github.viplint.model.AddressRange;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RangeIndexLawTest {
  @Property(edgeCases = EdgeCasesMode.NONE)
  void findsTheSameAsComparingWithEach(
      @ForAll("ranges") List<AddressRange> ranges, @ForAll("range") AddressRange asked) {
    assertThat(new RangeIndex(ranges).overlapping(asked))
        .containsExactly(
            IntStream.range(0, ranges.size())
                .filter(i -> shareAnAddress(ranges.get(i), asked))
                .toArray());
  }

  /** As the address library has it. */
  private static boolean shareAnAddress(AddressRange a, AddressRange b) {
    return a.first().getIPVersion() == b.first().getIPVersion()
        && a.first().getValue().compareTo(b.last().getValue()) <= 0
        && b.first().getValue().compareTo(a.last().getValue()) <= 0;
  }

  /** A few addresses of each family, the largest of IPv4 among them. */
  private static Arbitrary<IPAddress> addresses() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(-8, 24).map(IPv4Address::new),
        Arbitraries.integers().between(0, 24).map(i -> LabText.address("::" + i)),
        Arbitraries.integers().between(0, 8).map(i -> LabText.address("ffff::ffff:" + i)));
  }

  @Provide
  Arbitrary<AddressRange> range() {
    return Combinators.combine(addresses(), Arbitraries.integers().between(0, 6))
        .as((first, more) -> new AddressRange(first, last(first, more)));
  }

  @Provide
  Arbitrary<List<AddressRange>> ranges() {
    return range().list().ofMaxSize(40);
  }

  private static IPAddress last(IPAddress first, int more) {
    boolean atTheEnd = first.isIPv4() && first.toIPv4().intValue() < 0;
    return atTheEnd ? new IPv4Address(-1) : first.increment(more);
  }
}
