package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class DiffersFromLastKnownGoodTest {
  private static final String CFG = "etc/haproxy/haproxy.cfg";
  private static final String LKG = "etc/haproxy/haproxy.cfg.lkg";
  private static final String GOOD =
      """
      # _version=7
      frontend api
        bind 10.20.30.35:443
        default_backend web
      backend web
        server one 172.20.0.11:443
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL514");
  }

  @Test
  void findsTheFirstDifference() {
    var finding =
        lab()
            .file(
                CFG,
                """
                # _version=8
                frontend api
                  bind 10.20.30.35:443
                  default_backend web
                backend web
                  server one 172.20.0.12:443 <<< warning/high: haproxy.cfg differs from haproxy.cfg.lkg and has 1 more lines
                  server two 172.20.0.13:443
                """)
            .file(LKG, GOOD)
            .holds()
            .get(0);
    assertThat(finding.related())
        .singleElement()
        .satisfies(there -> assertThat(there.span().text()).startsWith("server one 172.20.0.11"));
    assertThat(finding.fixes()).extracting(Fix::safety).containsExactly(Fix.Safety.MANUAL);
  }

  @Test
  void findsLinesThatAreGone() {
    lab()
        .file(
            CFG,
            """
            frontend api
              bind 10.20.30.35:443
              default_backend web <<< warning: and has 2 fewer lines
            """)
        .file(LKG, GOOD)
        .holds();
  }

  @Test
  void isSilentOnCommentsAndBlanks() {
    lab()
        .file(CFG, GOOD.replace("# _version=7", "# _version=8\n").replace("  ", "\t"))
        .file(LKG, GOOD)
        .holds();
  }

  @Test
  void isNotSureOfPastes() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# cat /etc/haproxy/haproxy.cfg
            global
              maxconn 60000 <<< warning/medium: differs
            root@haproxy [ ~ ]# cat /etc/haproxy/haproxy.cfg.lkg
            global
              maxconn 50000
            root@haproxy [ ~ ]#
            """)
        .holds();
  }

  @Test
  void judgesNothingWithoutTheCopy() {
    lab().file(CFG, GOOD).holds();
  }
}
