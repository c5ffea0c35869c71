package io.github.viplint.rules.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Evidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class DnsViaWrongInterfaceTest {
  private static final String ADDRESSES =
      """
      $ ifconfig
      eth0      Link encap:Ethernet  HWaddr 00:50:56:00:00:01
                inet addr:192.0.2.45  Bcast:192.0.2.255  Mask:255.255.255.0
      ...
      eth1      Link encap:Ethernet  HWaddr 00:50:56:00:00:02
                inet addr:172.20.0.2  Bcast:172.20.0.15  Mask:255.255.255.240
      ...
      """;

  private static final String NAME_SERVERS =
      """
      $ cat /etc/systemd/network/10-eth0.network | grep DNS
      DNS=192.0.2.10
      $ cat /etc/systemd/network/10-eth1.network | grep DNS
      DNS=203.0.113.53
      """;

  private static final String RULES =
      """
      $ ip rule show
      0:	from all lookup local
      0:	from all to 192.0.2.10  lookup 200 <<< error/high: leave by eth1 instead of eth0: rule `from all to 192.0.2.10 lookup 200` takes them
      0:	from all to 203.0.113.53  lookup 200
      0:	from all to 172.21.1.0 /24 lookup 200
      32766:	from all lookup main
      32767:	from all lookup default
      """;

  private static final String TABLE_200 =
      """
      $ ip route show table 200
      default via 172.20.0.1 dev eth1 proto static
      172.20.0.0/28 dev eth1 proto static scope link
      """;

  private static final String TABLE_MAIN =
      """
      $ ip route show
      default via 192.0.2.254 dev eth0 proto static
      172.20.0.0/28 dev eth1 proto kernel scope link src 172.20.0.2
      192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.45
      """;

  private static String ping(String device, String reply) {
    return """
        $ ping 192.0.2.10 -I %s -c 1
        PING 192.0.2.10 (192.0.2.10) from 192.0.2.45 %s: 56(84) bytes of data.
        %s

        --- 192.0.2.10 ping statistics ---
        1 packets transmitted, %s
        """
        .formatted(
            device,
            device,
            reply,
            reply.startsWith("64")
                ? "1 received, 0% packet loss, time 0ms"
                : "0 received, +1 errors, 100% packet loss, time 0ms");
  }

  private static final String REPLY = "64 bytes from 192.0.2.10: icmp_seq=1 ttl=128 time=0.412 ms";
  private static final String ERROR = "From 172.20.0.1 icmp_seq=1 Destination Host Unreachable";

  private static List<Finding> lint(String... parts) {
    return LintedLab.of("VL401").file("paste-1.txt", String.join("", parts)).holds();
  }

  @Test
  void findsTheRuleThatTakesTheLookupsWithoutTableMain() {
    Finding finding = lint(ADDRESSES, NAME_SERVERS, RULES, TABLE_200).get(0);
    assertThat(finding.trace().orElseThrow().decided())
        .isEqualTo(
            "rule `0: from all to 192.0.2.10 lookup 200`,"
                + " table 200: default via 172.20.0.1 dev eth1");
    assertThat(finding.notes()).contains("eth0 is connected to the network of 192.0.2.10");
    assertThat(finding.related().get(0).span().text()).contains("192.0.2.10");
    assertThat(finding.shows())
        .extracting(Condition::kind)
        .containsExactly(Condition.Kind.MISROUTED);
  }

  @Test
  void citesThePings() {
    Finding finding =
        lint(ADDRESSES, ping("eth0", REPLY), ping("eth1", ERROR), NAME_SERVERS, RULES, TABLE_200)
            .get(0);
    assertThat(finding.evidence())
        .extracting(Evidence::says, Evidence::message)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(Evidence.Says.CONFIRMS, "ping by eth0: answered"),
            org.assertj.core.groups.Tuple.tuple(
                Evidence.Says.CONFIRMS,
                "ping by eth1: Destination Host Unreachable, says 172.20.0.1"));
  }

  @Test
  void isLessSureWhenTheOtherWayWorksToo() {
    Finding finding =
        lint(
                ADDRESSES,
                ping("eth1", REPLY),
                NAME_SERVERS,
                RULES.replace("error/high", "error/low"),
                TABLE_200)
            .get(0);
    assertThat(finding.evidence())
        .extracting(Evidence::says)
        .containsExactly(Evidence.Says.CONTRADICTS);
  }

  @Test
  void citesWhatTheKernelSaidItself() {
    String said = "$ ip route get 192.0.2.10\n192.0.2.10 via 172.20.0.1 dev eth1 table 200\n";

    assertThat(lint(ADDRESSES, NAME_SERVERS, RULES, TABLE_200, said).get(0).evidence())
        .extracting(Evidence::says)
        .containsExactly(Evidence.Says.CONFIRMS);
    assertThat(
            lint(
                    ADDRESSES,
                    NAME_SERVERS,
                    RULES.replace("error/high", "error/low"),
                    TABLE_200,
                    "$ ip route get 192.0.2.10\n192.0.2.10 dev eth0 src 192.0.2.45 uid 0\n")
                .get(0)
                .evidence())
        .extracting(Evidence::says)
        .containsExactly(Evidence.Says.CONTRADICTS);
  }

  @Test
  void isSilentWhenTheRuleIsForAnotherServer() {
    lint(
        ADDRESSES,
        NAME_SERVERS,
        """
        $ ip rule show
        0:	from all lookup local
        0:	from all to 192.0.2.11  lookup 200
        32766:	from all lookup main
        32767:	from all lookup default
        """,
        TABLE_200,
        TABLE_MAIN);
  }

  @Test
  void isSilentWhenTableMainDecidesAndWasNotCaptured() {
    lint(
        ADDRESSES,
        NAME_SERVERS,
        """
        $ ip rule show
        0:	from all lookup local
        32766:	from all lookup main
        32767:	from all lookup default
        """,
        TABLE_200);
  }

  @Test
  void isSilentWhenTheTableOfTheRuleWasNotCaptured() {
    lint(ADDRESSES, NAME_SERVERS, RULES.replaceAll(" <<<[^\n]*", ""), TABLE_MAIN);
  }

  @Test
  void leavesTheWorkloadInterfacesOwnServerAlone() {
    lint(
        ADDRESSES,
        """
        $ cat /etc/systemd/network/10-eth1.network | grep DNS
        DNS=192.0.2.10
        """,
        RULES.replaceAll(" <<<[^\n]*", ""),
        TABLE_200);
  }

  @Test
  void leavesOwnAddressesAlone() {
    lint(
        ADDRESSES,
        """
        $ cat /etc/systemd/network/10-eth0.network | grep DNS
        DNS=172.20.0.2
        """,
        """
        $ ip rule show
        0:	from all lookup local
        0:	from all to 172.20.0.2 lookup 200
        32766:	from all lookup main
        """,
        TABLE_200);
  }

  @Test
  void leavesAServerOfTheOtherInterfacesNetworkAlone() {
    lint(
        ADDRESSES,
        """
        $ cat /etc/systemd/network/10-eth0.network | grep DNS
        DNS=172.20.0.5
        """,
        """
        $ ip rule show
        0:	from all lookup local
        32766:	from all lookup main
        32767:	from all lookup default
        """,
        TABLE_MAIN);
  }

  @Test
  void isLessSureWhenManagementIsNotConnectedToTheServer() {
    lint(
        ADDRESSES,
        """
        $ cat /etc/systemd/network/10-eth0.network | grep DNS
        DNS=198.51.100.53
        $ ip rule show
        0:	from all lookup local
        0:	from all to 198.51.100.53 lookup 200 <<< error/medium: lookups for DNS server 198.51.100.53
        32766:	from all lookup main
        32767:	from all lookup default
        """,
        TABLE_200);
  }

  @Test
  void judgesTimeServersToo() {
    lint(
        ADDRESSES,
        """
        $ cat /etc/systemd/network/10-eth0.network
        [Match]
        Name=eth0
        [Network]
        NTP=192.0.2.10
        """,
        RULES.replace("error/high: ", "error/high: packets to NTP server 192.0.2.10 "),
        TABLE_200);
  }

  @Test
  void takesAServerOfResolvConfForManagementsWhereManagementIsConnectedToIt() {
    lint(
        ADDRESSES,
        """
        $ cat /etc/resolv.conf
        nameserver 192.0.2.10
        nameserver 203.0.113.53
        """,
        RULES,
        TABLE_200);
  }

  @Test
  void judgesTheAppliancesManagementInterface() {
    Finding finding =
        lint("""
                root@haproxy [ ~ ]# ip addr show
                2: management: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                    link/ether 00:50:56:00:00:01 brd ff:ff:ff:ff:ff:ff
                    inet 192.0.2.6/24 brd 192.0.2.255 scope global management
                3: workload: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                    link/ether 00:50:56:00:00:02 brd ff:ff:ff:ff:ff:ff
                    inet 172.20.1.10/16 brd 172.20.255.255 scope global workload
                root@haproxy [ ~ ]# cat /etc/systemd/network/10-management.network
                [Match]
                Name=management
                [Network]
                DNS=198.51.100.53
                root@haproxy [ ~ ]# ip rule show
                0:	from all lookup local
                32764:	from 172.20.1.10/16 lookup rtctl_workload
                32765:	from all to 198.51.100.0/24 lookup rtctl_workload <<< error/medium: leave by workload instead of management
                32766:	from all lookup main
                32767:	from all lookup default
                root@haproxy [ ~ ]# ip route show table rtctl_workload
                default via 172.20.0.1 dev workload proto static
                172.20.0.0/16 dev workload proto kernel scope link src 172.20.1.10
                """)
            .get(0);
    assertThat(finding.help()).contains("/etc/vmware/workload-networks.cfg");
  }

  @Test
  void isSilentOnAHealthyAppliance() {
    lint(
        """
        root@haproxy [ ~ ]# ip addr show
        2: management: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
            link/ether 00:50:56:00:00:01 brd ff:ff:ff:ff:ff:ff
            inet 192.0.2.6/24 brd 192.0.2.255 scope global management
        3: workload: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
            link/ether 00:50:56:00:00:02 brd ff:ff:ff:ff:ff:ff
            inet 172.20.1.10/16 brd 172.20.255.255 scope global workload
        root@haproxy [ ~ ]# cat /etc/systemd/network/10-management.network
        [Match]
        Name=management
        [Network]
        DNS=198.51.100.53
        root@haproxy [ ~ ]# ip rule show
        0:	from all lookup local
        32764:	from 172.20.1.10/16 lookup rtctl_workload
        32765:	from all to 172.21.0.0/16 lookup rtctl_workload
        32766:	from all lookup main
        32767:	from all lookup default
        root@haproxy [ ~ ]# ip route show table all
        default via 172.20.0.1 dev workload table rtctl_workload proto static
        172.20.0.0/16 dev workload table rtctl_workload proto kernel scope link src 172.20.1.10
        default via 192.0.2.1 dev management proto static
        172.20.0.0/16 dev workload proto kernel scope link src 172.20.1.10
        192.0.2.0/24 dev management proto kernel scope link src 192.0.2.6
        """);
  }

  @Test
  void standsAtTheRouteWhereNoRuleSelectsThePacket() {
    lint(
        ADDRESSES,
        """
        $ cat /etc/systemd/network/10-eth0.network | grep DNS
        DNS=198.51.100.53
        $ ip rule show
        0:	from all lookup local
        32766:	from all lookup main
        32767:	from all lookup default
        $ ip route show
        default via 172.20.0.1 dev eth1 proto static <<< error/medium: instead of eth0: table main sends them there
        172.20.0.0/28 dev eth1 proto kernel scope link src 172.20.0.2
        192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.45
        """);
  }

  @Test
  void saysNothingOfARouteWithoutDevice() {
    lint(
        ADDRESSES,
        NAME_SERVERS,
        RULES.replaceAll(" <<<[^\n]*", ""),
        """
        $ ip route show table 200
        default via 172.20.0.1 proto static
        """);
  }
}
