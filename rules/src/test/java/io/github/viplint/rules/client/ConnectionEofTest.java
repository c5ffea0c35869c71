package io.github.viplint.rules.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class ConnectionEofTest {
  @Test
  void isOneFindingForEachAddressAndPort() {
    LintedLab.of("VL704")
        .file(
            "paste.txt",
            """
            admin@desk:~$ kubectl vsphere login --server=10.20.30.70
            ERRO[0005] Error occurred during HTTP request: Post "https://10.20.30.70/wcp/login": EOF <<< error: the connection to 10.20.30.70:443 was accepted and closed at once
            FATA[0005] Login failed: Post "https://10.20.30.70/wcp/login": EOF
            """)
        .holds();
  }

  @Test
  void knowsWhatBrowsersSay() {
    LintedLab.of("VL704")
        .file(
            "paste.txt",
            """
            Error code: PR_END_OF_FILE_ERROR <<< error: as a proxy without a server does
            """)
        .holds();
  }

  @Test
  void isSilentOnOtherEnds() {
    LintedLab.of("VL704")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] error reading the file: EOF
            """)
        .holds();
  }

  @Test
  void hangsBelowTheBackendThatIsDown() {
    LintedLab lab =
        LintedLab.of("VL704")
            .file(
                "login.txt",
                """
                admin@desk:~$ kubectl vsphere login --server=10.20.30.70
                ERRO[0005] Error occurred during HTTP request: Post "https://10.20.30.70/wcp/login": EOF <<< error: closed at once
                """)
            .file(
                "haproxy.cfg",
                "global\ndefaults\n mode tcp\nfrontend f\n bind 10.20.30.70:443\n default_backend b\n"
                    + "backend b\n server s 10.20.40.9:443\n")
            .file(
                "journal.txt",
                "Mar 04 05:06:07 lb1 haproxy[829]: backend 'b' has no server available!\n");
    lab.holds();
    assertThat(lab.report().roots())
        .extracting(entry -> entry.finding().rule().code())
        .contains("VL606")
        .doesNotContain("VL704");
  }
}
