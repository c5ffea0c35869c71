package io.github.viplint.rules.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Report;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class DnsSharedByNetworksTest {
  private static final String ADDRESSES =
      """
      root@supervisor-1 [ ~ ]# ifconfig
      eth0      Link encap:Ethernet  HWaddr 00:50:56:00:00:01
                inet addr:192.0.2.45  Bcast:192.0.2.255  Mask:255.255.255.0
      eth1      Link encap:Ethernet  HWaddr 00:50:56:00:00:02
                inet addr:172.20.0.2  Bcast:172.20.0.15  Mask:255.255.255.240
      """;
  private static final String RULES =
      """
      root@supervisor-1 [ ~ ]# ip rule show
      0:	from all lookup local
      0:	from all to 192.0.2.53 lookup 200
      32766:	from all lookup main
      32767:	from all lookup default
      root@supervisor-1 [ ~ ]# ip route show table 200
      default via 172.20.0.1 dev eth1 proto static
      172.20.0.0/28 dev eth1 proto static scope link
      """;

  private static String network(String device, String server) {
    return """
        root@supervisor-1 [ ~ ]# cat /etc/systemd/network/10-%s.network
        [Match]
        Name=%s
        [Network]
        DNS=%s
        """
        .formatted(device, device, server);
  }

  private static LintedLab lab() {
    return LintedLab.of("VL402");
  }

  @Test
  void warnsOfOneServerForBoth() {
    lab()
        .file(
            "paste-1.txt",
            ADDRESSES
                + network("eth0", "192.0.2.53")
                + network(
                    "eth1",
                    "192.0.2.53 <<< warning: management and workload use the same DNS server"))
        .holds();
  }

  @Test
  void isAnErrorAndTheCauseWhereLookupsGoAstray() {
    LintedLab lab =
        lab()
            .file(
                "paste-1.txt",
                ADDRESSES
                    + network("eth0", "192.0.2.53")
                    + network("eth1", "192.0.2.53 <<< error: 192.0.2.53")
                    + RULES);
    lab.holds();
    Report report = lab.report();
    assertThat(report.findings().get(0).finding().rule().code()).isEqualTo("VL402");
    assertThat(report.findings())
        .filteredOn(entry -> entry.finding().rule().code().equals("VL401"))
        .hasSize(1)
        .allMatch(
            entry -> entry.causedBy().equals(java.util.List.of(report.findings().get(0).id())));
  }

  @Test
  void aFailedPingShowsItToo() {
    lab()
        .file(
            "paste-1.txt",
            ADDRESSES
                + network("eth0", "192.0.2.53")
                + network("eth1", "192.0.2.53 <<< error: 192.0.2.53")
                + """
                root@supervisor-1 [ ~ ]# ping -c 1 -I eth1 192.0.2.53
                PING 192.0.2.53 (192.0.2.53) from 172.20.0.2 eth1: 56(84) bytes of data.
                From 172.20.0.1 icmp_seq=1 Destination Host Unreachable

                --- 192.0.2.53 ping statistics ---
                1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms
                """)
        .holds();
  }

  @Test
  void isSilentForServersOfTheirOwn() {
    lab()
        .file(
            "paste-1.txt",
            ADDRESSES + network("eth0", "192.0.2.53") + network("eth1", "192.0.2.54"))
        .holds();
    lab()
        .file(
            "paste-1.txt",
            ADDRESSES + network("eth0", "172.20.0.2") + network("eth1", "172.20.0.2"))
        .holds();
  }

  @Test
  void findsItInAPlan() {
    LintedLab.of("VL402")
        .file(
            "wizard.md",
            """
            | Management Network | DNS Server | 172.30.5.10, 172.30.5.11 |
            | Workload Network | DNS Server | 172.30.5.11 | <<< warning: are to use the same DNS server, 172.30.5.11
            | Workload Network | Gateway | 172.30.8.1 |
            """)
        .holds();
  }

  @Test
  void isSilentOnAPlanWithOneForEach() {
    LintedLab.of("VL402")
        .file(
            "wizard.md",
            """
            | DNS Server | 172.30.5.11 |
            | Management Network | DNS Server | 172.30.5.10 |
            | Workload Network | DNS Server | 172.30.5.11 |
            | Workload Network | Gateway | 172.30.8.1 |
            """)
        .holds();
  }
}
