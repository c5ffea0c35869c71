package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.lint.RouteTrace;
import io.github.viplint.lint.Severity;
import io.github.viplint.report.Style.Detail;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class VisibleTest {

  static boolean steersATerminal(int c) {
    return c < ' ' && c != '\t'
        || c >= 0x7f && c < 0xa0
        || c >= 0x202a && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069;
  }

  @Test
  void whatSteersATerminalIsShown() {
    assertThat(Visible.of("\u001b[2J\u0007")).isEqualTo("␛[2J␇");
    assertThat(Visible.of("a\u007fb\u009bc")).isEqualTo("a␡b<U+009B>c");
    assertThat(Visible.of("\u202eevil\u2069")).isEqualTo("<U+202E>evil<U+2069>");
    assertThat(Visible.line("two\nlines")).isEqualTo("two␊lines");
  }

  @Test
  void whatLooksLikeNothingIsShown() {
    assertThat(Visible.of("10.0.0.1\u200b\u00a0/24")).isEqualTo("10.0.0.1<U+200B><U+00A0>/24");
  }

  @Test
  void ordinaryTextStaysAsItIs() {
    assertThat(Visible.of("tab\there, Grüße, 名前, ● …")).isEqualTo("tab\there, Grüße, 名前, ● …");
  }

  @Property
  void nothingGetsThrough(@ForAll String text) {
    assertThat(Visible.of(text).codePoints()).noneMatch(VisibleTest::steersATerminal);
  }

  /** In the file's name, its text, a message, a label, a note, a fix: nowhere. */
  @Property(tries = 100)
  void noReportForPeopleLetsItThrough(@ForAll String evil) {
    String file = "f" + evil;
    SampleLab lab =
        new SampleLab()
            .capture(file, CaptureKind.IP_RULE, "h" + evil, "/etc/" + evil, "x" + evil + "\nz\n");
    lab.rule(
        "VL310",
        "duplicate-ip-rule",
        Severity.WARNING,
        (host, findings) ->
            findings
                .at(host, lab.span(file, "x" + evil), "message " + evil)
                .label(evil)
                .trace(new RouteTrace(evil, List.of(new RouteTrace.Step(evil, evil)), evil))
                .note(evil)
                .help(evil)
                .confirm(evil)
                .related(lab.span(file, "x"), evil)
                .confirmedBy(lab.span(file, "x"), evil)
                .report());
    for (String format : new String[] {"text", "concise"}) {
      String shown =
          GoldenReportTest.written(format, new Style(false, Detail.VERBOSE), lab.report());
      assertThat(shown.codePoints().filter(c -> c != '\n')).noneMatch(VisibleTest::steersATerminal);
    }
  }
}
