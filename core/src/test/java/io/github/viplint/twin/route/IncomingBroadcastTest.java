package io.github.viplint.twin.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.twin.Captured;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.route.Answer.Action;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packets that come in by eth0, as Linux 6.18 answers {@code ip route get}. */
class IncomingBroadcastTest {
  private static final String INTERFACES =
      """
      1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536
          inet 127.0.0.1/8 scope host lo
      2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500
          inet 10.7.0.5/24 scope global eth0
      3: eth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500
          inet 10.7.1.5/24 scope global eth1
      """;

  private static final String RULES =
      """
      0:      from all lookup local
      32766:  from all lookup main
      32767:  from all lookup default
      """;

  private static final String TABLES =
      """
      10.7.0.0/24 dev eth0 proto kernel scope link src 10.7.0.5
      10.7.1.0/24 dev eth1 proto kernel scope link src 10.7.1.5
      local 10.7.0.5 dev eth0 table local proto kernel scope host src 10.7.0.5
      broadcast 10.7.0.255 dev eth0 table local proto kernel scope link src 10.7.0.5
      local 10.7.1.5 dev eth1 table local proto kernel scope host src 10.7.1.5
      broadcast 10.7.1.255 dev eth1 table local proto kernel scope link src 10.7.1.5
      local 127.0.0.0/8 dev lo table local proto kernel scope host src 127.0.0.1
      local 127.0.0.1 dev lo table local proto kernel scope host src 127.0.0.1
      broadcast 127.255.255.255 dev lo table local proto kernel scope link src 127.0.0.1
      """;

  /** Only a broadcast to all is taken before anything asks for loopback addresses. */
  @ParameterizedTest
  @CsvSource({
    "255.255.255.255 from 127.9.9.9 iif eth0 ipproto udp sport 7 dport 53, 0, BROADCAST",
    "255.255.255.255 from 127.9.9.9 iif eth0, 0, BROADCAST",
    "255.255.255.255 from 127.9.9.9 iif eth0, 1, BLACKHOLE",
    "255.255.255.255 from 10.7.0.9 iif eth0, 1, BROADCAST",
    "255.255.255.255 from 10.7.1.9 iif eth0, 1, BLACKHOLE",
    "255.255.255.255 from 10.7.0.5 iif eth0, 0, BLACKHOLE",
    "10.7.0.255 from 127.9.9.9 iif eth0, 0, BLACKHOLE",
    "10.7.0.5 from 127.9.9.9 iif eth0, 0, BLACKHOLE",
    "255.255.255.255 from 0.0.0.0 iif eth0, 1, BROADCAST",
    "224.0.0.1 from 127.9.9.9 iif eth0, 0, BLACKHOLE"
  })
  void aBroadcastToAllMayComeFromLoopback(String question, String rpFilter, Action action) {
    KernelState captured =
        new Captured().addresses(INTERFACES).rules(RULES).table("all", TABLES).kernel();
    KernelState kernel =
        new KernelState(
            captured.interfaces(),
            captured.interfacesComplete(),
            captured.ipv4(),
            captured.ipv6(),
            captured.names(),
            Map.of("net.ipv4.conf.eth0.rp_filter", rpFilter));

    Answer answer = new Routing(kernel).lookup(RouteGet.flow(question));

    assertThat(answer.action()).isEqualTo(action);
    assertThat(answer.source().filter(source -> source.isZero())).isEmpty();
  }
}
