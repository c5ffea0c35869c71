package io.github.viplint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Inputs;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.RulePack;
import io.github.viplint.lint.Severity;
import io.github.viplint.log.Signature;
import io.github.viplint.model.AnyipRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViplintTest {
  @TempDir Path dir;

  /** Finds each line that holds {@code bad}, and mends it as the test says. */
  private record NoBad(String code, Function<String, String> mended) implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.of(code, "no-bad-" + code.charAt(4), Severity.ERROR, "");
    }

    @Override
    public Needs needs() {
      return Needs.of(Role.APPLIANCE).all(CaptureKind.ANYIP_ROUTES);
    }

    @Override
    public void check(LabView lab, Findings findings) {
      for (HostView host : lab.hosts(needs())) {
        for (AnyipRoutes.Line line : host.fact(AnyipRoutes.class).orElseThrow().entries()) {
          if (line.text().contains("bad")) {
            TextEdit edit = new TextEdit(line.span(), mended.apply(line.text()));
            findings
                .at(host, line.span(), "bad line " + line.text())
                .subject(line.text())
                .fix(Fix.of("mend it", Fix.Safety.SAFE, List.of(edit), List.of()))
                .report();
          }
        }
      }
    }
  }

  private record Breaks() implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.of("XX900", "breaks", Severity.ERROR, "");
    }

    @Override
    public Needs needs() {
      return Needs.ofAnyHost();
    }

    @Override
    public void check(LabView lab, Findings findings) {
      throw new IllegalStateException("with text of a capture");
    }
  }

  @Test
  void provesAFixThatHelps() throws IOException {
    Report report =
        check("10.0.0.0/24\nbad one\nbad two\n", new NoBad("XX100", text -> "10.0.1.0/24"));

    assertThat(report.findings())
        .hasSize(2)
        .allSatisfy(entry -> assertThat(entry.finding().fixes().get(0).proven()).isTrue());
  }

  @Test
  void doesNotProveAFixThatLeavesTheFindingOrBringsANewOne() throws IOException {
    Report same = check("bad\n", new NoBad("XX100", text -> text));
    Report worse = check("bad\n", new NoBad("XX100", text -> "bad in another way"));

    assertThat(same.findings().get(0).finding().fixes().get(0).proven()).isFalse();
    assertThat(worse.findings().get(0).finding().fixes().get(0).proven()).isFalse();
  }

  @Test
  void aRuleThatBreaksStopsNoOtherAndTellsNoText() throws IOException {
    Report report = check("bad\n", new Breaks(), new NoBad("XX100", text -> "10.0.0.0/24"));

    assertThat(report.findings()).hasSize(1);
    assertThat(report.broken()).isTrue();
    assertThat(report.ruleErrors())
        .singleElement()
        .satisfies(error -> assertThat(error.message()).startsWith("IllegalStateException at "))
        .satisfies(error -> assertThat(error.message()).doesNotContain("with text of a capture"));
  }

  @Test
  void saysWhyARuleWasSkippedAndWhatItWants() throws IOException {
    Files.writeString(dir.resolve("route-tables.cfg"), "2,w,00:50:56:a1:10:02,10.0.0.5/24\n");
    Report report =
        new Viplint(List.of(pack(new NoBad("XX100", text -> text))), Options.DEFAULT)
            .check(Inputs.ofPaths(List.of(dir.toString())));

    assertThat(report.results())
        .singleElement()
        .satisfies(result -> assertThat(result.reason()).isEqualTo("no anyip-routes"));
    assertThat(report.wanted())
        .singleElement()
        .satisfies(
            wanted -> assertThat(wanted.command()).isEqualTo("cat /etc/vmware/anyip-routes.cfg"));
  }

  @Test
  void refusesNoRulesAndRulesOfOneName() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Viplint(List.of(), Options.DEFAULT));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Viplint(List.of(pack(new Breaks(), new Breaks())), Options.DEFAULT))
        .withMessageContaining("XX900/breaks");
  }

  private Report check(String anyip, Rule... rules) throws IOException {
    Path file = Files.writeString(dir.resolve("anyip-routes.cfg"), anyip);
    return new Viplint(List.of(pack(rules)), Options.DEFAULT)
        .check(Inputs.ofPaths(List.of(file.toString())));
  }

  private static RulePack pack(Rule... rules) {
    return new RulePack() {
      @Override
      public String prefix() {
        return "XX";
      }

      @Override
      public List<Rule> rules() {
        return List.of(rules);
      }

      @Override
      public List<Signature> signatures() {
        return List.of();
      }
    };
  }
}
