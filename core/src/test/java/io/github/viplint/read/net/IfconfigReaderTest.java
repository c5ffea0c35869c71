package io.github.viplint.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Extent;
import io.github.viplint.model.Interfaces;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetInterface.Address;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Pasted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IfconfigReaderTest {
  private final IfconfigReader reader = new IfconfigReader();

  @Test
  void oldNetTools() {
    Interfaces interfaces =
        read(
            """
            eth0      Link encap:Ethernet  HWaddr 00:50:56:AB:00:01
                      inet addr:172.20.0.45  Bcast:172.20.0.255  Mask:255.255.255.0
                      inet6 addr: fe80::250:56ff:feab:1/64 Scope:Link
                      UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1
                      RX packets:100 errors:0 dropped:0 overruns:0 frame:0
                      TX packets:100 errors:0 dropped:0 overruns:0 carrier:0
                      collisions:0 txqueuelen:1000
                      RX bytes:1000 (1.0 KB)  TX bytes:1000 (1.0 KB)
                      Interrupt:16 Memory:fc7c0000-fc7e0000

            eth0:1    Link encap:Ethernet  HWaddr 00:50:56:AB:00:01
                      inet addr:172.20.0.46  Bcast:0.0.0.0  Mask:255.255.255.255

            lo        Link encap:Local Loopback
                      inet addr:127.0.0.1  Mask:255.0.0.0
                      inet6 addr: ::1/128 Scope:Host

            tun0      Link encap:UNSPEC  HWaddr 00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00
                      inet addr:10.9.0.6  P-t-P:10.9.0.5  Mask:255.255.255.255
            """);

    assertThat(interfaces.complete()).isTrue();
    assertThat(interfaces.interfaces())
        .extracting(NetInterface::name)
        .containsExactly("eth0", "lo", "tun0");
    NetInterface eth0 = interfaces.interfaces().get(0);
    assertThat(eth0.mac()).contains("00:50:56:ab:00:01");
    assertThat(eth0.flags()).containsExactlyInAnyOrder("UP", "BROADCAST", "RUNNING", "MULTICAST");
    assertThat(eth0.addresses())
        .extracting(address -> address.cidr().toString())
        .containsExactly("172.20.0.45/24", "fe80::250:56ff:feab:1/64", "172.20.0.46/32");
    Address address = eth0.addresses().get(0);
    assertThat(address.span().text()).isEqualTo("172.20.0.45");
    assertThat(address.broadcast().orElseThrow()).hasToString("172.20.0.255");
    assertThat(eth0.addresses().get(2).broadcast()).isEmpty();
    Address far = interfaces.interfaces().get(2).addresses().get(0);
    assertThat(far.cidr()).hasToString("10.9.0.6/32");
    assertThat(far.peer().orElseThrow()).hasToString("10.9.0.5/32");
  }

  @Test
  void newNetTools() {
    Interfaces interfaces =
        read(
            """
            eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
                    inet 172.20.16.2  netmask 255.255.252.0  broadcast 172.20.19.255
                    inet6 fe80::250:56ff:feab:1  prefixlen 64  scopeid 0x20<link>
                    ether 00:50:56:ab:00:01  txqueuelen 1000  (Ethernet)
                    RX packets 100  bytes 1000 (1.0 KiB)
                    RX errors 0  dropped 0  overruns 0  frame 0
                    TX packets 100  bytes 1000 (1.0 KiB)
                    TX errors 0  dropped 0 overruns 0  carrier 0  collisions 0
                    device interrupt 16  memory 0xfc7c0000-fc7e0000

            tun0: flags=4305<UP,POINTOPOINT,RUNNING,NOARP,MULTICAST>  mtu 1500
                    inet 10.9.0.6  netmask 255.255.255.252  destination 10.9.0.5
                    unspec 00-00-00-00-00-00-00-00-00-00-00-00-00-00-00-00  txqueuelen 100  (UNSPEC)
            """);

    NetInterface eth0 = interfaces.interfaces().get(0);
    assertThat(eth0.name()).isEqualTo("eth0");
    assertThat(eth0.mac()).contains("00:50:56:ab:00:01");
    assertThat(eth0.flags()).contains("UP", "RUNNING");
    assertThat(eth0.addresses())
        .extracting(address -> address.cidr().toString())
        .containsExactly("172.20.16.2/22", "fe80::250:56ff:feab:1/64");
    assertThat(interfaces.interfaces().get(1).addresses().get(0).peer().orElseThrow())
        .hasToString("10.9.0.5/30");
  }

  @Test
  void leftOutLinesOfACutCaptureAreUnderstood() {
    Reading reading =
        reader.read(
            Pasted.part(
                CaptureKind.IFCONFIG,
                Extent.CUT,
                """
                eth0      Link encap:Ethernet  HWaddr 00:50:56:ab:00:01
                          inet addr:172.20.0.45  Bcast:172.20.0.255  Mask:255.255.255.0
                ...
                eth1      Link encap:Ethernet  HWaddr 00:50:56:ab:00:02
                          inet addr:172.20.16.2  Bcast:172.20.16.15  Mask:255.255.255.240
                ...
                """));

    assertThat(reading.coverage()).isEqualTo(Printed.understood(6));
    Interfaces interfaces = Printed.only(Interfaces.class, reading);
    assertThat(interfaces.complete()).isFalse();
    assertThat(interfaces.interfaces()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"ifconfig, true", "ifconfig -a, true", "/sbin/ifconfig eth0, false"})
  void theCommandTellsWhetherEveryInterfaceIsShown(String command, boolean complete) {
    Reading reading =
        reader.read(Printed.by(CaptureKind.IFCONFIG, command, "eth0: flags=4163<UP>  mtu 1500\n"));

    assertThat(Printed.only(Interfaces.class, reading).complete()).isEqualTo(complete);
  }

  @Test
  void otherLinesAreProblemsAndReadingGoesOn() {
    Reading reading =
        reader.read(
            Pasted.paste(
                CaptureKind.IFCONFIG,
                """
                eth0: flags=4163<UP>  mtu 1500
                        inet 172.20.16.2  netmask 255.0.255.0  broadcast 172.20.16.255
                        inet 172.20.16.300  netmask 255.255.255.0
                        inet 172.20.16.3
                        something else
                        inet 172.20.16.4  netmask 255.255.255.0
                eth1: error fetching interface information: Device not found
                        inet 172.20.17.4  netmask 255.255.255.0
                eth2: flags=4163
                """));

    assertThat(Printed.problems(reading))
        .containsExactly(
            "2: a netmask that is no prefix",
            "3: no address where one should stand",
            "4: a netmask that is no prefix",
            "5: no line of ifconfig",
            "7: no line of ifconfig",
            "8: belongs to an interface that could not be read",
            "9: an interface without flags");
    Interfaces interfaces = (Interfaces) reading.facts().get(0);
    assertThat(interfaces.complete()).isFalse();
    assertThat(interfaces.interfaces().get(0).addresses())
        .extracting(address -> address.cidr().toString())
        .containsExactly("172.20.16.4/24");
  }

  private Interfaces read(String text) {
    return Printed.only(Interfaces.class, reader.read(Pasted.paste(CaptureKind.IFCONFIG, text)));
  }
}
