package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnusedAclTest {
  private static final String CFG = "etc/haproxy/haproxy.cfg";

  @Test
  void findsAnAclThatNoConditionAsksFor() {
    Finding finding =
        LintedLab.of("VL508")
            .file(
                CFG,
                """
                frontend api
                  bind 10.20.30.35:443
                  acl local src 10.0.0.0/8
                  acl old src 10.1.0.0/16 <<< info/high: no condition of this frontend asks for old
                  acl old src 10.2.0.0/16
                  tcp-request content reject unless local
                backend web
                  tcp-request content reject if { always_false } || !{ src 10.0.0.1 }
                """)
            .holds()
            .get(0);
    assertThat(finding.related()).hasSize(1);
    assertThat(finding.fixes().get(0).proven()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "use_backend web if old",
        "use_backend web if !old",
        "use_backend web if { dst_port 1 } or old",
        "http-request set-header X y unless old",
        "stats admin if old",
        "monitor fail if old",
        "http-request set-var(txn.a) acl(old,!other)",
        // VL513 has the line
        "bind 10.20.30.35:444 use_backend web if old",
        "use_backend web if { dst_port 1 } use_backend web if old",
        // a line that is not known may ask for it too
        "some-new-rule if old",
      })
  void isSilentOn(String line) {
    LintedLab.of("VL508")
        .file(CFG, "frontend api\n  acl old src 10.1.0.0/16\n  " + line + "\n")
        .holds();
  }
}
