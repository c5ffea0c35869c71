package io.github.viplint.rules.routing;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class AsymmetricPathTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String TABLES = "etc/vmware/route-tables.cfg";
  private static final String FRONTEND =
      """
      3,frontend,00:50:56:00:00:03,10.20.30.10/24,10.20.30.1
      3,frontend,00:50:56:00:00:03,10.20.30.10/24
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL404");
  }

  @Test
  void findsRepliesThatLeaveByManagement() {
    lab()
        .file("paste-1.txt", CapturedHost.with("", CapturedHost.DEFAULT))
        .file(TABLES, FRONTEND)
        .file(
            ANYIP,
            "10.20.30.64/26 <<< warning: come in by frontend and replies to other networks leave by management\n")
        .holds();
  }

  @Test
  void isSilentWhereTheRuleLeadsBack() {
    lab()
        .file("paste-1.txt", CapturedHost.with(CapturedHost.RULE, CapturedHost.DEFAULT))
        .file(TABLES, FRONTEND)
        .file(ANYIP, "10.20.30.64/26\n")
        .holds();
  }

  @Test
  void isSilentForANetworkWithoutRouterOrConnection() {
    lab()
        .file(
            "paste-1.txt",
            CapturedHost.with("", CapturedHost.DEFAULT)
                .replace("default via 10.20.30.1 dev frontend proto static\n", ""))
        .file(ANYIP, "10.20.30.64/26\n172.30.9.0/28\n")
        .holds();
  }

  @Test
  void isSilentWithoutPolicyRules() {
    lab()
        .file(
            "paste-1.txt",
            CapturedHost.with("", CapturedHost.DEFAULT)
                .replaceAll("(?s)root@haproxy \\[ ~ ]# ip rule.*", ""))
        .file(TABLES, FRONTEND)
        .file(ANYIP, "10.20.30.64/26\n")
        .holds();
  }
}
