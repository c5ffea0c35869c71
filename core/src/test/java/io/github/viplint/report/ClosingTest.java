package io.github.viplint.report;

import static io.github.viplint.capture.CaptureKind.ANYIP_ROUTES;
import static io.github.viplint.capture.CaptureKind.HAPROXY_CFG;
import static io.github.viplint.capture.CaptureKind.IP_RULE;
import static io.github.viplint.capture.CaptureKind.JOURNAL;
import static io.github.viplint.capture.CaptureKind.KUBECTL;
import static io.github.viplint.capture.CaptureKind.WCPSVC_LOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.viplint.capture.Extent;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The last lines of the report for people. */
class ClosingTest {

  private static SampleLab lab() {
    return new SampleLab()
        .capture("a", ANYIP_ROUTES, "haproxy", "/etc/vmware/anyip-routes.cfg", "10.20.30.16/28\n");
  }

  private static List<String> closing(SampleLab lab) {
    Report report = lab.report();
    return new Closing(report, Style.PLAIN).rows();
  }

  private static SampleLab needing(SampleLab lab, String code, Needs needs) {
    return lab.rule(
        code,
        "rule-" + code.toLowerCase(Locale.ROOT),
        Severity.ERROR,
        needs,
        (host, findings) -> {});
  }

  private static Needs appliance() {
    return Needs.of(Role.APPLIANCE);
  }

  @Test
  void whatWasNotCheckedIsNeverClean() {
    SampleLab lab = needing(lab(), "VL101", appliance().all(ANYIP_ROUTES));
    assertThat(closing(needing(lab, "VL310", appliance().all(IP_RULE))))
        .containsExactly(
            "Nothing found in what was checked. 1 capture, 1 line: 1 understood. 1 rule run,"
                + " 1 skipped: no ip-rule.",
            "Next: capture `ip rule show` on haproxy (VL310)");
  }

  @Test
  void withoutWhatItNeedsNoRuleChecksAnything() {
    assertThat(closing(needing(lab(), "VL310", appliance().all(IP_RULE))).get(0))
        .startsWith("Nothing was checked: no rule had what it needs.");
  }

  @Test
  void aFileThatCouldNotBeReadIsNotClean() {
    SampleLab lab = needing(lab(), "VL101", appliance().all(ANYIP_ROUTES));
    assertThat(closing(lab.problem(InputProblem.file("x", "is binary"))).get(0))
        .startsWith("Nothing found in what was checked.");
  }

  @Test
  void infosAloneAreNoFault() {
    SampleLab lab = lab();
    lab.rule(
        "VL309",
        "rt-tables-duplicate-name",
        Severity.INFO,
        (host, findings) -> findings.at(host, lab.span("a", "10."), "worth knowing").report());
    assertThat(closing(lab))
        .containsExactly(
            "No error or warning in what was checked, 1 info. 1 capture, 1 line: 1 understood."
                + " 1 rule run.");
  }

  @Test
  void whatEnablesMostRulesIsAskedForFirst() {
    SampleLab lab = lab();
    needing(lab, "VL301", appliance().all(IP_RULE));
    needing(lab, "VL501", appliance().all(HAPROXY_CFG));
    needing(lab, "VL502", appliance().all(HAPROXY_CFG));
    assertThat(closing(lab).subList(1, 3))
        .containsExactly(
            "Next: capture `cat /etc/haproxy/haproxy.cfg` on haproxy (VL501, VL502)",
            "Next: capture `ip rule show` on haproxy (VL301)");
  }

  @Test
  void ofWhatIsThereInPartAllIsAskedFor() {
    SampleLab lab = lab().capture("b", HAPROXY_CFG, "haproxy", "", "listen x\n...\n", Extent.CUT);
    needing(lab, "VL101", appliance().all(ANYIP_ROUTES));
    needing(lab, "VL503", appliance().whole(HAPROXY_CFG));
    assertThat(closing(lab))
        .endsWith("Next: capture all of `cat /etc/haproxy/haproxy.cfg` on haproxy (VL503)");
  }

  @Test
  void earlierStatesAreNamed() {
    SampleLab lab =
        lab()
            .capture("b", ANYIP_ROUTES, "haproxy", "/etc/vmware/anyip-routes.cfg", "10.9.0.0/28\n")
            .states("haproxy", 2);
    needing(lab, "VL101", appliance().all(ANYIP_ROUTES));
    assertThat(closing(lab))
        .contains(
            "haproxy was captured 2 times; the last state is judged. Earlier: anyip-routes at"
                + " a:1.");
  }

  @Test
  void theLastLinesAreTheFirstCauseAndWhatToDo() {
    SampleLab lab = lab();
    lab.rule(
        "VL101",
        "anyip-host-bits-set",
        Severity.ERROR,
        (host, findings) ->
            findings.at(host, lab.span("a", "10."), "it is wrong").help("mend it").report());
    List<String> rows = closing(lab);
    assertThat(rows.subList(rows.size() - 2, rows.size()))
        .containsExactly("Cause: it is wrong  a:1", "First: mend it");
  }

  @Test
  void aRemarkAmongTheCommandsIsNoneToRun() {
    SampleLab lab = lab();
    lab.rule(
        "VL101",
        "anyip-host-bits-set",
        Severity.ERROR,
        (host, findings) ->
            findings
                .at(host, lab.span("a", "10."), "it is wrong")
                .fix(
                    Fix.of(
                        "mend it",
                        Fix.Safety.MANUAL,
                        List.of(),
                        List.of("systemctl restart x", "# the sure way: reboot")))
                .report());
    assertThat(closing(lab))
        .last()
        .isEqualTo("First: mend it, then: systemctl restart x (the sure way: reboot)");
  }

  @Test
  void whatAnyHostCouldGiveIsNotAskedForTwice() {
    SampleLab lab = lab();
    needing(lab, "VL301", appliance().all(IP_RULE));
    needing(lab, "VL302", Needs.of(Role.APPLIANCE).anywhere(IP_RULE));
    assertThat(lab.report().wanted())
        .extracting(Report.Wanted::host, Report.Wanted::enables)
        .containsExactly(tuple(Optional.of("haproxy"), List.of("VL301", "VL302")));
  }

  /** The command for a journal names the appliance's services. */
  @Test
  void onlyAnApplianceIsAskedForItsJournal() {
    Needs logs = Needs.ofAnyHost().anywhere(JOURNAL, WCPSVC_LOG);
    SampleLab client =
        new SampleLab().capture("b", KUBECTL, "client", "", "Unable to connect to the server\n");
    assertThat(needing(client, "VL705", logs).report().wanted())
        .extracting(Report.Wanted::kind)
        .containsExactly(WCPSVC_LOG);
    assertThat(needing(lab(), "VL705", logs).report().wanted())
        .extracting(Report.Wanted::kind)
        .containsExactly(JOURNAL);
  }

  @Test
  void aCauseWithoutHelpPointsToItsPage() {
    SampleLab lab = lab();
    lab.rule(
        "VL101",
        "anyip-host-bits-set",
        Severity.ERROR,
        (host, findings) -> findings.at(host, lab.span("a", "10."), "it is wrong").report());
    assertThat(closing(lab)).last().isEqualTo("First: read `viplint explain VL101`");
  }
}
