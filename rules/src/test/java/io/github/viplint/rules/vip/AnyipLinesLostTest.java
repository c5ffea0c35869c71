package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Report;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnyipLinesLostTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL113");
  }

  @Test
  void listsWhatStandsBehindTheLineThatFails() {
    Finding finding =
        lab()
            .file(
                ANYIP,
                """
                10.20.29.0/26
                10.20.30.17/28
                # more
                10.20.31.0/26 <<< error: 10.20.31.0/26, 10.20.32.0/26 are never added: the service ends at 10.20.30.17/28
                10.20.32.0/26
                """)
            .holds()
            .get(0);
    assertThat(finding.related())
        .extracting(related -> related.span().text())
        .containsExactly("10.20.30.17/28", "10.20.32.0/26");
    assertThat(finding.subjects()).containsExactly("10.20.31.0/26", "10.20.32.0/26");
  }

  @Test
  void isCausedByTheLineThatFailsAndByNoOther() {
    for (String bad : List.of("10.20.30.17/28", "10.20.30.0-10.20.30.9")) {
      Report report = lab().file(ANYIP, bad + "\n10.20.31.0/26\n10.20.32.1/26\n").report();
      Report.Entry cause =
          report.findings().stream()
              .filter(entry -> entry.finding().span().text().equals(bad))
              .findFirst()
              .orElseThrow();
      assertThat(report.findings())
          .filteredOn(entry -> entry.finding().rule().code().equals("VL113"))
          .singleElement()
          .satisfies(entry -> assertThat(entry.causedBy()).containsExactly(cause.id()));
    }
  }

  @Test
  void isCausedByTheLineEndsOfAWindowsFile() {
    Report report = lab().file(ANYIP, "10.20.30.0/26\r\n10.20.31.0/26\r\n").report();
    assertThat(report.roots())
        .singleElement()
        .extracting(root -> root.finding().rule().code())
        .isEqualTo("VL102");
  }

  @Test
  void namingAMendedLineByItsNewTextIsNoNewFault() {
    Report report = lab().file(ANYIP, "bad\n10.20.31.0/26\n10.20.32.1/26\n").report();
    assertThat(report.findings())
        .filteredOn(entry -> entry.finding().rule().code().equals("VL101"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.finding().fixes().get(0).proven()).isTrue());
  }

  @Test
  void findsLinesLostToAnAddressOfTheAppliance() {
    Finding finding =
        lab()
            .file(ANYIP, "10.20.30.2\n10.20.31.0/26 <<< error: ends at 10.20.30.2\n")
            .file(
                "paste-1.txt",
                """
                root@haproxy [ ~ ]# ip addr show
                1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
                    inet 127.0.0.1/8 scope host lo
                       valid_lft forever preferred_lft forever
                3: frontend: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                    link/ether 00:50:56:00:00:03 brd ff:ff:ff:ff:ff:ff
                    inet 10.20.30.2/24 brd 10.20.30.255 scope global frontend
                       valid_lft forever preferred_lft forever
                """)
            .holds()
            .get(0);
    assertThat(finding.notes()).anyMatch(note -> note.contains("File exists"));
  }

  @Test
  void isSilentWhenNothingFailsOrNothingFollows() {
    lab().file(ANYIP, "10.20.30.16/28\n10.20.31.0/26\n").holds();
    lab().file(ANYIP, "10.20.31.0/26\n10.20.30.17/28\n# end\n\n").holds();
  }

  @Test
  void isSilentBehindATemplate() {
    lab().file(ANYIP, "{{ vip_range }}\n10.20.31.0/26\n").holds();
  }
}
