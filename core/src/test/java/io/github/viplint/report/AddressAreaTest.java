package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.model.AddressRange;
import io.github.viplint.space.Claim;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AddressAreaTest {
  private static final Capture CAPTURE =
      Capture.whole(new Source("a", "x\n", StandardCharsets.UTF_8, "0", Mask.NONE))
          .kind(CaptureKind.ANYIP_ROUTES)
          .build();

  private static Claim claim(String range) {
    IPAddress block = new IPAddressString(range).getAddress();
    return new Claim(
        new AddressRange(
            block.getLower().withoutPrefixLength(), block.getUpper().withoutPrefixLength()),
        Claim.Use.NETWORK,
        Claim.Said.ACTIVE,
        "haproxy",
        CAPTURE.all(),
        "network");
  }

  private static List<String> areas(String... ranges) {
    return AddressArea.of(Stream.of(ranges).map(AddressAreaTest::claim).toList()).stream()
        .map(area -> area.range() + " " + area.claims().size())
        .toList();
  }

  @Test
  void whatOverlapsIsOnePicture() {
    assertThat(areas("10.0.1.0/24", "10.0.1.10", "10.0.1.64/26", "10.0.0.0/23", "10.0.2.0/24"))
        .containsExactly("10.0.0.0/23 4", "10.0.2.0/24 1");
  }

  @Test
  void aLoneAddressBringsItsBlock() {
    assertThat(areas("fd00::5", "192.0.2.9")).containsExactly("192.0.2.0/24 1", "fd00::/120 1");
  }

  @Test
  void positionsAreToScale() {
    AddressArea area = AddressArea.of(List.of(claim("10.0.0.0/24"), claim("10.0.0.64/26"))).get(0);
    AddressRange quarter = claim("10.0.0.64/26").range();

    assertThat(area.position(quarter.first())).isEqualTo(0.25);
    assertThat(area.share(quarter)).isEqualTo(0.25);
  }

  @Property
  void everyClaimLiesInOneAreaAndAreasDoNotTouch(
      @ForAll @Size(max = 12) List<@IntRange(max = 4095) Integer> places,
      @ForAll @IntRange(min = 24, max = 32) int bits) {
    List<Claim> claims =
        places.stream()
            .map(place -> "10.0." + place / 256 + "." + place % 256)
            .map(
                address ->
                    new IPAddressString(address)
                        .getAddress()
                        .toPrefixBlock(bits)
                        .toCanonicalString())
            .map(AddressAreaTest::claim)
            .toList();

    List<AddressArea> areas = AddressArea.of(claims);

    assertThat(areas.stream().flatMap(area -> area.claims().stream()))
        .containsExactlyInAnyOrderElementsOf(claims);
    for (int i = 0; i < areas.size(); i++) {
      AddressArea area = areas.get(i);
      assertThat(area.claims()).allMatch(claim -> area.range().contains(claim.range()));
      if (i > 0) {
        assertThat(areas.get(i - 1).range().overlaps(area.range())).isFalse();
      }
    }
  }
}
