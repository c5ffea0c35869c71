package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModeMismatchTest {
  private static final String CFG = "etc/haproxy/haproxy.cfg";
  private static final String DEFAULTS =
      "defaults\n  timeout connect 5s\n  timeout client 1m\n  timeout server 1m\n";

  private static LintedLab lab() {
    return LintedLab.of("VL510");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http-request deny if { src 10.0.0.1 }",
        "http-response del-header Server",
        "redirect scheme https",
        "option forwardfor",
        "cookie SRV insert",
        "monitor-uri /alive",
        "stats enable",
        "balance uri",
        "balance hdr(Host)",
        "capture cookie SESSION len 32",
      })
  void findsInModeTcp(String line) {
    lab()
        .file(
            CFG,
            DEFAULTS
                + "listen api\n  bind 10.20.30.35:443\n  server one 172.20.0.11:443\n  "
                + line
                + " <<< warning: needs mode http, and this listen is in mode tcp\n")
        .holds();
  }

  @Test
  void writesTheLogThatHaproxyFallsBackTo() {
    Finding finding =
        lab()
            .file(
                CFG,
                DEFAULTS
                    + """
                    frontend api
                      mode tcp
                      bind 10.20.30.35:443
                      option httplog <<< warning: 'option httplog' needs mode http
                      default_backend web
                    backend web
                      server one 172.20.0.11:443
                    """)
            .holds()
            .get(0);
    Fix fix = finding.fixes().get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.SAFE);
    assertThat(fix.proven()).isTrue();
    assertThat(fix.edits()).extracting("newText").containsExactly("tcplog");
  }

  @Test
  void saysSeveralRulesOfOneKindOnce() {
    Finding finding =
        lab()
            .file(
                CFG,
                DEFAULTS
                    + """
                    listen api
                      http-request set-header A b <<< warning: http-request
                      http-request set-header C d
                      server one 172.20.0.11:443
                    """)
            .holds()
            .get(0);
    assertThat(finding.related()).hasSize(1);
  }

  @Test
  void refusesABackendInModeTcpBehindAFrontendInModeHttp() {
    lab()
        .file(
            CFG,
            DEFAULTS
                + """
                frontend api
                  mode http
                  bind 10.20.30.35:443
                  use_backend raw if { path /raw } <<< error: its backend in mode tcp
                  default_backend web
                backend raw
                  server one 172.20.0.11:443
                backend web
                  mode http
                  server one 172.20.0.11:443
                """)
        .holds();
  }

  @Test
  void isSilentOnHttpBehindTcp() {
    lab()
        .file(
            CFG,
            DEFAULTS
                + """
                frontend api
                  bind 10.20.30.35:443
                  default_backend web
                backend web
                  mode http
                  option forwardfor
                  http-request set-header A b
                  server one 172.20.0.11:443
                """)
        .holds();
  }

  @Test
  void takesTheModeOfTheDefaults() {
    lab()
        .file(
            CFG,
            DEFAULTS
                + """
                  mode http
                frontend api
                  bind 10.20.30.35:443
                  http-request deny if { path /x }
                  default_backend web
                backend web
                  option httpchk
                  server one 172.20.0.11:443
                """)
        .holds();
  }

  @Test
  void isSilentOnWhatIsDisabled() {
    lab().file(CFG, DEFAULTS + "listen api\n  disabled\n  stats enable\n").holds();
  }
}
