package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class DataplaneCertificateTest {
  private static final String ADDRESSES =
      """
      root@lb1 [ ~ ]# ip addr
      2: management: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
          inet 172.30.5.%s/24 brd 172.30.5.255 scope global management
      """;

  private static LintedLab lab(String certificate, String expected) {
    String pem = TestCertificate.read(certificate);
    String marked = expected.isEmpty() ? pem : pem.replaceFirst("\n", " <<< " + expected + "\n");
    return LintedLab.of("VL714")
        .file("etc/haproxy/ca.crt", TestCertificate.read("ca"))
        .file("etc/haproxy/server.crt", marked);
  }

  @Test
  void findsWhatIsOutOfItsTime() {
    lab("expired", "error: server.crt expired on 2021-01-01T00:00:00Z").holds();
    lab("future", "error: server.crt is not valid before 2110-01-01T00:00:00Z").holds();
  }

  @Test
  void findsAnotherIssuer() {
    lab(
            "other-issuer",
            "error: server.crt is not issued by the CA of ca.crt, but by CN=Old Harbour")
        .holds();
  }

  @Test
  void findsThatTheManagementAddressIsMissing() {
    lab("server", "error: and the management address 172.30.5.99 is not among them")
        .file("paste-1.txt", ADDRESSES.formatted("99"))
        .holds();
  }

  @Test
  void takesThePlannedAddressWhereNoneWasCaptured() {
    lab("server", "error: and the management address 172.30.5.98 is not among them")
        .file(
            "plan.md",
            """
            | Data Plane API Addr | 172.30.5.98:5556 |
            | Management Gateway | 172.30.5.1 |
            | Workload Gateway | 172.30.8.1 |
            """)
        .holds();
  }

  @Test
  void isSilentOnASoundOne() {
    lab("server", "").file("paste-1.txt", ADDRESSES.formatted("20")).holds();
  }
}
