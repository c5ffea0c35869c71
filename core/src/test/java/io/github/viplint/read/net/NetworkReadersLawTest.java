package io.github.viplint.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Pasted;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * What holds for each reader of what {@code ip}, {@code ifconfig}, {@code route} and ping print.
 */
class NetworkReadersLawTest {
  private static final List<Reader> READERS =
      List.of(
          new IpRuleReader(),
          new IpRouteReader(),
          new IpAddrReader(),
          new IfconfigReader(),
          new RouteNReader(),
          new PingReader(),
          new ListeningSocketsReader());

  private static final Map<CaptureKind, String> VALID =
      Map.of(
          CaptureKind.IP_RULE,
          """
          0:\tfrom all lookup local
          0:      from all to 172.20.16.0 /22 lookup 200
          101:\tnot from 10.3.0.0/16 fwmark 0x1/0xff iif eth9 [detached] lookup 200
          107:\tfrom 10.4.0.1 goto 9999 [unresolved]
          """,
          CaptureKind.IP_ROUTE,
          """
          default via 172.20.0.1 dev eth0 proto static metric 50\s
          10.50.0.0/16\s
          \tnexthop via 172.20.16.1 dev eth1 weight 1 linkdown\s
          10.50.0.0/16 \\\tnexthop via 172.20.16.1 dev eth1 weight 1
          local 172.20.8.32/27 dev lo table local scope host src 172.20.8.2\s
          """,
          CaptureKind.IP_ADDR,
          """
          2: eth0@if7: <BROADCAST,UP> mtu 1500 qdisc mq state UP
              link/ether 00:50:56:ab:00:01 brd ff:ff:ff:ff:ff:ff
              inet 172.20.8.2/24 brd 172.20.8.255 scope global eth0
          3: eth1    inet 172.20.16.2/22 scope global eth1\\       valid_lft forever
          eth2             UP             10.9.0.5 peer 10.9.1.6/32 fe80::1/64\s
          """,
          CaptureKind.IFCONFIG,
          """
          eth0      Link encap:Ethernet  HWaddr 00:50:56:ab:00:01
                    inet addr:172.20.0.45  Bcast:172.20.0.255  Mask:255.255.255.0
          eth1: flags=4163<UP,BROADCAST>  mtu 1500
                  inet 172.20.16.2  netmask 255.255.252.0  broadcast 172.20.19.255
                  inet6 fe80::1  prefixlen 64  scopeid 0x20<link>
          """,
          CaptureKind.ROUTE_N,
          """
          Kernel IP routing table
          Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
          0.0.0.0         172.20.0.1      0.0.0.0         UG    0      0        0 eth0
          10.77.0.0       -               255.255.0.0     !     0      -        0 -
          """,
          CaptureKind.PING,
          """
          PING 172.20.0.53 (172.20.0.53) from 172.20.0.45 eth0: 56(84) bytes of data.
          From 172.20.16.1 icmp_seq=1 Destination Host Unreachable
          ping: sendmsg: Operation not permitted
          --- 172.20.0.53 ping statistics ---
          1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms
          """,
          CaptureKind.LISTENING_SOCKETS,
          """
          State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess
          LISTEN 0      128          0.0.0.0:2024      0.0.0.0:*    users:(("sshd",pid=1,fd=3))
          tcp6       0      0 :::22                   :::*                    LISTEN      790/sshd
          haproxy 829 root 6u IPv4 12345 0t0 TCP 10.1.1.5:443 (LISTEN)
          """);

  @Property(tries = 500)
  void anyTextIsReadAndEachLineAccountedFor(@ForAll String text) {
    READERS.forEach(reader -> readsAll(reader, text));
  }

  @Property(tries = 500)
  void noDamageToValidLinesStopsTheReading(
      @ForAll("damages") List<Tuple2<Integer, String>> damages) {
    for (Reader reader : READERS) {
      StringBuilder text = new StringBuilder(valid(reader));
      for (Tuple2<Integer, String> damage : damages) {
        int at = damage.get1() % (text.length() + 1);
        if (damage.get2().isEmpty()) {
          text.delete(at, Math.min(text.length(), at + 1 + damage.get1() % 7));
        } else {
          text.insert(at, damage.get2());
        }
      }
      readsAll(reader, text.toString());
    }
  }

  @Property(tries = 200)
  void linesInAnyOrderAreRead(@ForAll long seed) {
    for (Reader reader : READERS) {
      List<String> lines = new ArrayList<>(valid(reader).lines().toList());
      Collections.shuffle(lines, new Random(seed));
      readsAll(reader, String.join("\r\n", lines));
    }
  }

  @Example
  void theValidLinesAreUnderstood() {
    for (Reader reader : READERS) {
      assertThat(Printed.problems(read(reader, valid(reader)))).isEmpty();
    }
  }

  @Provide
  Arbitrary<List<Tuple2<Integer, String>>> damages() {
    Arbitrary<String> inserted =
        Arbitraries.oneOf(
            Arbitraries.of(
                "",
                "",
                " ",
                "\n",
                "\t",
                "/",
                "\\",
                "[",
                "]",
                "<",
                ">",
                "(",
                ")",
                ":",
                "0x",
                "-1",
                "99999999999999999999",
                "via",
                "from",
                "inet ",
                "lookup ",
                "\r",
                "\u0000",
                "\ud83d"),
            Arbitraries.strings().all().ofMaxLength(3));
    return Combinators.combine(Arbitraries.integers().between(0, 2000), inserted)
        .as(Tuple::of)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static String valid(Reader reader) {
    return VALID.get(kind(reader));
  }

  private static CaptureKind kind(Reader reader) {
    return reader.kinds().stream().filter(VALID::containsKey).findFirst().orElseThrow();
  }

  private static Reading read(Reader reader, String text) {
    return reader.read(Pasted.paste(kind(reader), text));
  }

  private static void readsAll(Reader reader, String text) {
    Reading reading = read(reader, text);
    long lines = text.chars().filter(c -> c == '\n').count();
    long unfinished = text.isEmpty() || text.endsWith("\n") ? 0 : 1;
    assertThat(reading.coverage().total()).isEqualTo(lines + unfinished);
    assertThat(reading.problems()).hasSize(reading.coverage().problems());
  }
}
