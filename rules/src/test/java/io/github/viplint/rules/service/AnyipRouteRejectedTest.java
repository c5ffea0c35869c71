package io.github.viplint.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Report;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnyipRouteRejectedTest {
  private static final String HEAD = "root@haproxy [ ~ ]# journalctl -u anyip-routes --no-pager\n";
  private static final String ADDING =
      "Mar 02 10:11:10 haproxy.lab.example anyiproutectl.sh[701]: adding route for 10.20.30.70/26";
  private static final String ANSWER =
      "Mar 02 10:11:10 haproxy.lab.example anyiproutectl.sh[701]: RTNETLINK answers: Invalid argument\n";

  @Test
  void namesTheRangeAndTheAnswer() {
    List<Finding> findings =
        LintedLab.of("VL603")
            .file(
                "journal.txt", HEAD + ADDING + " <<< error: was refused 10.20.30.70/26\n" + ANSWER)
            .holds();
    assertThat(findings.get(0).evidence())
        .singleElement()
        .satisfies(evidence -> assertThat(evidence.message()).contains("Invalid argument"));
  }

  @Test
  void hangsBelowTheLineOfTheFileAndNamesTheLinesBehindIt() {
    LintedLab lab =
        LintedLab.of("VL603")
            .file("journal.txt", HEAD + ADDING + " <<< error: was refused\n" + ANSWER)
            .file(
                "cat.txt",
                "root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg\n10.20.30.70/26\n10.20.30.128/25\n");
    assertThat(lab.holds().get(0).notes())
        .contains("the lines behind it were never reached: 10.20.30.128/25");
    Report report = lab.report();
    assertThat(report.roots())
        .extracting(entry -> entry.finding().rule().code())
        .containsExactly("VL101");
  }

  @Test
  void isAnInfoWhenTheFileNoLongerHasIt() {
    LintedLab.of("VL603")
        .file(
            "journal.txt",
            HEAD + ADDING + " <<< info: which anyip-routes.cfg no longer has\n" + ANSWER)
        .file("cat.txt", "root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg\n10.20.30.64/26\n")
        .holds();
  }

  @Test
  void isSilentAboutWhatWasAdded() {
    LintedLab.of("VL603")
        .file(
            "journal.txt",
            HEAD
                + ADDING
                + "\nMar 02 10:11:10 haproxy.lab.example anyiproutectl.sh[701]: adding route for 10.20.31.0/24\n")
        .holds();
  }

  @Test
  void namesTheRangeAloneWhereTheLogHasNoTimesAndItsLinesCameTogether() {
    LintedLab.of("VL603")
        .file(
            "journal.txt",
            HEAD
                + ADDING
                + " <<< error: was refused 10.20.30.70/26 and stopped\n"
                + "RTNETLINK answers: Invalid argument\n"
                + ANSWER)
        .holds();
  }

  @Test
  void doesNotTakeAnErrorOfAnotherProcessForTheAnswer() {
    LintedLab.of("VL603")
        .file(
            "journal.txt",
            HEAD
                + ADDING
                + "\nMar 02 10:11:11 haproxy.lab.example routetablectl.sh[777]: RTNETLINK answers: File exists\n")
        .holds();
  }
}
