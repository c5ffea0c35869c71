package io.github.viplint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fix is proven with its commands, and what is not proven says why. */
class ProofTest {
  @TempDir private Path folder;

  /** Finds the line that ends anyip-routes, and writes another. */
  private record Rejected(String newText, List<String> commands) implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.of("XX100", "rejected", Severity.ERROR, "");
    }

    @Override
    public Needs needs() {
      return Needs.of(Role.APPLIANCE).all(CaptureKind.ANYIP_ROUTES);
    }

    @Override
    public void check(LabView lab, Findings findings) {
      for (HostView host : lab.hosts(needs())) {
        for (AnyipRoutes.Line line : host.fact(AnyipRoutes.class).orElseThrow().entries()) {
          if (line.range().filter(range -> range.hasHostBits()).isPresent()) {
            findings
                .at(host, line.span(), "rejected " + line.text())
                .subject(line.text())
                .fix(
                    Fix.of(
                        "mend it",
                        Fix.Safety.SAFE,
                        List.of(new TextEdit(line.span(), newText)),
                        commands))
                .report();
          }
        }
      }
    }
  }

  private Fix fix(String newText, String... commands) throws IOException {
    Files.writeString(folder.resolve("anyip-routes.cfg"), "10.20.0.32/27\n10.20.0.66/27\n");
    return new TestRules(List.of(new Rejected(newText, List.of(commands)))).fix(folder);
  }

  @Test
  void commandsThatBringAllBackAreProven() throws IOException {
    Fix fix =
        fix(
            "10.20.0.64/27",
            "systemctl restart anyip-routes",
            "systemctl reset-failed haproxy",
            "systemctl start haproxy");

    assertThat(fix.proven()).isTrue();
    assertThat(fix.unproven()).isEmpty();
    assertThat(fix("10.20.0.64/27", "reboot").proven()).isTrue();
  }

  @Test
  void commandsThatLeaveHaproxyDeadAreNot() throws IOException {
    assertThat(fix("10.20.0.64/27", "systemctl restart anyip-routes").unproven())
        .contains(
            "after its commands haproxy is failed, and systemd refuses to start it again (start"
                + " limit)");
    assertThat(
            fix(
                    "10.20.0.64/27",
                    "systemctl reset-failed haproxy",
                    "systemctl start haproxy",
                    "systemctl restart anyip-routes")
                .proven())
        .isFalse();
  }

  @Test
  void commandsThatAreNotUnderstoodProveNothing() throws IOException {
    assertThat(fix("10.20.0.64/27", "systemctl daemon-reexec").unproven())
        .contains("what its command `systemctl daemon-reexec` does is not known here");
  }

  @Test
  void editsThatDoNotHelpSaySo() throws IOException {
    assertThat(fix("10.20.0.66/27").unproven()).contains("the finding is still there with it");
    assertThat(fix("10.20.0.67/27").unproven())
        .contains("with it XX100/rejected appears: rejected 10.20.0.67/27");
  }

  /** Why none of two hundred fixes is proven. */
  private List<String> reasonsOfMany(String newText, String... commands) throws IOException {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      file.append("10.20.").append(i).append(".66/27\n");
    }
    Files.writeString(folder.resolve("anyip-routes.cfg"), file);
    return new TestRules(List.of(new Rejected(newText, List.of(commands))))
        .findings(folder).stream()
            .map(entry -> entry.finding().fixes().get(0).unproven().orElse(""))
            .toList();
  }

  @Test
  void editsThatTradeAMistakeForAnotherAreNotProvenAmongManyEither() throws IOException {
    assertThat(reasonsOfMany("10.20.0.67/27"))
        .startsWith("with it XX100/rejected appears: rejected 10.20.0.67/27")
        .doesNotContain("");
  }

  @Test
  void whereTooManyDoNotHelpTheRestSaysWhatToDo() throws IOException {
    List<String> reasons = reasonsOfMany("10.20.0.64/27", "systemctl daemon-reexec");

    assertThat(reasons.get(0)).startsWith("what its command `systemctl daemon-reexec` does");
    assertThat(reasons.get(reasons.size() - 1))
        .isEqualTo(
            "there are too many to try them all; mend the proven ones (`viplint fix`) and check"
                + " again");
  }

  @Test
  void anEditWithoutCommandsStandsForItself() throws IOException {
    assertThat(fix("10.20.0.64/27").proven()).isTrue();
  }
}
