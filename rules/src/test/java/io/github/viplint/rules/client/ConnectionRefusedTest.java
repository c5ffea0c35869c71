package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class ConnectionRefusedTest {
  @Test
  void isOneFindingForEachAddressAndPort() {
    LintedLab.of("VL701")
        .file(
            "paste.txt",
            """
            admin@desk:~$ kubectl get nodes
            The connection to the server 10.20.30.70:6443 was refused - did you specify the right host or port? <<< error: the connection to 10.20.30.70:6443 was refused
            admin@desk:~$ kubectl get pods
            The connection to the server 10.20.30.70:6443 was refused - did you specify the right host or port?
            admin@desk:~$ kubectl get pods
            Unable to connect to the server: dial tcp 10.20.30.71:443: connect: connection refused <<< error: the connection to 10.20.30.71:443 was refused
            """)
        .holds();
  }

  @Test
  void isSilentOnKubectlWithoutAContext() {
    LintedLab.of("VL701")
        .file(
            "paste.txt",
            """
            admin@desk:~$ kubectl get nodes
            E0302 09:14:24.690192   26414 memcache.go:265] couldn't get current server API group list: Get "http://localhost:8080/api?timeout=32s": dial tcp 127.0.0.1:8080: connect: connection refused
            The connection to the server localhost:8080 was refused - did you specify the right host or port?
            """)
        .holds();
  }

  @Test
  void isLessSureWhereTheLastHaproxyCfgBindsTheAddress() {
    LintedLab.of("VL701")
        .file(
            "haproxy.cfg", "global\ndefaults\n  mode tcp\nfrontend api\n  bind 10.20.30.70:6443\n")
        .file(
            "paste.txt",
            """
            admin@desk:~$ kubectl get nodes
            The connection to the server 10.20.30.70:6443 was refused - did you specify the right host or port? <<< error/medium: was refused
            """)
        .holds();
  }

  @Test
  void isSilentAboutAnAnswer() {
    LintedLab.of("VL701")
        .file(
            "paste.txt",
            """
            admin@desk:~$ kubectl get nodes
            NAME   STATUS   ROLES                  AGE   VERSION
            cp1    Ready    control-plane,master   19h   v1.25.6
            """)
        .holds();
  }
}
