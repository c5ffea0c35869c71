package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotAllowedHereTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.6 | defaults d | bind :80 | move it to a section that takes it: frontend, listen, peers, log-forward",
        "2.6 | frontend f | server s 10.0.0.1:80 | move it to a section that takes it: backend, listen, peers, ring",
        "2.6 | defaults d | chroot /x | move it to a section that takes it: global",
        "2.2 | frontend f | tcp-response content close | move it to a section that takes it: listen, backend",
        "2.6 | backend b | tcp-request connection accept | move it to a section that takes it: defaults, frontend, listen",
      })
  void findsWhatHaproxyRefuses(String version, String section, String line, String help) {
    Finding finding = of(version, section + "\n  " + line + " <<< error: may not stand").get(0);
    assertThat(finding.help()).isEqualTo(help);
  }

  @Test
  void findsRulesInADefaultsSectionWithoutAName() {
    of("2.6", "defaults\n  acl a src 10.0.0.1 <<< error: only if it has a name");
    of("2.6", "defaults d\n  acl a src 10.0.0.1");
    of("2.2", "defaults d\n  acl a src 10.0.0.1 <<< error: may not stand in a defaults section");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frontend f | balance roundrobin",
        "frontend f | timeout server 5s",
        "frontend f | option redispatch",
        "backend b | bind :80",
        "backend b | timeout client 5s",
        "backend b | maxconn 100",
      })
  void warnsOfWhatHaproxyIgnores(String section, String line) {
    of("2.6", section + "\n  " + line + " <<< warning: haproxy ignores it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "listen a\n  bind :80\n  balance roundrobin\n  maxconn 5\n  timeout client 5s",
        "defaults\n  balance roundrobin\n  option redispatch\n  maxconn 5",
        "frontend a\n  timeout http-request 5s\n  option forwardfor",
        "crt-store a\n  bind :80",
      })
  void isSilentOn(String text) {
    of("2.2", text);
  }

  private static List<Finding> of(String version, String marked) {
    return HaproxyFile.of("VL518", version, HaproxyFile.DEFAULTS + marked + "\n").holds();
  }
}
