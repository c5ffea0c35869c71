package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class TlsExpiredTest {
  @Test
  void tellsAnEndFromAClockThatIsSlow() {
    LintedLab.of("VL707")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] Get "https://10.20.30.5:5556/v2/info": x509: certificate has expired or is not yet valid: current time 2031-02-03T04:05:06Z is after 2030-01-01T00:00:00Z <<< error: the certificate of 10.20.30.5:5556 expired on 2030-01-01T00:00:00Z
            2031-02-03T04:05:06Z error wcp [x/y.go:1] Get "https://10.20.30.6:5556/v2/info": x509: certificate has expired or is not yet valid: current time 2031-02-03T04:05:06Z is before 2031-02-04T00:00:00Z <<< error: is not valid before 2031-02-04T00:00:00Z
            """)
        .holds();
  }

  @Test
  void knowsTheMessageOfClocksThatDiffer() {
    LintedLab.of("VL707")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] Err VSphereDistributedNetwork primary not found <<< error: do not agree on the time
            """)
        .holds();
  }

  @Test
  void isSilentOnOtherFaultsOfCertificates() {
    LintedLab.of("VL707")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [x/y.go:1] x509: certificate signed by unknown authority
            """)
        .holds();
  }
}
