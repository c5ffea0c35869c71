package io.github.viplint.rules.service;

import io.github.viplint.lint.Options;
import io.github.viplint.rules.LintedLab;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApplianceTooOldTest {
  @Test
  void isToldByTheUser() {
    LintedLab.of("VL608")
        .file(
            "haproxy.cfg",
            """
            global
              maxconn 100
            defaults
              mode tcp
            frontend domain-c8:7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11-kube-system-kube-apiserver-lb-svc <<< error/high: the appliance is v0.1.8
              bind 10.20.30.70:6443
            """)
        .options(told("v0.1.8"))
        .holds();
  }

  @Test
  void elseByItsJournalAndItsRouteTables() {
    LintedLab.of("VL608")
        .file(
            "haproxy.cfg",
            """
            global
              maxconn 100
            defaults
              mode tcp
            frontend domain-c8:7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11-kube-system-kube-apiserver-lb-svc <<< error/medium: v0.1.8 or older
              bind 10.20.30.70:6443
            """)
        .file(
            "route-tables.cfg",
            """
            2,workload,00:50:56:00:00:01,10.20.40.2/24,10.20.40.1
            """)
        .file(
            "journal.txt",
            """
            Mar 04 05:06:07 lb1 routetablectl.sh[700]: create default route for rtctl_workload
            """)
        .holds();
  }

  @Test
  void isSilentFrom0point1point9On() {
    LintedLab.of("VL608")
        .file(
            "haproxy.cfg",
            """
            global
              maxconn 100
            defaults
              mode tcp
            frontend domain-c8:7a9e3a52-0b1c-4f7d-8e55-2d1f6f1b9c11-kube-system-kube-apiserver-lb-svc
              bind 10.20.30.70:6443
            """)
        .options(told("v0.1.9"))
        .holds();
  }

  @Test
  void isSilentBeforeAVcenterProgrammedIt() {
    LintedLab.of("VL608")
        .file(
            "haproxy.cfg",
            """
            global
              maxconn 100
            """)
        .options(told("v0.1.7"))
        .holds();
  }

  private static Options told(String version) {
    return new Options(
        Options.DEFAULT.haproxyVersion(), Optional.of(version), Options.DEFAULT.configuration());
  }
}
