package io.github.viplint.rules.haproxy;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class SeveralSupervisorsTest {
  private static final String CFG = "etc/haproxy/haproxy.cfg";

  @Test
  void findsTheSectionsOfTwo() {
    LintedLab.of("VL515")
        .file(
            CFG,
            """
            frontend domain-c9:0a1b2c3d-0000-4000-8000-0123456789ab-kube-system-kube-apiserver-lb-svc
              bind 10.20.30.35:443
            backend domain-c9:0a1b2c3d-0000-4000-8000-0123456789ab-kube-system-kube-apiserver-lb-svc-nginx
              server one 172.20.0.11:443
            frontend domain-c9:ffff2c3d-0000-4000-8000-0123456789ab-kube-system-kube-apiserver-lb-svc <<< info: services of 3 Supervisors
              bind 10.20.30.36:443
            frontend domain-c12:0a1b2c3d-0000-4000-8000-0123456789ab-shop-web
              bind 10.20.30.37:443
            """)
        .holds();
  }

  @Test
  void isSilentOnOneWithManyServices() {
    LintedLab.of("VL515")
        .file(
            CFG,
            """
            frontend domain-c9:0a1b2c3d-0000-4000-8000-0123456789ab-kube-system-kube-apiserver-lb-svc
              bind 10.20.30.35:443
            frontend domain-c9:0a1b2c3d-0000-4000-8000-0123456789ab-shop-web
              bind 10.20.30.36:443
            frontend stats
              bind 127.0.0.1:8404
            """)
        .holds();
  }
}
