package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class VipPoolExhaustedTest {
  @Test
  void judgesAServiceByItsAge() {
    LintedLab.of("VL712")
        .file(
            "paste.txt",
            """
            admin@desk:~$ kubectl get svc
            NAME   TYPE           CLUSTER-IP    EXTERNAL-IP   PORT(S)        AGE
            web    LoadBalancer   10.96.0.12    <pending>     80:31234/TCP   25m <<< error/high: service web waits for its VIP
            shop   LoadBalancer   10.96.0.13    <pending>     80:31235/TCP   4m <<< error/low: service shop waits for its VIP
            new    LoadBalancer   10.96.0.14    <pending>     80:31236/TCP   30s
            old    LoadBalancer   10.96.0.15    10.20.30.71   80:31237/TCP   4d
            """)
        .holds();
  }

  @Test
  void aMessageOfUnknownDurationIsUnsure() {
    LintedLab.of("VL712")
        .file(
            "paste.txt",
            """
            Timed out waiting for LB service update. This operation is part of the cluster enablement and will be retried. <<< error/low: did not give a VIP
            """)
        .holds();
  }

  @Test
  void twelveMinutesAreTooLong() {
    LintedLab.of("VL712")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [a/b.go:1] [opID=77-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] Timed out waiting for LB service update. <<< error/high: did not give a VIP
            2031-02-03T04:18:06Z error wcp [a/b.go:1] [opID=77-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] Timed out waiting for LB service update.
            """)
        .holds();
  }

  @Test
  void isSilentWhenTheSameSupervisorSucceedsLater() {
    LintedLab.of("VL712")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [a/b.go:1] [opID=77-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] Timed out waiting for LB service update. This operation will be retried.
            2031-02-03T04:15:06Z info wcp [a/b.go:1] [opID=77-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] Successfully synced supervisor
            """)
        .holds();
  }
}
