package io.github.viplint.rules.haproxy;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnusedBackendTest {
  private static final String CFG = "etc/haproxy/haproxy.cfg";

  @Test
  void findsABackendThatNothingLeadsTo() {
    LintedLab.of("VL507")
        .file(
            CFG,
            """
            frontend api
              bind 10.20.30.35:443
              default_backend web
            backend web
              server one 172.20.0.11:443
            backend old <<< info/high: no frontend leads to backend old
              server one 172.20.0.12:443
            listen stats
              bind 127.0.0.1:8404
            """)
        .holds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  use_backend old if { dst_port 443 }",
        "  use_backend %[req_ssl_sni]",
        "  use_backend o%[req_ssl_sni]",
        "  use_backend web if { dst_port 443 } use_backend old if { dst_port 6443 }",
        "  bind 10.20.30.35:444 default_backend old",
        "  acl dead nbsrv(old) lt 1",
        "  acl dead srv_is_up(old/one)",
        "  tcp-request content track-sc0 src table old",
        "  filter spoe engine guard config /etc/haproxy/spoe.cfg",
      })
  void isSilentOnAFileWith(String line) {
    LintedLab.of("VL507")
        .file(
            CFG,
            "frontend api\n  bind 10.20.30.35:443\n  default_backend web\n"
                + line
                + "\nbackend web\n  server one 172.20.0.11:443\n"
                + "backend old\n  server one 172.20.0.12:443\n")
        .holds();
  }

  @Test
  void isSilentOnWhatIsDisabled() {
    LintedLab.of("VL507").file(CFG, "backend old\n  disabled\n").holds();
  }
}
