package io.github.viplint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.PolicyRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that delete rules are proven on the captured ones. */
class DeletionProofTest {
  private static final String PASTE =
      """
      root@haproxy [ ~ ]# ip rule show
      0:      from all lookup local
      32764:  from 10.20.0.5 lookup 2
      32765:  from 10.20.0.6 lookup 2
      32766:  from all lookup main
      root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg
      10.20.0.64/26
      """;

  @TempDir private Path folder;

  /** Finds the rule of 10.20.0.5. */
  private record Stale(List<String> commands) implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.of("XX100", "stale", Severity.WARNING, "");
    }

    @Override
    public Needs needs() {
      return Needs.of(Role.APPLIANCE).all(CaptureKind.IP_RULE);
    }

    @Override
    public void check(LabView lab, Findings findings) {
      for (HostView host : lab.hosts(needs())) {
        for (PolicyRule rule : host.kernel().rules().orElseThrow()) {
          if (rule.priority() == 32764) {
            findings
                .at(host, rule.span(), "stale")
                .subject("rule")
                .fix(Fix.ofCommands("delete it", commands))
                .report();
          }
        }
      }
    }
  }

  private Fix fix(String... commands) throws IOException {
    Files.writeString(folder.resolve("paste-1.txt"), PASTE);
    return new TestRules(List.of(new Stale(List.of(commands)))).fix(folder);
  }

  @Test
  void deletesTheRule() throws IOException {
    assertThat(fix("ip rule del pref 32764").proven()).isTrue();
    assertThat(fix("ip rule del from 10.20.0.5 lookup 2").proven()).isTrue();
  }

  @Test
  void deletesAnotherRule() throws IOException {
    assertThat(fix("ip rule del pref 32765").unproven())
        .contains("with its commands the finding is still there");
  }

  @Test
  void deletesNothing() throws IOException {
    assertThat(fix("ip rule del pref 32764", "ip rule del pref 32764").unproven())
        .contains("its command `ip rule del pref 32764` deletes nothing");
  }

  /** Without rt_tables nobody knows which table that is. */
  @Test
  void leavesTablesOfUnknownNameAlone() throws IOException {
    Fix fix = fix("ip rule del from 10.20.0.5 lookup rtctl_workload");
    assertThat(fix.proven()).isFalse();
    assertThat(fix.unproven()).isEmpty();
  }

  @Test
  void restartsWhatStarts() throws IOException {
    assertThat(fix("systemctl restart anyip-routes").proven()).isTrue();
    assertThat(fix("systemctl stop anyip-routes").unproven())
        .contains("after its commands anyip-routes is stopped");
  }
}
