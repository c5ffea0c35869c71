package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class TlsUnknownAuthorityTest {
  @Test
  void isOneFindingForEachAddress() {
    LintedLab.of("VL705")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] Get "https://10.20.30.5:5556/v2/info": x509: certificate signed by unknown authority <<< error: the certificate of 10.20.30.5:5556 is not signed
            2031-02-03T04:06:06Z error wcp [x/y.go:1] Get "https://10.20.30.5:5556/v2/info": tls: failed to verify certificate: x509: certificate signed by unknown authority
            """)
        .holds();
  }

  @Test
  void isSilentOnOtherFaultsOfCertificates() {
    LintedLab.of("VL705")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] Get "https://10.20.30.5:5556/v2/info": x509: certificate has expired
            """)
        .holds();
  }
}
