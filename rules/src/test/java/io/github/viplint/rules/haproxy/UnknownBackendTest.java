package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownBackendTest {
  private static final String CFG = "etc/haproxy/haproxy.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL503");
  }

  @Test
  void findsNamesThatNothingDefines() {
    lab()
        .file(
            CFG,
            """
            frontend api
              bind 10.20.30.35:443
              use_backend kube if { dst_port 6443 } <<< error/high: there is no backend kube: haproxy refuses the file
              default_backend nodes <<< error: there is no backend nodes
            backend web
              server one 172.20.0.11:443
            """)
        .holds();
  }

  @Test
  void offersTheNearestName() {
    Finding finding =
        lab()
            .file(
                CFG,
                """
                frontend api
                  bind 10.20.30.35:443
                  default_backend contrl-plane <<< error: there is no backend contrl-plane
                backend control-plane
                  server one 172.20.0.11:443
                """)
            .holds()
            .get(0);
    Fix fix = finding.fixes().get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.UNSAFE);
    assertThat(fix.proven()).isTrue();
    assertThat(fix.edits()).extracting("newText").containsExactly("control-plane");
  }

  @Test
  void saysThatAFrontendIsNone() {
    Finding finding =
        lab()
            .file(
                CFG,
                """
                frontend api
                  bind 10.20.30.35:443
                  default_backend web <<< error: there is no backend web
                frontend web
                  bind 10.20.30.35:444
                """)
            .holds()
            .get(0);
    assertThat(finding.related()).hasSize(1);
  }

  @Test
  void findsASectionThatLeadsToItself() {
    lab()
        .file(
            CFG,
            """
            listen api
              bind 10.20.30.35:443
              default_backend api <<< error: api sends connections to itself
              server one 172.20.0.11:443
            """)
        .holds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  use_backend %[req_ssl_sni,lower]",
        "  use_backend bk_%[req_ssl_sni] if { dst_port 443 }",
        "  default_backend \"${BACKEND}\"",
        "  default_backend other",
        // the last one counts
        "  default_backend nope\n  default_backend web",
        "  disabled\n  default_backend nope",
        // VL513 has the rest of the line
        "  use_backend web if { dst_port 443 } use_backend nope if { dst_port 6443 }",
      })
  void isSilentOn(String lines) {
    lab()
        .file(
            CFG,
            "frontend api\n  bind 10.20.30.35:443\n"
                + lines
                + "\nbackend web\n  server one 172.20.0.11:443\n"
                + "listen other\n  bind 10.20.30.35:444\n  server one 172.20.0.11:443\n")
        .holds();
  }

  @Test
  void judgesDefaultsByThoseThatTakeThemOver() {
    lab()
        .file(
            CFG,
            """
            defaults
              default_backend gone
            backend web
              server one 172.20.0.11:443
            defaults
              default_backend lost <<< error: there is no backend lost
            frontend api
              bind 10.20.30.35:443
            """)
        .holds();
  }

  @Test
  void isSilentOnAnExcerpt() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# cat /etc/haproxy/haproxy.cfg | head -4
            frontend api
              bind 10.20.30.35:443
              default_backend web
            root@haproxy [ ~ ]#
            """)
        .holds();
  }

  @Test
  void leavesSectionsOfVcenterToVcenter() {
    Finding finding =
        lab()
            .file(
                CFG,
                """
                frontend domain-c9:0001-web
                  bind 10.20.30.35:443
                  default_backend domain-c9:0001-web-ngin <<< error: there is no backend
                backend domain-c9:0001-web-nginx
                  server one 172.20.0.11:443
                """)
            .holds()
            .get(0);
    assertThat(finding.fixes()).extracting(Fix::safety).containsExactly(Fix.Safety.MANUAL);
  }
}
