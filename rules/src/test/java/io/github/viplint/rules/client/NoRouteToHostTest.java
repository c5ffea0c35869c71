package io.github.viplint.rules.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Report;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class NoRouteToHostTest {
  private static final String FAILED =
      """
      admin@desk:~$ kubectl get nodes
      Unable to connect to the server: dial tcp 10.20.30.70:6443: connect: no route to host""";

  @Test
  void isARootWhenNothingElseIsKnown() {
    LintedLab lab =
        LintedLab.of("VL702")
            .file("login.txt", FAILED + " <<< error: the connection to 10.20.30.70:6443 failed\n");
    lab.holds();
    assertThat(lab.report().roots()).hasSize(1);
  }

  @Test
  void isLessSureWhereALoginSucceeded() {
    LintedLab.of("VL702")
        .file("login.txt", FAILED + " <<< error/medium: no route to host\n")
        .file(
            "later.txt",
            """
            admin@desk:~$ kubectl vsphere login --server=10.20.30.70

            Logged in successfully.
            """)
        .holds();
  }

  @Test
  void hangsBelowTheRefusedRangeThatTheAddressLiesIn() {
    LintedLab lab =
        LintedLab.of("VL702")
            .file("login.txt", FAILED + " <<< error: no route to host\n")
            .file("anyip-routes.cfg", "10.20.30.66/26\n");
    lab.holds();
    Report report = lab.report();
    assertThat(report.roots())
        .extracting(entry -> entry.finding().rule().code())
        .containsExactly("VL101");
  }

  @Test
  void doesNotHangBelowARangeThatTheAddressIsNotIn() {
    LintedLab lab =
        LintedLab.of("VL702")
            .file("login.txt", FAILED + " <<< error: no route to host\n")
            .file("anyip-routes.cfg", "10.20.99.66/26\n");
    lab.holds();
    assertThat(lab.report().roots())
        .extracting(entry -> entry.finding().rule().code())
        .containsExactlyInAnyOrder("VL101", "VL702");
  }
}
