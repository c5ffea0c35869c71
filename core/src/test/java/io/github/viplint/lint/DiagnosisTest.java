package io.github.viplint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddressString;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.lint.Condition.Kind;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Each finding is written as {@code CODE name}; a link as {@code name <- causes}. */
class DiagnosisTest {
  private final Capture capture =
      Capture.whole(new Source("f", "0123456789", StandardCharsets.UTF_8, "", Mask.NONE))
          .kind(CaptureKind.JOURNAL)
          .build();

  private final Finding range =
      finding(
          0,
          "range",
          Severity.ERROR,
          Condition.of(Kind.RANGE_REJECTED, "lb", range("10.0.0.16", "10.0.0.31")));
  private final Finding anyip =
      finding(5, "anyip", Severity.ERROR, Condition.ofUnit(Kind.UNIT_FAILED, "lb", "anyip-routes"));
  private final Finding haproxy =
      finding(3, "haproxy", Severity.ERROR, Condition.everything(Kind.HAPROXY_DOWN, "lb"));
  private final Finding tables =
      finding(
          4, "tables", Severity.ERROR, Condition.ofUnit(Kind.UNIT_FAILED, "lb", "route-tables"));
  private final Finding client =
      finding(
          6,
          "client",
          Severity.ERROR,
          Condition.of(Kind.CLIENT_NO_ROUTE, "lb", endpoint("10.0.0.19")));
  private final Finding otherHost =
      finding(8, "otherHost", Severity.ERROR, Condition.everything(Kind.HAPROXY_DOWN, "lb2"));
  private final Finding note = finding(1, "note", Severity.INFO);

  @Test
  void hangsTheServicesAndTheClientBelowTheRefusedRange() {
    assertThat(links(range, anyip, haproxy, tables, client))
        .containsExactly(
            "range", "tables", "anyip <- range", "haproxy <- anyip", "client <- anyip");
  }

  @Test
  void joinsNothingAcrossHosts() {
    assertThat(links(range, otherHost)).containsExactly("range", "otherHost");
  }

  @Test
  void putsInfosLast() {
    assertThat(links(note, range)).containsExactly("range", "note");
  }

  @Test
  void namesOnlyTheNearestCauses() {
    Finding bind =
        finding(
            2, "bind", Severity.ERROR, Condition.of(Kind.BIND_FAILED, "lb", endpoint("10.0.0.19")));
    assertThat(links(range, bind, haproxy))
        .containsExactly("range", "bind <- range", "haproxy <- bind");
  }

  @Property(tries = 50)
  void theOrderOfFindingsChangesNothing(@ForAll Random random) {
    List<Finding> findings =
        new ArrayList<>(List.of(range, anyip, haproxy, tables, client, otherHost, note));
    Collections.shuffle(findings, random);
    assertThat(links(findings.toArray(Finding[]::new)))
        .isEqualTo(links(range, anyip, haproxy, tables, client, otherHost, note));
  }

  @Test
  void causesLeadFromEarlierToLaterKinds() {
    for (Kind kind : Kind.values()) {
      for (String unit : List.of("anyip-routes", "route-tables", "haproxy", "dataplaneapi")) {
        for (Condition next : Causality.consequences(Condition.ofUnit(kind, "lb", unit))) {
          assertThat(next.kind()).as("what %s leads to", kind).isGreaterThan(kind);
        }
      }
    }
  }

  private static List<String> links(Finding... findings) {
    return Diagnosis.of(List.of(findings)).links().stream()
        .map(
            link ->
                link.causes().isEmpty()
                    ? link.finding().message()
                    : link.finding().message()
                        + " <- "
                        + String.join(", ", link.causes().stream().map(Finding::message).toList()))
        .toList();
  }

  private Finding finding(int at, String name, Severity severity, Condition... shown) {
    List<Finding> sink = new ArrayList<>();
    Finding.Builder builder =
        new Finding.Builder(
                RuleInfo.of("VL10" + at, name.toLowerCase(java.util.Locale.ROOT), severity, ""),
                "lb",
                capture.span(at, at + 1),
                name,
                sink::add)
            .severity(severity);
    List.of(shown).forEach(builder::shows);
    builder.report();
    return sink.get(0);
  }

  private static AddressRange range(String first, String last) {
    return new AddressRange(
        new IPAddressString(first).getAddress(), new IPAddressString(last).getAddress());
  }

  private static Endpoint endpoint(String address) {
    return new Endpoint(new IPAddressString(address).getAddress(), 443);
  }
}
