package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Report;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class AnyipNoRangesTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String HAPROXY = "etc/haproxy/haproxy.cfg";
  private static final String FRONTEND =
      """
      frontend web
        mode tcp
        bind 10.20.30.66:443
        default_backend web
      backend web
        mode tcp
        server node-1 172.20.0.20:443
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL114");
  }

  @Test
  void warnsWhenAFrontendBindsAVip() {
    LintedLab lab =
        lab()
            .file(
                ANYIP,
                "# ranges <<< warning: has no range, although haproxy.cfg binds 10.20.30.66\n")
            .file(HAPROXY, FRONTEND);
    lab.holds();
    Report report = lab.report();
    assertThat(report.findings())
        .filteredOn(entry -> entry.finding().rule().code().equals("VL201"))
        .hasSize(1)
        .allMatch(
            entry -> entry.causedBy().equals(java.util.List.of(report.findings().get(0).id())));
  }

  @Test
  void isAnInfoOnAFreshAppliance() {
    lab()
        .file(ANYIP, "# ranges <<< info: can serve no VIP yet\n")
        .file(HAPROXY, "global\n  master-worker\n\ndefaults\n  mode tcp\n")
        .holds();
  }

  @Test
  void isSilentWhenOnlyOwnAddressesAreBound() {
    lab()
        .file(ANYIP, "# ranges\n")
        .file(
            "etc/vmware/route-tables.cfg",
            "3,frontend,00:50:56:00:00:03,10.20.30.66/24,10.20.30.1\n")
        .file(HAPROXY, FRONTEND)
        .holds();
  }

  @Test
  void isSilentWithARangeOrATemplate() {
    lab().file(ANYIP, "10.20.30.64/26\n").file(HAPROXY, FRONTEND).holds();
    lab().file(ANYIP, "{{ range }}\n").file(HAPROXY, FRONTEND).holds();
  }
}
