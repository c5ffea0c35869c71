package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class TlsWrongNameTest {
  @Test
  void tellsBothSides() {
    LintedLab.of("VL706")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] Get "https://10.20.30.5:5556/v2/info": x509: certificate is valid for 127.0.0.1, 10.20.30.4, not 10.20.30.5 <<< error: the certificate of 10.20.30.5:5556 does not name 10.20.30.5, only 127.0.0.1, 10.20.30.4
            """)
        .holds();
  }

  @Test
  void isSilentOnOtherFaultsOfCertificates() {
    LintedLab.of("VL706")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] Get "https://10.20.30.5:5556/v2/info": x509: certificate signed by unknown authority
            """)
        .holds();
  }
}
