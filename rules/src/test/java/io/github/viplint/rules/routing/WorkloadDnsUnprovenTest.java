package io.github.viplint.rules.routing;

import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;

class WorkloadDnsUnprovenTest {
  private static final String HOST =
      """
      root@supervisor-1 [ ~ ]# ifconfig
      eth0      Link encap:Ethernet  HWaddr 00:50:56:00:00:01
                inet addr:192.0.2.45  Bcast:192.0.2.255  Mask:255.255.255.0
      eth1      Link encap:Ethernet  HWaddr 00:50:56:00:00:02
                inet addr:172.20.0.2  Bcast:172.20.0.15  Mask:255.255.255.240
      root@supervisor-1 [ ~ ]# ip rule show
      0:	from all lookup local
      0:	from all to 10.96.0.0/23 lookup 200
      0:	from all to 192.0.2.54 lookup 200%s
      32766:	from all lookup main
      32767:	from all lookup default
      root@supervisor-1 [ ~ ]# ip route show table 200
      default via 172.20.0.1 dev eth1 proto static
      172.20.0.0/28 dev eth1 proto static scope link
      """;

  private static LintedLab lab() {
    return LintedLab.of("VL408");
  }

  private static String ping(String address, String answer) {
    return """
        root@supervisor-1 [ ~ ]# ping -c 1 -I eth1 %s
        PING %s (%s) from 172.20.0.2 eth1: 56(84) bytes of data.
        %s
        """
        .formatted(address, address, address, answer);
  }

  @Test
  void notesAServerOfTheManagementNetwork() {
    lab()
        .file(
            "paste-1.txt",
            HOST.formatted(" <<< info: nothing captured shows that it answers there"))
        .holds();
  }

  @Test
  void warnsWhenAPingIntoThatNetworkFailed() {
    lab()
        .file(
            "paste-1.txt",
            HOST.formatted(" <<< warning: a ping by eth1 into its network failed")
                + ping("192.0.2.53", "From 172.20.0.1 icmp_seq=1 Destination Host Unreachable"))
        .holds();
  }

  @Test
  void isSilentWhenAPingWasAnswered() {
    lab()
        .file(
            "paste-1.txt",
            HOST.formatted("")
                + ping("192.0.2.54", "64 bytes from 192.0.2.54: icmp_seq=1 ttl=63 time=0.5 ms"))
        .holds();
  }

  @Test
  void leavesASharedServerToOthers() {
    lab()
        .file(
            "paste-1.txt",
            HOST.formatted("")
                + "root@supervisor-1 [ ~ ]# cat /etc/systemd/network/10-eth0.network\n"
                + "[Match]\nName=eth0\n[Network]\nDNS=192.0.2.54\n")
        .holds();
  }

  @Test
  void isSilentForAServerElsewhere() {
    lab().file("paste-1.txt", HOST.formatted("").replace("192.0.2.54", "198.51.100.54")).holds();
  }
}
