package io.github.viplint.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.Extent;
import io.github.viplint.model.Interfaces;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetInterface.Address;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Pasted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddrReaderTest {
  private final IpAddrReader reader = new IpAddrReader();

  @Test
  void anAppliancesInterfaces() {
    Interfaces interfaces =
        read(
            """
            1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
                link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
                inet 127.0.0.1/8 scope host lo
                   valid_lft forever preferred_lft forever
                inet6 ::1/128 scope host\s
                   valid_lft forever preferred_lft forever
            2: frontend@if7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                link/ether 00:50:56:AB:00:01 brd ff:ff:ff:ff:ff:ff link-netnsid 0
                altname enp11s0
                inet 172.20.8.2/24 brd 172.20.8.255 scope global frontend
                   valid_lft forever preferred_lft forever
                inet 172.20.8.3/24 metric 1024 brd 172.20.8.255 scope global secondary dynamic noprefixroute frontend:1
                   valid_lft 2592000sec preferred_lft 6480000sec
            3: idle: <> mtu 1500 qdisc noop state DOWN group default
            """);

    assertThat(interfaces.complete()).isTrue();
    assertThat(interfaces.interfaces())
        .extracting(NetInterface::name)
        .containsExactly("lo", "frontend", "idle");
    NetInterface frontend = interfaces.interfaces().get(1);
    assertThat(frontend.mac()).contains("00:50:56:ab:00:01");
    assertThat(frontend.flags())
        .containsExactlyInAnyOrder("BROADCAST", "MULTICAST", "UP", "LOWER_UP");
    assertThat(frontend.span().text()).startsWith("2: frontend@if7:").endsWith("qlen 1000");
    Address first = frontend.addresses().get(0);
    assertThat(first.cidr()).hasToString("172.20.8.2/24");
    assertThat(first.broadcast().orElseThrow()).hasToString("172.20.8.255");
    assertThat(first.scope()).contains("global");
    assertThat(first.flags()).isEmpty();
    assertThat(first.span().text()).isEqualTo("172.20.8.2/24");
    assertThat(frontend.addresses().get(1).flags())
        .containsExactlyInAnyOrder("secondary", "dynamic", "noprefixroute");
    assertThat(interfaces.interfaces().get(0).mac()).isEmpty();
    assertThat(interfaces.interfaces().get(0).addresses())
        .extracting(address -> address.cidr().toString())
        .containsExactly("127.0.0.1/8", "::1/128");
    assertThat(interfaces.interfaces().get(2).flags()).isEmpty();
  }

  @Test
  void aPointToPointAddress() {
    Address address =
        read("""
                6: tun2: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 80 qdisc noqueue state UNKNOWN
                    link/ipip 172.20.1.1 peer 172.20.1.2
                    inet 10.9.0.5 peer 10.9.1.6/30 scope global tun2
                """)
            .interfaces()
            .get(0)
            .addresses()
            .get(0);

    assertThat(address.cidr()).hasToString("10.9.0.5/32");
    assertThat(address.peer().orElseThrow()).hasToString("10.9.1.6/30");
  }

  @Test
  void oneLineForEachAddress() {
    Interfaces interfaces =
        read(
            """
            1: lo    inet 127.0.0.1/8 scope host lo\\       valid_lft forever preferred_lft forever
            3: workload    inet 172.20.16.2/22 scope global workload\\       valid_lft forever preferred_lft forever
            3: workload    inet6 fe80::1/64 scope link tentative \\       valid_lft forever preferred_lft forever
            """);

    assertThat(interfaces.interfaces())
        .extracting(NetInterface::name)
        .containsExactly("lo", "workload");
    assertThat(interfaces.interfaces().get(1).addresses())
        .extracting(address -> address.cidr().toString())
        .containsExactly("172.20.16.2/22", "fe80::1/64");
    assertThat(interfaces.interfaces().get(1).addresses().get(1).flags())
        .containsExactly("tentative");
  }

  @Test
  void briefly() {
    Interfaces interfaces =
        read(
            """
            lo               UNKNOWN        127.0.0.1/8 ::1/128\s
            workload@eth1    UP             172.20.16.2/22 metric 100 fe80::1/64\s
            tun0             UNKNOWN        10.9.0.5 peer 10.9.1.6/32\s
            idle             DOWN\s
            """);

    assertThat(interfaces.interfaces())
        .extracting(NetInterface::name)
        .containsExactly("lo", "workload", "tun0", "idle");
    assertThat(interfaces.interfaces().get(1).addresses())
        .extracting(address -> address.cidr().toString())
        .containsExactly("172.20.16.2/22", "fe80::1/64");
    assertThat(interfaces.interfaces().get(2).addresses().get(0).peer()).isPresent();
  }

  @Test
  void detailsAndCounters() {
    assertThat(
            read("""
                    5: v1@eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP
                        link/ether 00:50:56:ab:00:02 brd ff:ff:ff:ff:ff:ff promiscuity 0 minmtu 0
                        vlan protocol 802.1Q id 5 <REORDER_HDR> numtxqueues 1
                        RX: bytes  packets  errors  dropped overrun mcast
                        959425     11784    0       0       0       1
                    """)
                .interfaces())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "ip a, true",
    "ip addr show, true",
    "ip -4 addr show, true",
    "ip -o a s, true",
    "ip addr show dev eth0, false",
    "ip a s up, false"
  })
  void theCommandTellsWhetherEveryInterfaceIsShown(String command, boolean complete) {
    Reading reading =
        reader.read(
            Printed.by(
                CaptureKind.IP_ADDR, command, "2: eth0: <UP> mtu 1500\n    inet 10.0.0.5/24\n"));

    assertThat(Printed.only(Interfaces.class, reading).complete()).isEqualTo(complete);
  }

  @Test
  void aCutCaptureIsNotComplete() {
    Reading reading =
        reader.read(
            Pasted.part(
                CaptureKind.IP_ADDR,
                Extent.CUT,
                """
                2: eth0: <UP> mtu 1500
                    inet 10.0.0.5/24 scope global eth0
                ...
                """));

    assertThat(reading.coverage()).isEqualTo(Printed.understood(3));
    assertThat(((Interfaces) reading.facts().get(0)).complete()).isFalse();
  }

  @Test
  void anUnreadLineLeavesTheRestIncomplete() {
    Reading reading =
        reader.read(
            Pasted.paste(
                CaptureKind.IP_ADDR,
                """
                Message truncated
                2: eth0: <UP> mtu 1500
                    link/ether 00:50:56:zz:00:02 brd ff:ff:ff:ff:ff:ff
                    inet 10.0.0.500/24 scope global eth0
                    inet 10.0.0.5 scope global eth0
                    inet 10.0.0.6/24 scope global eth0
                3: eth1: mtu 1500
                    inet 10.0.1.6/24 scope global eth1
                """));

    assertThat(Printed.problems(reading))
        .containsExactly(
            "1: no line of ip addr",
            "3: no hardware address where one should stand",
            "4: no address where one should stand",
            "5: no address where one should stand",
            "7: an interface without flags",
            "8: belongs to an interface that could not be read");
    assertThat(reading.coverage()).isEqualTo(new Coverage(8, 2, 0, 6));
    Interfaces interfaces = (Interfaces) reading.facts().get(0);
    assertThat(interfaces.complete()).isFalse();
    assertThat(interfaces.interfaces())
        .singleElement()
        .satisfies(eth0 -> assertThat(eth0.addresses()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Device \"eth9\" does not exist.\n"})
  void withoutAnyInterfaceNothingIsSaid(String text) {
    assertThat(reader.read(Pasted.paste(CaptureKind.IP_ADDR, text)).facts()).isEmpty();
  }

  private Interfaces read(String text) {
    return Printed.only(Interfaces.class, reader.read(Pasted.paste(CaptureKind.IP_ADDR, text)));
  }
}
