package io.github.viplint.rules.vip;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class AnyipStateDiffersTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String LOCAL =
      """
      root@haproxy [ ~ ]# ip route show table local
      local 10.20.30.64/26 dev lo scope host
      local 10.20.30.128/26 dev lo scope host%s
      local 10.20.30.10 dev frontend proto kernel scope host src 10.20.30.10
      broadcast 10.20.30.255 dev frontend proto kernel scope link src 10.20.30.10
      local 127.0.0.0/8 dev lo proto kernel scope host src 127.0.0.1
      local 127.0.0.1 dev lo proto kernel scope host src 127.0.0.1
      broadcast 127.255.255.255 dev lo proto kernel scope link src 127.0.0.1
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL115");
  }

  @Test
  void findsWhatIsNotActiveAndWhatIsNoLongerInTheFile() {
    lab()
        .file("paste-1.txt", LOCAL.formatted(" <<< warning: is active and not in anyip-routes.cfg"))
        .file(ANYIP, "10.20.30.64/26\n10.20.30.192/27 <<< warning: is not active\n")
        .holds();
  }

  @Test
  void leavesWhatTheServiceCannotTakeToOthers() {
    lab()
        .file("paste-1.txt", LOCAL.formatted(""))
        .file(ANYIP, "10.20.30.64/26\n10.20.30.129/26\n10.20.30.200\n")
        .holds();
  }

  @Test
  void isSilentWhenTheyAgree() {
    lab()
        .file("paste-1.txt", LOCAL.formatted(""))
        .file(ANYIP, "10.20.30.64/26\n10.20.30.128/26\n")
        .holds();
    lab()
        .file("paste-1.txt", LOCAL.formatted(""))
        .file(ANYIP, "10.20.30.64/26\n 10.20.30.128/26\nfd00:20::/64\n")
        .holds();
  }

  @Test
  void isSilentWithoutTableLocal() {
    lab()
        .file(
            "paste-1.txt",
            "root@haproxy [ ~ ]# ip route show\ndefault via 10.20.30.1 dev frontend\n")
        .file(ANYIP, "10.20.30.64/26\n")
        .holds();
  }
}
