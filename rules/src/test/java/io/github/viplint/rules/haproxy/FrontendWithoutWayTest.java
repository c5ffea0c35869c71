package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontendWithoutWayTest {
  private static final String CFG = "etc/haproxy/haproxy.cfg";
  private static final String DEFAULTS =
      """
      defaults
        mode tcp
        timeout connect 5s
        timeout client 1m
        timeout server 1m
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL511");
  }

  @Test
  void findsAFrontendWithoutBackend() {
    Finding finding =
        lab()
            .file(
                CFG,
                DEFAULTS
                    + """
                    frontend api <<< warning: neither default_backend nor use_backend: clients are cut off
                      bind 10.20.30.35:443
                    """)
            .holds()
            .get(0);
    assertThat(finding.fixes()).extracting(Fix::safety).containsExactly(Fix.Safety.MANUAL);
  }

  @Test
  void findsABackendWithoutServer() {
    lab()
        .file(
            CFG,
            DEFAULTS
                + """
                frontend api
                  mode http
                  bind 10.20.30.35:443
                  default_backend web
                backend web <<< warning: this backend has no server: clients get 503
                  mode http
                """)
        .holds();
  }

  @Test
  void findsAListenSectionWithoutServer() {
    lab()
        .file(
            CFG,
            DEFAULTS + "listen api <<< warning: no server and no backend\n  bind 10.20.30.35:443\n")
        .holds();
  }

  @Test
  void findsAPortThatNoBackendTakes() {
    lab()
        .file(
            CFG,
            DEFAULTS
                + """
                frontend api
                  bind 10.20.30.35:443
                  bind 10.20.30.35:6443 <<< warning: no use_backend takes port 6443
                  bind 10.20.30.35:8080
                  use_backend web if { dst_port 443 }
                  use_backend web if { dst_port 8000:8100 }
                backend web
                  server one 172.20.0.11:443
                """)
        .holds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  default_backend web",
        "  use_backend web if { dst_port 443 6443 }",
        // other conditions than ports may take any port
        "  use_backend web if { src 10.0.0.0/8 }",
        "  use_backend %[ssl_fc_sni]",
        "  mode http\n  http-request return status 200",
        "  mode http\n  redirect scheme https",
        "  mode http\n  stats enable",
        "  mode http\n  monitor-uri /alive",
        "  tcp-request content reject",
        "  disabled",
      })
  void isSilentOnAFrontendWith(String line) {
    lab()
        .file(
            CFG,
            DEFAULTS
                + "frontend api\n  bind 10.20.30.35:443\n"
                + line
                + "\nbackend web\n  server one 172.20.0.11:443\n")
        .holds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server one 172.20.0.11:443",
        "server-template one 3 node:443",
        "dispatch 172.20.0.11:443",
        "option transparent",
        "stick-table type ip size 1m",
        "errorfile 503 /etc/haproxy/sorry.http",
      })
  void isSilentOnABackendWith(String line) {
    lab()
        .file(
            CFG,
            DEFAULTS
                + "frontend api\n  bind 10.20.30.35:443\n  default_backend web\nbackend web\n  "
                + line
                + "\n")
        .holds();
  }

  @Test
  void leavesABackendThatNobodyUsesToAnotherRule() {
    lab().file(CFG, DEFAULTS + "backend web\n  balance roundrobin\n").holds();
  }

  @Test
  void isSilentWhenTheDefaultsNameABackend() {
    lab()
        .file(
            CFG,
            DEFAULTS
                + "  default_backend web\nfrontend api\n  bind 10.20.30.35:443\n"
                + "backend web\n  server one 172.20.0.11:443\n")
        .holds();
  }
}
