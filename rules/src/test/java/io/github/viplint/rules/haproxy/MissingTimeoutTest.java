package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingTimeoutTest {
  private static final String CFG = "etc/haproxy/haproxy.cfg";
  private static final String ALL =
      """
      defaults
        mode tcp
        timeout connect 5s
        timeout client 1m
        timeout server 1m
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL509");
  }

  @Test
  void missesWhatTheDefaultsDoNotSet() {
    Finding finding =
        lab()
            .file(
                CFG,
                """
                defaults
                  mode tcp
                  timeout connect 5s
                frontend api <<< warning: frontend api has no timeout client
                  bind 10.20.30.35:443
                  default_backend web
                backend web <<< warning: backend web has no timeout server
                  server one 172.20.0.11:443
                """)
            .holds()
            .get(0);
    Fix fix = finding.fixes().get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.UNSAFE);
    assertThat(fix.proven()).isTrue();
    assertThat(fix.edits()).extracting("newText").containsExactly("\n  timeout client 10s");
  }

  @Test
  void saysOnceWhatManyLackForOneReason() {
    Finding finding =
        lab()
            .file(
                CFG,
                """
                defaults
                  mode tcp
                  timeout connect 5s
                  timeout server 0
                listen a <<< warning: listen a and 2 more have no timeout client, timeout server
                  bind 10.20.30.35:443
                  server one 172.20.0.11:443
                listen b
                  bind 10.20.30.35:444
                  server one 172.20.0.11:443
                listen c
                  bind 10.20.30.35:445
                  server one 172.20.0.11:443
                """)
            .holds()
            .get(0);
    assertThat(finding.related()).hasSize(2);
    assertThat(finding.fixes().get(0).proven()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frontend a\n  timeout client 30s\n  bind 10.20.30.35:443\n",
        // nothing to connect to
        "backend a\n  mode tcp\n",
        "backend a\n  disabled\n  server one 172.20.0.11:443\n",
        // a tunnel's timeout is enough in mode tcp
        "backend a\n  timeout connect 5s\n  timeout tunnel 1h\n  server one 172.20.0.11:443\n",
      })
  void isSilentOn(String section) {
    lab().file(CFG, "defaults\n  mode tcp\n" + section).holds();
  }

  @Test
  void takesTheDefaultsBeforeTheProxy() {
    lab()
        .file(
            CFG,
            ALL
                + """
                listen a
                  bind 10.20.30.35:443
                  server one 172.20.0.11:443
                defaults
                  mode tcp
                listen b <<< warning: listen b has no timeout client, timeout connect, timeout server
                  bind 10.20.30.35:444
                  server one 172.20.0.11:443
                """)
        .holds();
  }

  @Test
  void takesTheDefaultsThatAreNamed() {
    lab()
        .file(
            CFG,
            "defaults slow\n  timeout client 1m\ndefaults\n  mode http\n"
                + "frontend a from slow\n  bind 10.20.30.35:443\n"
                + "frontend b <<< warning: frontend b has no timeout client\n"
                + "  bind 10.20.30.35:444\n")
        .holds();
  }

  @Test
  void isSilentOnAnExcerpt() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# cat /etc/haproxy/haproxy.cfg | tail -3
            frontend api
              bind 10.20.30.35:443
              default_backend web
            root@haproxy [ ~ ]#
            """)
        .holds();
  }
}
