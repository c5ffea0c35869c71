package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnyipUnparsableLineTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";

  private static Finding only(String text) {
    return LintedLab.of("VL102").file(ANYIP, text + "<<< error\n").holds().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "10.20.30.32-10.20.30.63 | 10.20.30.32/27",
        "10.20.30.33-10.20.30.38 | 10.20.30.33/32;10.20.30.34/31;10.20.30.36/31;10.20.30.38/32",
        "10.20.30.0/26,10.20.31.0/26 | 10.20.30.0/26;10.20.31.0/26",
        "10.20.30.0/26 # VIPs | # VIPs;10.20.30.0/26",
        "\"  # VIPs\" | # VIPs",
        "\"10.20.30.0/26  \" | 10.20.30.0/26",
      },
      delimiter = '|')
  void writesWhatWasMeant(String line, String mended) {
    Finding finding = only(line);
    Fix fix = finding.fixes().get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.SAFE);
    assertThat(fix.edits())
        .singleElement()
        .extracting("newText")
        .isEqualTo(mended.replace(';', '\n'));
    assertThat(fix.proven()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "10.20.30.0/33", "10.20.300.0/24", "vips", "10.20.30.9-lots"})
  void leavesGuessesToAPerson(String line) {
    assertThat(only(line).fixes())
        .extracting(Fix::safety)
        .containsExactly(Fix.Safety.MANUAL, Fix.Safety.UNSAFE);
  }

  /** The kernel's own ip refuses it, and no comment begins with it. */
  @ParameterizedTest
  @ValueSource(strings = {"10.20.30.0/28", "# ranges"})
  void aByteOrderMarkIsAPartOfTheFirstLine(String line) {
    Finding finding =
        LintedLab.of("VL102")
            .file(
                ANYIP,
                "\uFEFF"
                    + line
                    + " <<< error: and the byte order mark before it are no prefix\n"
                    + "10.20.31.0/28\n")
            .holds()
            .get(0);
    assertThat(finding.fixes()).extracting(Fix::safety).containsExactly(Fix.Safety.MANUAL);
  }

  /** A line that is left out serves no VIP: that no line is refused any more is not all. */
  @ParameterizedTest
  @CsvSource({"10.20.31.7, true", "10.20.30.7, false"})
  void leavingALineOutIsProvenWhereNothingElseIsDown(String bound, boolean proven) {
    Finding finding =
        LintedLab.of("VL102")
            .file(ANYIP, "10.20.31.0/26\n10.20.30.0/33 <<< error\n")
            .file(
                "etc/haproxy/haproxy.cfg", "frontend f\n    mode tcp\n    bind " + bound + ":443\n")
            .holds()
            .get(0);
    Fix out = finding.fixes().get(1);
    assertThat(out.title()).startsWith("leave the line out");
    assertThat(out.proven()).as(out.unproven().orElse("")).isEqualTo(proven);
  }

  @Test
  void reportsWindowsLineEndsOnce() {
    Finding finding =
        LintedLab.of("VL102")
            .file(
                ANYIP,
                "# VIPs\r\n10.20.30.0/26\r <<< error: 10.20.30.0/26 and the CR behind it are no prefix\n10.20.31.0/26\r\n")
            .holds()
            .get(0);
    assertThat(finding.label()).isEqualTo("a CR ends the line");
    assertThat(finding.related()).hasSize(1);
    assertThat(finding.fixes().get(0).edits()).hasSize(2);
    assertThat(finding.fixes().get(0).proven()).isTrue();
  }

  @Test
  void judgesLinesThatAreNeverReached() {
    LintedLab.of("VL102")
        .file(
            ANYIP,
            """
            10.20.30.0-10.20.30.63 <<< error: ip refuses it, and every VIP is down
            10.20.31.0/26
            null <<< error: ip will refuse it as soon as it is read
            """)
        .holds();
  }

  @Test
  void isSilentOnWhatAPasteDoesToLines() {
    LintedLab.of("VL102")
        .file(
            "paste-1.txt",
            "root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg\r\n"
                + "10.20.30.0/26  \r\n"
                + "10.20.31.0/26\r\n")
        .holds();
  }

  @Test
  void saysThatATemplateWasNotJudged() {
    LintedLab.of("VL102")
        .file(
            ANYIP,
            """
            {{ vip_range }} <<< info: placeholder
            ${VIP_RANGE} <<< info: placeholder
            10.20.31.0/26
            """)
        .holds();
  }

  @Test
  void isSilentOnWhatIpUnderstands() {
    LintedLab.of("VL102")
        .file(
            ANYIP,
            """
            # 10.20.30.0-10.20.30.9

            10.20.30.0/26
            10.20.31.5
            10.20.32.0/255.255.255.0
             10.20.33.0/24
            fd00::/64
            """)
        .holds();
  }
}
