package io.github.viplint.rules.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.FileGlob;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Policy;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Suppression;
import io.github.viplint.rules.LintedLab;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnusedSuppressionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
  private static final Path ROOT = Path.of("/");

  @Test
  void namesCommentsThatSuppressNothing() {
    LintedLab.of("VL903")
        .file(
            "etc/vmware/anyip-routes.cfg",
            """
            10.20.30.64/26
            # viplint: ignore[VL103] the old range, until June
            10.20.30.96/28
            # viplint: ignore[VL103] nothing is wrong here <<< warning: nothing on its line is VL103
            10.20.31.64/26
            """)
        .holds();
  }

  @Test
  void namesEachRuleOfACommentAlone() {
    LintedLab.of("VL903")
        .file(
            "etc/vmware/anyip-routes.cfg",
            """
            10.20.30.64/26
            # viplint: ignore[VL103, anyip-host-bits-set] one of them <<< warning: is VL101
            10.20.30.96/28
            """)
        .holds();
  }

  @Test
  void namesCommentsThatCannotCount() {
    LintedLab.of("VL903")
        .file(
            "etc/vmware/anyip-routes.cfg",
            """
            10.20.30.64/26
            # viplint: ignore[VL103] <<< warning: gives no reason
            10.20.30.96/28
            # viplint: ignore[VL1O3] mistyped <<< warning: there is no rule VL1O3
            10.20.30.112/28
            # viplint: ignore all of it <<< warning: names no rule
            10.20.31.0/28
            # viplint: ignore[VL903] so that nobody hears of it <<< warning: can't be ignored
            10.20.32.0/28
            """)
        .holds();
  }

  @Test
  void staysSilentWhereTheRuleCouldNotRun() {
    LintedLab.of("VL903")
        .file(
            "etc/vmware/anyip-routes.cfg",
            """
            # viplint: ignore[VL105] no gateway is captured, so nobody knows
            10.20.30.64/26
            """)
        .holds();
  }

  @Test
  void takesForACommentWhatHaproxyTakesForOne() {
    LintedLab.of("VL903")
        .file(
            "etc/haproxy/haproxy.cfg",
            """
            frontend f
              mode tcp
              log-tag "# viplint: ignore[VL502] in quotes"
              log-tag x\\#\\ viplint:\\ ignore[VL502]
              bind 10.20.30.1:80 # viplint: ignore[VL502] at the end <<< warning: VL502
            """)
        .holds();
  }

  @Test
  void staysSilentWhereACommentIsNone() {
    LintedLab.of("VL903")
        .file(
            "etc/vmware/anyip-routes.cfg",
            """
            10.20.30.64/26 # viplint: ignore[VL103] the service reads this as a part of the range
             # viplint: ignore[VL103] and this
            """)
        .holds();
  }

  @Test
  void archivesAndPastesDecideNothing() {
    LintedLab.of("VL103")
        .file(
            "paste-1.txt",
            """
            root@lb1 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            10.20.30.64/26
            # viplint: ignore[VL103] says whoever made this paste
            10.20.30.96/28 <<< warning: 10.20.30.96/28
            root@lb1 [ ~ ]#
            """)
        .holds();
  }

  @Test
  void namesSuppressionsThatMatchNothing() {
    Report report = lab(policy(suppression("VL103", "etc/vmware", "2026-06-30"), ROOT)).report();

    assertThat(found(report)).containsExactly("no VL103 matches this suppression");
  }

  @Test
  void judgesOnlyWhereAllWasLookedAt() {
    Path elsewhere = Path.of("/elsewhere");
    assertThat(found(lab(policy(suppression("VL103", "etc", ""), elsewhere)).report())).isEmpty();
    assertThat(found(lab(policy(suppression("VL105", "etc", ""), ROOT)).report())).isEmpty();
  }

  @Test
  void reportsAgainWhatASuppressionHidThatIsOver() {
    LintedLab lab =
        LintedLab.of("VL103")
            .options(Options.DEFAULT.with(policy(suppression("VL103", "**", "2026-06-29"), ROOT)))
            .file(
                "etc/vmware/anyip-routes.cfg",
                "10.20.30.64/26\n10.20.30.96/28 <<< warning: 10.20.30.96/28\n");
    lab.holds();

    assertThat(found(lab.report()))
        .containsExactly("this suppression ended on 2026-06-29: the finding is reported again");
  }

  @Test
  void namesEntriesOfTheBaselineThatAreFoundNoMore() {
    Suppression known =
        new Suppression(
            Suppression.Kind.BASELINE,
            span(),
            "VL103",
            new Suppression.Scope(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("0".repeat(32)),
                Optional.of("lab"),
                Optional.of(ROOT)),
            "",
            Optional.empty(),
            2);

    assertThat(found(lab(policy(known, ROOT)).report()))
        .containsExactly("the VL103 of this entry of the baseline is found no more");
  }

  private static LintedLab lab(Policy policy) {
    return LintedLab.of("VL903")
        .options(Options.DEFAULT.with(policy))
        .file("etc/vmware/anyip-routes.cfg", "10.20.30.64/26\n");
  }

  private static List<String> found(Report report) {
    return report.findings().stream()
        .map(Report.Entry::finding)
        .filter(finding -> finding.rule().code().equals("VL903"))
        .map(finding -> finding.message())
        .toList();
  }

  private static Policy policy(Suppression suppression, Path whole) {
    return new Policy(
        Set.of(),
        Map.of(),
        List.of(suppression),
        true,
        TODAY,
        new Policy.Looked(ROOT, List.of(whole)));
  }

  /** An entry of a configuration in the root folder. */
  private static Suppression suppression(String rule, String glob, String until) {
    FileGlob files = new FileGlob(ROOT, glob);
    return new Suppression(
        Suppression.Kind.CONFIGURATION,
        span(),
        rule,
        new Suppression.Scope(
            Optional.empty(),
            Optional.of(files),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(files.top())),
        "as a test",
        until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
        Integer.MAX_VALUE);
  }

  private static Span span() {
    String text = "suppressions: [{rule: VL103}]\n";
    Source source = new Source(".viplint.yaml", text, StandardCharsets.UTF_8, "", Mask.NONE);
    return Capture.whole(source).kind(CaptureKind.CONFIGURATION).build().span(22, 27);
  }
}
