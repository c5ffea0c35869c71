package io.github.viplint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Inputs;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.FixPlan;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AnyipRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of many fixes is judged by what it does, though they are tried together. */
class TogetherTest {
  @TempDir private Path folder;

  private final AtomicInteger runs = new AtomicInteger();

  /** Finds comments {@code # bad …}, and writes good ones. */
  private final Rule bad =
      rule("XX100", lines -> lines.stream().filter(is("bad")).toList(), "good", runs);

  /** Finds comments of a word in anyip-routes.cfg, and writes another in place of its first. */
  private record Found(
      RuleInfo info,
      Function<List<AnyipRoutes.Line>, List<AnyipRoutes.Line>> which,
      String word,
      AtomicInteger runs)
      implements Rule {
    @Override
    public Needs needs() {
      return Needs.of(Role.APPLIANCE).all(CaptureKind.ANYIP_ROUTES);
    }

    @Override
    public void check(LabView lab, Findings findings) {
      runs.incrementAndGet();
      for (HostView host : lab.hosts(needs())) {
        for (AnyipRoutes.Line line :
            which.apply(host.fact(AnyipRoutes.class).orElseThrow().lines())) {
          String newText = "# " + word + line.text().substring(line.text().lastIndexOf(' '));
          findings
              .at(host, line.span(), line.text())
              .subject(line.text())
              .fix(
                  Fix.of(
                      "write " + newText,
                      Fix.Safety.SAFE,
                      List.of(new TextEdit(line.span(), newText)),
                      List.of()))
              .report();
        }
      }
    }
  }

  private static Rule rule(
      String code,
      Function<List<AnyipRoutes.Line>, List<AnyipRoutes.Line>> which,
      String word,
      AtomicInteger runs) {
    return new Found(
        RuleInfo.of(code, "found-" + code.substring(2), Severity.ERROR, ""), which, word, runs);
  }

  private static Predicate<AnyipRoutes.Line> is(String word) {
    return line -> line.text().startsWith("# " + word + " ");
  }

  /** A file of mistakes, all of them alike but for some. */
  private Path mistakes(int count, Map<Integer, String> others) throws IOException {
    return Files.writeString(
        folder.resolve("anyip-routes.cfg"),
        IntStream.range(0, count)
            .mapToObj(i -> others.getOrDefault(i, "# bad " + i) + "\n")
            .collect(Collectors.joining()));
  }

  private FixPlan plan(Rule... rules) {
    return new TestRules(List.of(rules))
        .library()
        .plan(Inputs.ofPaths(List.of(folder.toString())), Fix.Safety.SAFE);
  }

  /** Why fixes are not proven, by the line that they would mend. */
  private Map<String, String> unproven(Rule... rules) {
    return new TestRules(List.of(rules))
        .findings(folder).stream()
            .map(entry -> entry.finding())
            .filter(finding -> finding.fixes().stream().noneMatch(Fix::proven))
            .collect(
                Collectors.toMap(
                    finding -> finding.span().text(),
                    finding -> finding.fixes().get(0).unproven().orElse("")));
  }

  @Test
  void manyAreProvenInFewRuns() throws IOException {
    mistakes(500, Map.of());

    assertThat(unproven(bad)).isEmpty();
    assertThat(runs).as("one as captured, one with all, eleven with half").hasValue(14);

    FixPlan plan = plan(bad);
    assertThat(plan.complete()).isTrue();
    assertThat(plan.steps()).hasSize(500).allMatch(step -> step.fix().proven());
    assertThat(plan.changes().get(0).after().text()).doesNotContain("bad").contains("# good 499");
  }

  @Test
  void oneThatDoesNotHelpIsNamedAndTheOthersAreProven() throws IOException {
    Rule stubborn =
        rule("XX200", lines -> lines.stream().filter(is("stubborn")).toList(), "stubborn", runs);
    mistakes(200, Map.of(77, "# stubborn 77", 150, "# stubborn 150"));

    assertThat(unproven(bad, stubborn))
        .containsOnly(
            Map.entry("# stubborn 77", "the finding is still there with it"),
            Map.entry("# stubborn 150", "the finding is still there with it"));
    assertThat(runs).hasValueLessThan(40);
    assertThat(plan(bad, stubborn).steps()).hasSize(198);
  }

  @Test
  void oneThatMakesItWorseIsNamedAndTheOthersAreProven() throws IOException {
    Rule sloppy =
        rule("XX200", lines -> lines.stream().filter(is("sloppy")).toList(), "worse", runs);
    Rule worse = rule("XX300", lines -> lines.stream().filter(is("worse")).toList(), "worse", runs);
    mistakes(200, Map.of(77, "# sloppy 77"));

    assertThat(unproven(bad, sloppy, worse))
        .containsOnly(Map.entry("# sloppy 77", "with it XX300/found-300 appears: # worse 77"));
    assertThat(plan(bad, sloppy, worse).changes().get(0).after().text())
        .contains("# sloppy 77\n")
        .doesNotContain("bad");
  }

  /** What stands in line 0 is found as long as line 50 is bad, and goes with that. */
  @Test
  void noneGetsTheCreditOfAnother() throws IOException {
    Rule symptom =
        rule(
            "XX200",
            lines ->
                lines.stream().anyMatch(line -> line.text().equals("# bad 50"))
                    ? lines.stream().filter(is("symptom")).toList()
                    : List.of(),
            "changed",
            runs);
    mistakes(200, Map.of(199, "# symptom 199"));

    assertThat(unproven(bad, symptom))
        .containsOnly(Map.entry("# symptom 199", "the proven fixes before it do without it"));
    assertThat(plan(bad, symptom).changes().get(0).after().text()).contains("# symptom 199\n");
  }

  /** As a service that ends at the first line that it does not like. */
  @Test
  void theNextLinesFaultIsNotTheFirstOnes() throws IOException {
    Rule first =
        rule("XX200", lines -> lines.stream().filter(is("bad")).limit(1).toList(), "good", runs);
    for (int count : List.of(2, 3, 60)) {
      mistakes(count, Map.of());
      assertThat(unproven(bad, first)).isEmpty();
      assertThat(plan(bad, first).changes().get(0).after().text()).doesNotContain("bad");
    }
  }

  /** A choice is tried for each finding, also where the first fixes go together. */
  @Test
  void otherFixesOfAFindingAreTriedToo() throws IOException {
    List<Fix> fixes = new ArrayList<>();
    Rule choice =
        new Rule() {
          @Override
          public RuleInfo info() {
            return bad.info();
          }

          @Override
          public Needs needs() {
            return bad.needs();
          }

          @Override
          public void check(LabView lab, Findings findings) {
            for (HostView host : lab.hosts(needs())) {
              host.fact(AnyipRoutes.class).orElseThrow().lines().stream()
                  .filter(is("bad"))
                  .forEach(
                      line ->
                          findings
                              .at(host, line.span(), line.text())
                              .subject(line.text())
                              .fix(written(line, "good"))
                              .fix(written(line, "bad"))
                              .fix(written(line, "fair"))
                              .report());
            }
          }

          private Fix written(AnyipRoutes.Line line, String word) {
            return Fix.of(
                word,
                Fix.Safety.SAFE,
                List.of(new TextEdit(line.span(), line.text().replace("bad", word))),
                List.of());
          }
        };
    mistakes(20, Map.of());

    new TestRules(List.of(choice))
        .findings(folder)
        .forEach(entry -> fixes.addAll(entry.finding().fixes()));

    assertThat(fixes).hasSize(60).allMatch(fix -> fix.proven() != fix.title().equals("bad"));
  }
}
