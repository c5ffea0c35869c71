package io.github.viplint.rules.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Report;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class VipNotServedTest {
  private static final String AS_SHIPPED = "global\n  maxconn 60000\ndefaults\n  mode tcp\n";
  private static final String REFUSED =
      """
      admin@desk:~$ kubectl get nodes
      The connection to the server 10.20.30.70:6443 was refused - did you specify the right host or port?""";

  @Test
  void speaksOfAVipInARange() {
    LintedLab lab =
        LintedLab.of("VL205")
            .file("haproxy.cfg", AS_SHIPPED)
            .file("anyip-routes.cfg", "10.20.30.64/26\n")
            .file(
                "login.txt",
                REFUSED + " <<< error/high: no frontend of the appliance binds 10.20.30.70:6443\n");
    lab.holds();
    Report report = lab.report();
    assertThat(report.findings())
        .filteredOn(entry -> entry.finding().rule().code().equals("VL701"))
        .as("the refusal hangs below the missing frontend")
        .singleElement()
        .satisfies(entry -> assertThat(entry.causedBy()).isNotEmpty());
  }

  @Test
  void isLessSureWithoutTheRanges() {
    LintedLab.of("VL205")
        .file("haproxy.cfg", AS_SHIPPED)
        .file("login.txt", REFUSED + " <<< error/medium: 10.20.30.70:6443\n")
        .holds();
  }

  @Test
  void isSilentWhenAFrontendBindsIt() {
    LintedLab.of("VL205")
        .file("haproxy.cfg", AS_SHIPPED + "frontend api\n  bind 10.20.30.70:6443\n")
        .file("anyip-routes.cfg", "10.20.30.64/26\n")
        .file("login.txt", REFUSED + "\n")
        .holds();
  }

  @Test
  void isSilentOnAnExcerpt() {
    LintedLab.of("VL205")
        .file(
            "paste.txt",
            """
            root@haproxy [ ~ ]# cat /etc/haproxy/haproxy.cfg
            ....
            frontend other
              bind 10.20.30.80:443
            """)
        .file("login.txt", REFUSED + "\n")
        .holds();
  }

  @Test
  void isSilentAboutANode() {
    LintedLab.of("VL205")
        .file("haproxy.cfg", AS_SHIPPED + "backend api\n  server one 10.20.30.70:6443\n")
        .file("login.txt", REFUSED + "\n")
        .holds();
  }
}
