package io.github.viplint.rules.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class BindConflictTest {
  private static final String HAPROXY = "etc/haproxy/haproxy.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL202").file("etc/vmware/anyip-routes.cfg", "10.20.30.64/26\n");
  }

  @Test
  void findsTwoListenersOnOnePort() {
    Finding finding =
        lab()
            .file(
                HAPROXY,
                """
                frontend web
                  bind 10.20.30.66:443
                frontend api
                  bind 10.20.30.66:443 name api <<< warning: 10.20.30.66:443 is bound twice
                """)
            .holds()
            .get(0);
    assertThat(finding.related().get(0).message()).isEqualTo("the other one, of web");
  }

  @Test
  void findsTheWildcardBesideAnAddress() {
    lab()
        .file(
            HAPROXY,
            """
            frontend all
              bind *:443
            frontend web
              bind 10.20.30.66:443 <<< warning: is bound beside *:443 on all addresses
            """)
        .holds();
  }

  @Test
  void findsPortRangesThatOverlap() {
    lab()
        .file(
            HAPROXY,
            """
            frontend web
              bind 10.20.30.66:8000-8100
            frontend api
              bind 10.20.30.66:8050 <<< warning: 10.20.30.66:8050 is bound twice
            """)
        .holds();
  }

  @Test
  void withoutSharingHaproxyDoesNotStart() {
    Finding finding =
        lab()
            .file(
                HAPROXY,
                """
                global
                  noreuseport
                frontend web
                  bind 10.20.30.66:443
                frontend api
                  bind 10.20.30.66:443 <<< error: haproxy can't bind 10.20.30.66:443, for haproxy itself listens there
                """)
            .holds()
            .get(0);
    assertThat(finding.shows())
        .extracting(Condition::kind)
        .containsExactly(Condition.Kind.PORT_IN_USE);
  }

  @Test
  void isSilentForOtherPortsAddressesProcessesAndDevices() {
    lab()
        .file(
            HAPROXY,
            """
            frontend web
              bind 10.20.30.66:443
              bind 10.20.30.66:80
              bind 10.20.30.67:443
              bind *:8443 process 1
              bind *:8443 process 2
              bind *:9443 interface frontend
              bind *:9443 interface workload
              bind /run/web.sock
              bind :::7443
              bind 10.20.30.66:7443
            """)
        .holds();
  }

  @Test
  void isSilentForProxiesOfOtherProcesses() {
    lab()
        .file(
            HAPROXY,
            """
            frontend one
              bind-process 1
              bind *:443
            frontend two
              bind-process 2
              bind *:443
            """)
        .holds();
  }
}
