package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DataplaneCaDiffersTest {
  private static final String CA = "etc/haproxy/ca.crt";

  private static LintedLab lab() {
    return LintedLab.of("VL713").file(CA, TestCertificate.read("ca"));
  }

  private static String config(String pem) {
    return "{\"specVersion\": \"1.0\", \"tkgsComponentSpec\": {\"haProxyComponents\": {\n"
        + "  \"haProxyCertAuthorityChain\": \""
        + pem.replace("\n", "\\n")
        + "\"%s\n}}}\n";
  }

  @Test
  void findsTheCaOfAnEarlierAppliance() {
    lab()
        .file(
            "wcp-config.json",
            config(TestCertificate.read("old-ca"))
                .formatted(" <<< error: the CA given here, CN=Old Harbour CA, is not the one of"))
        .holds();
  }

  @Test
  void findsItInAGuestProperty() {
    lab()
        .file(
            "properties.txt",
            "network.management_ip=172.30.5.20/24\nguestinfo.dataplaneapi.cacert="
                + Base64.getEncoder().encodeToString(TestCertificate.read("old-ca").getBytes())
                + " <<< error: the CA given here\n")
        .holds();
  }

  @Test
  void isSilentOnTheSameCaAndOnAChainThatHoldsIt() {
    lab().file("wcp-config.json", config(TestCertificate.read("ca")).formatted("")).holds();
    lab()
        .file(
            "wcp-config.json",
            config(TestCertificate.read("old-ca") + TestCertificate.read("ca")).formatted(""))
        .holds();
  }

  @Test
  void isSilentWhereNoCertificateStands() {
    lab().file("wcp-config.json", config("(copied contents of ca.crt)").formatted("")).holds();
  }
}
