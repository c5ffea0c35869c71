package io.github.viplint.rules.client;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class ClusterHealthTest {
  @Test
  void namesTheNodeThatIsNotReady() {
    LintedLab.of("VL711")
        .file(
            "client.txt",
            """
            ann@desk:~$ kubectl get nodes -o wide
            NAME                STATUS                     ROLES    AGE     VERSION               INTERNAL-IP   EXTERNAL-IP
            esx01.lab.example   Ready                      agent    18h     v1.25.6-sph-cf2e16c   10.20.0.41    <none>
            esx02.lab.example   NotReady                   agent    18h     v1.25.6-sph-cf2e16c   10.20.0.42    <none> <<< warning: a node is not ready: esx02.lab.example
            pool-7mjkh          Ready,SchedulingDisabled   <none>   5m18s   v1.26.5+vmware.2      10.20.0.22    <none>
            """)
        .holds();
  }

  @Test
  void isSilentOnWhatIsReadyLater() {
    LintedLab.of("VL711")
        .file(
            "client.txt",
            """
            ann@desk:~$ kubectl get nodes
            NAME                STATUS     ROLES    AGE   VERSION
            esx01.lab.example   NotReady   agent    2m    v1.25.6-sph-cf2e16c
            ann@desk:~$ kubectl get nodes
            NAME                STATUS   ROLES    AGE   VERSION
            esx01.lab.example   Ready    agent    9m    v1.25.6-sph-cf2e16c
            """)
        .holds();
  }

  @Test
  void namesCrashingPodsOfTheSupervisorAndNobodyElses() {
    LintedLab.of("VL711")
        .file(
            "client.txt",
            """
            ann@desk:~$ kubectl get pods -A
            NAMESPACE           NAME                       READY   STATUS             RESTARTS       AGE
            vmware-system-nsx   nsx-ncp-7c6578d9fd-xdqvl   1/2     CrashLoopBackOff   31 (2m ago)    3h <<< warning: fails again and again: nsx-ncp-7c6578d9fd-xdqvl
            kube-system         coredns-5d78c9869d-2xk8p   1/1     Running            0              3h
            shop                web-5d78c9869d-aaaaa       0/1     CrashLoopBackOff   12             3h
            ann@desk:~$ kubectl get pods -n vmware-system-nsx
            NAME                       READY   STATUS             RESTARTS   AGE
            nsx-ncp-7c6578d9fd-zzzzz   0/1     CrashLoopBackOff   3          25m <<< warning: again and again: nsx-ncp-7c6578d9fd-zzzzz
            """)
        .holds();
  }

  @Test
  void isSilentOnAHealthyCluster() {
    LintedLab.of("VL711")
        .file(
            "client.txt",
            """
            ann@desk:~$ kubectl get pods -n vmware-system-nsx
            NAME                       READY   STATUS    RESTARTS   AGE
            nsx-ncp-7c6578d9fd-xj6jk   1/1     Running   3          25h
            """)
        .holds();
  }
}
