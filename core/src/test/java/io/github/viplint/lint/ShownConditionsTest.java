package io.github.viplint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.ipv4.IPv4Address;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.lint.Condition.Kind;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ShownConditionsTest {
  private static final Capture CAPTURE =
      Capture.whole(new Source("f", "0123456789", StandardCharsets.UTF_8, "", Mask.NONE))
          .kind(CaptureKind.JOURNAL)
          .build();

  @Property
  void findsThoseThatTheConditionIncludesAndNoOthers(
      @ForAll("conditions") List<Condition> shown, @ForAll("condition") Condition asked) {
    List<Finding> findings = new ArrayList<>();
    TreeSet<Integer> expected = new TreeSet<>();
    for (int i = 0; i < shown.size(); i++) {
      new Finding.Builder(
              RuleInfo.of("VL999", "made-up", Severity.ERROR, "made up"),
              "lb",
              CAPTURE.span(0, 1),
              "made up",
              findings::add)
          .shows(shown.get(i))
          .report();
      if (asked.includes(shown.get(i))) {
        expected.add(i);
      }
    }

    TreeSet<Integer> found = new TreeSet<>();
    new ShownConditions(findings).includedIn(asked, found::add);

    assertThat(found).isEqualTo(expected);
  }

  @Provide
  Arbitrary<List<Condition>> conditions() {
    return condition().list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<Condition> condition() {
    Arbitrary<Integer> address = Arbitraries.integers().between(0, 15);
    Arbitrary<Condition.Subject> subject =
        Arbitraries.oneOf(
            Arbitraries.just(new Condition.Everything()),
            Arbitraries.of("haproxy", "anyip-routes").map(Condition.Unit::new),
            address.map(one -> new Condition.Service(new Endpoint(new IPv4Address(one), 443))),
            Combinators.combine(address, address)
                .as(
                    (a, b) ->
                        new Condition.Addresses(
                            new AddressRange(
                                new IPv4Address(Math.min(a, b)),
                                new IPv4Address(Math.max(a, b))))));
    return Combinators.combine(
            Arbitraries.of(Kind.NOT_LOCAL, Kind.BIND_FAILED), Arbitraries.of("lb", "lb2"), subject)
        .as(Condition::new);
  }
}
