package io.github.viplint.rules.hygiene;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class CaptureIncompleteTest {
  @Test
  void anEmptyAnyipLogProvesNothing() {
    LintedLab.of("VL902")
        .file(
            "etc/vmware/anyip-routes.cfg",
            """
            10.20.30.64/26
            """)
        .file(
            "var/log/anyip.log",
            """
            -- No entries -- <<< info: asks for the unit anyip
            """)
        .holds();
  }

  @Test
  void networkInfoEndsEarly() {
    LintedLab.of("VL902")
        .file(
            "var/log/network-info.log",
            """
            --- IP ADDRS ---
            1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
                inet 127.0.0.1/8 scope host lo
            --- IP ROUTES ---
            default via 10.20.40.1 dev workload proto static <<< info: ends before its last section
            """)
        .holds();
  }

  @Test
  void isSilentOnAWholeOne() {
    LintedLab.of("VL902")
        .file(
            "var/log/network-info.log",
            """
            --- IP ROUTES ---
            default via 10.20.40.1 dev workload proto static
            --- OPEN PORTS ---
            sshd 500 root 3u IPv4 1 0t0 TCP *:22 (LISTEN)
            """)
        .holds();
  }
}
