package io.github.viplint.rules.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class SupervisorSyncErrorTest {
  @Test
  void theEarliestErrorOfAnOperationIsTheCause() {
    LintedLab.of("VL711")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:05Z debug wcp [a/b.go:1] [opID=77-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] begins
            2031-02-03T04:05:06Z error wcp [a/b.go:1] [opID=77-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] quota is used up <<< warning: an operation of vCenter failed: quota is used up
            2031-02-03T04:05:07Z error wcp [a/c.go:1] [opID=77-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] Teardown failed. Err: quota is used up
            2031-02-03T04:05:08Z error wcp [a/c.go:1] [opID=78] other <<< warning: failed: other
            """)
        .holds();
  }

  @Test
  void isSilentWhenTheSameSupervisorSucceedsLater() {
    LintedLab.of("VL711")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [a/b.go:1] [opID=77-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] Error configuring cluster NIC on master VM. This operation is part of API server configuration and will be retried.
            2031-02-03T04:15:06Z info wcp [a/b.go:1] [opID=79-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] Successfully synced supervisor
            """)
        .holds();
  }

  @Test
  void speaksWhenAnotherSupervisorSucceeds() {
    LintedLab.of("VL711")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [a/b.go:1] [opID=77-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] Error configuring cluster NIC on master VM. This operation will be retried. <<< warning: the second interface of a control plane VM
            2031-02-03T04:15:06Z info wcp [a/b.go:1] [opID=79-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c12] Successfully synced supervisor
            """)
        .holds();
  }

  @Test
  void leavesToOtherRulesWhatTheyTell() {
    LintedLab.of("VL711")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z error wcp [a/b.go:1] [opID=77-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] Get "https://10.20.30.5:5556/v2/info": dial tcp 10.20.30.5:5556: connect: connection refused
            """)
        .holds();
  }

  @Test
  void isSilentBelowErrors() {
    LintedLab.of("VL711")
        .file(
            "wcpsvc.log",
            """
            2031-02-03T04:05:06Z warning wcp [a/b.go:1] [opID=77-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] an error wcp retries
            """)
        .holds();
  }

  @Test
  void theSameAgainUnderANewIdIsOneFinding() {
    assertThat(
            LintedLab.of("VL711")
                .file(
                    "wcpsvc.log",
                    """
                    2031-02-03T04:05:06Z error wcp [a/b.go:1] [opID=77-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] quota 17 of 4217aa00-11bb is used up <<< warning: quota 17
                    2031-02-03T04:06:06Z error wcp [a/b.go:1] [opID=78-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] quota 18 of 4217aa00-11cc is used up
                    2031-02-03T04:07:06Z error wcp [a/b.go:1] [opID=79-7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11] quota 19 of 4217aa00-11dd is used up
                    """)
                .holds())
        .singleElement()
        .satisfies(finding -> assertThat(finding.occurrences().orElseThrow().count()).isEqualTo(3));
  }
}
