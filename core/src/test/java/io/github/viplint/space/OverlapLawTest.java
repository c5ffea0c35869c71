package io.github.viplint.space;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.model.AddressRange;
import io.github.viplint.space.Claim.Use;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OverlapLawTest {
  private static final Capture CAPTURE =
      Capture.whole(new Source("test", "", StandardCharsets.UTF_8, "", Mask.NONE))
          .kind(CaptureKind.ANYIP_ROUTES)
          .build();

  @Property(edgeCases = EdgeCasesMode.NONE)
  void theSamePairsAsComparingEachWithEach(
      @ForAll("claims") List<Claim> all, @ForAll Use one, @ForAll Use other) {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < all.size(); j++) {
        Claim a = all.get(i);
        Claim b = all.get(j);
        boolean wanted = a.use() == one && b.use() == other && (one != other || i < j);
        if (wanted && a.range().overlaps(b.range())) {
          expected.add(a.label() + " " + b.label());
        }
      }
    }

    List<Overlap> found = new Claims(all).overlaps(one, other);

    assertThat(found)
        .extracting(overlap -> overlap.one().label() + " " + overlap.other().label())
        .containsExactlyElementsOf(expected);
    assertThat(found)
        .allMatch(
            overlap ->
                overlap.one().range().contains(overlap.shared())
                    && overlap.other().range().contains(overlap.shared()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anAddressIsHeldByTheClaimsThatContainIt(
      @ForAll("claims") List<Claim> all, @ForAll("addresses") IPAddress address) {
    assertThat(new Claims(all).holding(address))
        .containsExactlyElementsOf(
            all.stream().filter(claim -> claim.range().contains(address)).toList());
  }

  /** A few addresses of each family, the largest of IPv4 among them. */
  @Provide
  Arbitrary<IPAddress> addresses() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(-8, 24).map(IPv4Address::new),
        Arbitraries.integers().between(0, 24).map(i -> LabText.address("::" + i)));
  }

  @Provide
  Arbitrary<List<Claim>> claims() {
    Arbitrary<AddressRange> ranges =
        Combinators.combine(addresses(), Arbitraries.integers().between(0, 6))
            .as((first, more) -> new AddressRange(first, last(first, more)));
    return Combinators.combine(ranges, Arbitraries.of(Use.VIP_RANGE, Use.GATEWAY, Use.NETWORK))
        .as(
            (range, use) ->
                new Claim(range, use, Claim.Said.CONFIGURED, "haproxy", CAPTURE.all(), ""))
        .list()
        .ofMaxSize(40)
        .map(OverlapLawTest::numbered);
  }

  private static IPAddress last(IPAddress first, int more) {
    IPAddress room = first.isIPv4() && first.toIPv4().intValue() < 0 ? new IPv4Address(-1) : null;
    return room != null ? room : first.increment(more);
  }

  private static List<Claim> numbered(List<Claim> claims) {
    List<Claim> numbered = new ArrayList<>();
    for (Claim claim : claims) {
      numbered.add(
          new Claim(
              claim.range(),
              claim.use(),
              claim.said(),
              claim.host(),
              claim.span(),
              "#" + numbered.size()));
    }
    return numbered;
  }
}
