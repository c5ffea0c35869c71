package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoDirectivesOnOneLineTest {
  private static final String CFG = "etc/haproxy/haproxy.cfg";
  private static final String DEFAULTS =
      """
      defaults
        mode http
        timeout connect 5s
        timeout client 1m
        timeout server 1m
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL513");
  }

  @Test
  void findsADirectiveBehindACondition() {
    Finding finding =
        lab()
            .file(
                CFG,
                DEFAULTS
                    + """
                    frontend api
                      bind 10.20.30.35:443
                      use_backend web if { dst_port 443 }  use_backend kube if { dst_port 6443 } <<< error/high: use_backend stands in the middle of a use_backend line
                    backend web
                      server one 172.20.0.11:443
                    backend kube
                      server one 172.20.0.11:6443
                    """)
            .holds()
            .get(0);
    assertThat(finding.span().place().startColumn()).isEqualTo(40);
    Fix fix = finding.fixes().get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.SAFE);
    assertThat(fix.proven()).isTrue();
    assertThat(fix.edits())
        .singleElement()
        .satisfies(
            edit -> {
              assertThat(edit.span().text()).isEqualTo("  ");
              assertThat(edit.newText()).isEqualTo("\n  ");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mode http balance roundrobin",
        "balance roundrobin option http-server-close",
        "option tcp-check log-tag web",
        "timeout connect 5s timeout server 1m",
        "default_backend web use_backend kube if { dst_port 6443 }",
        "http-request deny if { path_beg /a } || !{ src 10.0.0.0/8 } http-request deny",
        "use_backend web if is_web use_backend kube if { dst_port 6443 }",
        "use_backend web unless { dst_port 6443 } backend kube",
        "bind 10.20.30.35:443 name a bind 10.20.30.35:6443 name b",
        "server one 172.20.0.11:443 check verify none server two 172.20.0.12:443 check",
        "log global mode http",
        "bind 10.20.30.35:443 default_backend web",
        "bind 10.20.30.35:443 ssl crt /etc/web.pem transparent use_backend web if { src 10.0.0.1 }",
        "server one 172.20.0.11:443 check inter 2s balance roundrobin",
      })
  void findsADirectiveBehindA(String line) {
    assertThat(
            lab()
                .file(CFG, DEFAULTS + "listen api\n" + line + " <<< error: stands in the middle\n")
                .holds())
        .hasSize(1);
  }

  @Test
  void findsADirectiveBehindTheNameOfASection() {
    lab()
        .file(CFG, DEFAULTS + "frontend api bind 10.20.30.35:443 <<< error: bind stands in the\n")
        .holds();
  }

  @Test
  void findsThreeOnOneLineAsOneFault() {
    Finding finding =
        lab()
            .file(
                CFG,
                DEFAULTS
                    + """
                    listen api
                    \tmode tcp balance roundrobin option tcp-check <<< error: balance stands
                    """)
            .holds()
            .get(0);
    assertThat(finding.fixes().get(0).edits())
        .extracting("newText")
        .containsExactly("\n\t", "\n\t");
    assertThat(finding.fixes().get(0).proven()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log-format \"%ci mode http option tcplog\"",
        "http-request set-header X-A mode if { path_beg /mode } { path_end server }",
        "http-request deny if { path_beg /a } mode { src 10.0.0.0/8 }",
        "http-request set-header X-Mode \"a mode http\"",
        "use_backend web if { hdr(host) -i bind server mode a.example }",
        "server mode 10.0.0.1:80 cookie server check",
        "server server 10.0.0.1:80",
        "bind 10.20.30.35:443 name bind",
        "bind 10.20.30.35:443 name server accept-proxy",
        "bind 10.20.30.35:443 name default_backend transparent",
        "bind /run/api.sock mode 600 user haproxy",
        "server one 172.20.0.11:443 cookie option maxconn 100 weight 10",
        "server one 172.20.0.11:443 source 0.0.0.0 usesrc client interface balance",
        "acl is_mode path_beg mode option",
        "option httpchk GET /server mode",
        "description mode http and bind 10.0.0.1:80",
        "log stdout format raw local0 info",
        "timeout connect 5s",
        "default_backend mode",
        "log-tag option",
        "tcp-request content accept if { req_ssl_hello_type 1 }",
        "stick-table type ip size 1m expire 30m",
      })
  void isSilentOn(String line) {
    lab().file(CFG, DEFAULTS + "listen api\n  acl mode always_true\n  " + line + "\n").holds();
  }

  @Test
  void isNotSureOfAPaste() {
    Finding finding =
        lab()
            .file(
                "paste-1.txt",
                """
                root@haproxy [ ~ ]# cat /etc/haproxy/haproxy.cfg
                frontend api
                  bind 10.20.30.35:443
                  use_backend web if { dst_port 443 }  use_backend kube if { dst_port 6443 } <<< warning/low: line break
                root@haproxy [ ~ ]#
                """)
            .holds()
            .get(0);
    assertThat(finding.fixes()).extracting(Fix::safety).containsExactly(Fix.Safety.MANUAL);
  }

  @Test
  void yieldsToHaproxysOwnVerdict() {
    Finding finding =
        lab()
            .file(
                CFG,
                DEFAULTS
                    + "listen api\n  log-tag api option tcplog <<< warning/low: option stands\n")
            .file(
                "check.txt",
                """
                root@haproxy [ ~ ]# haproxy -c -f /etc/haproxy/haproxy.cfg
                Configuration file is valid
                """)
            .holds()
            .get(0);
    assertThat(finding.evidence())
        .singleElement()
        .extracting(Evidence::says)
        .isEqualTo(Evidence.Says.CONTRADICTS);
  }

  @Test
  void leavesSectionsOfVcenterToVcenter() {
    Finding finding =
        lab()
            .file(
                CFG,
                DEFAULTS
                    + "backend domain-c9:0001-web\n"
                    + "  mode tcp balance roundrobin <<< error: balance stands\n")
            .holds()
            .get(0);
    assertThat(finding.fixes()).extracting(Fix::safety).containsExactly(Fix.Safety.MANUAL);
  }
}
