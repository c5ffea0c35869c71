package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class ClientNotAtVipTest {
  @Test
  void namesTheVips() {
    LintedLab.of("VL715")
        .file(
            "haproxy.cfg",
            """
            global
              maxconn 100
            defaults
              mode tcp
              timeout connect 5s
              timeout client 5s
              timeout server 5s
            frontend api
              bind 10.20.30.70:6443
              default_backend api
            backend api
              server one 10.20.40.9:6443
            """)
        .file(
            "paste.txt",
            """
            admin@desk:~$ kubectl vsphere login --server=10.20.30.99

            Logged in successfully. <<< info: the login went to 10.20.30.99, which is no VIP that haproxy binds
            """)
        .holds();
  }

  @Test
  void isSilentAtAVipAndWithNames() {
    LintedLab.of("VL715")
        .file(
            "haproxy.cfg",
            """
            global
              maxconn 100
            defaults
              mode tcp
              timeout connect 5s
              timeout client 5s
              timeout server 5s
            frontend api
              bind 10.20.30.70:6443
              default_backend api
            backend api
              server one 10.20.40.9:6443
            """)
        .file(
            "paste.txt",
            """
            admin@desk:~$ kubectl vsphere login --server=10.20.30.70

            Logged in successfully.
            admin@desk:~$ kubectl vsphere login --server=vip.lab

            Logged in successfully.
            """)
        .holds();
  }

  @Test
  void isSilentBeforeVcenterProgrammedIt() {
    LintedLab.of("VL715")
        .file(
            "haproxy.cfg",
            """
            global
              maxconn 100
            defaults
              mode tcp
            """)
        .file(
            "paste.txt",
            """
            admin@desk:~$ kubectl vsphere login --server=10.20.30.99

            Logged in successfully.
            """)
        .holds();
  }
}
