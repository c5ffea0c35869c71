package io.github.viplint.twin.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Extent;
import io.github.viplint.twin.Captured;
import io.github.viplint.twin.route.Answer.Action;
import io.github.viplint.twin.table.Flow;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@link KernelOracleTest} and {@link LiveRoutingTest} hold the answers against kernels; here is
 * what comes of captures that lack something, and why an answer is as it is.
 */
class RoutingTest {
  private static final String TWO_INTERFACES =
      """
      2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500
          inet 172.20.0.45/24 brd 172.20.0.255 scope global eth0
      3: eth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500
          inet 172.20.16.2/28 brd 172.20.16.15 scope global eth1
      """;

  private static final String RULES =
      """
      0:      from all lookup local
      0:      from all to 172.20.0.10  lookup 200
      0:      from all to 10.96.0.0 /23 lookup 200
      32766:  from all lookup main
      32767:  from all lookup default
      """;

  private static final String MAIN =
      """
      default via 172.20.0.254 dev eth0
      172.20.0.0/24 dev eth0 proto kernel scope link src 172.20.0.45
      172.20.16.0/28 dev eth1 proto kernel scope link src 172.20.16.2
      """;

  private static final String TABLE_200 =
      """
      default via 172.20.16.1 dev eth1 proto static
      172.20.16.0/28 dev eth1 proto static scope link
      """;

  private static Captured controlPlane() {
    return new Captured()
        .with(CaptureKind.IP_ADDR, "ip addr show", TWO_INTERFACES, Extent.CUT)
        .rules(RULES)
        .table("main", MAIN)
        .table("200", TABLE_200);
  }

  /** A name server in the management subnet that a rule sends through the workload network. */
  @Test
  void aRuleLeadsAwayFromTheConnectedSubnet() {
    Answer answer = ask(controlPlane(), "172.20.0.10");

    assertThat(answer.action()).isEqualTo(Action.UNICAST);
    assertThat(answer.device()).contains("eth1");
    assertThat(answer.via()).contains(Captured.address("172.20.16.1"));
    assertThat(answer.source()).contains(Captured.address("172.20.16.2"));
    assertThat(answer.table()).contains("200");
    assertThat(answer.rule().orElseThrow().shown()).isEqualTo("from all to 172.20.0.10 lookup 200");
    assertThat(answer.rule().orElseThrow().span().place().startLine()).isEqualTo(2);
    assertThat(answer.route().orElseThrow().isDefault()).isTrue();
    assertThat(answer.missing()).isEmpty();
    assertThat(answer.trace())
        .extracting(step -> step.rule().shown() + " -> " + step.outcome())
        .containsExactly(
            "from all lookup local -> not captured; no captured address",
            "from all to 172.20.0.10 lookup 200 -> default via 172.20.16.1 dev eth1");
  }

  /** With some interfaces only, another could have the address; nobody would expect it. */
  @Test
  void whatWasAssumedIsSaid() {
    assertThat(ask(controlPlane(), "172.20.0.10").assumed())
        .containsExactly("table local holds nothing but the captured addresses");
    assertThat(ask(controlPlane().addresses(TWO_INTERFACES), "172.20.0.10").assumed()).isEmpty();
  }

  @Test
  void otherDestinationsLeaveByMain() {
    Answer answer = ask(controlPlane(), "172.20.0.11");

    assertThat(answer.device()).contains("eth0");
    assertThat(answer.via()).isEmpty();
    assertThat(answer.table()).contains("main");
  }

  @Test
  void anAddressOfTheHostIsLocalWithoutTableLocal() {
    Answer answer = ask(controlPlane(), "172.20.16.2");

    assertThat(answer.action()).isEqualTo(Action.LOCAL);
    assertThat(answer.device()).contains("lo");
    assertThat(ask(controlPlane(), "127.0.0.53").action()).isEqualTo(Action.LOCAL);
    assertThat(ask(controlPlane(), "172.20.16.15").action()).isEqualTo(Action.BROADCAST);
  }

  @Test
  void boundToADeviceItLeavesByThatDevice() {
    Answer answer =
        new Routing(controlPlane().kernel())
            .lookup(Flow.to(Captured.address("172.20.0.10")).boundTo("eth0"));

    assertThat(answer.device()).contains("eth0");
    assertThat(answer.table()).contains("main");
  }

  @Test
  void withoutTheRulesNothingIsSureButMainIsShown() {
    Captured captured = new Captured().addresses(TWO_INTERFACES).table("main", MAIN);

    Answer answer = ask(captured, "172.20.0.10");

    assertThat(answer.action()).isEqualTo(Action.UNKNOWN);
    assertThat(answer.missing()).containsExactly("ip rule");
    assertThat(answer.route().orElseThrow().destination()).hasToString("172.20.0.0/24");
  }

  @Test
  void aTableThatWasNotCapturedDecidesOnlyWhereARuleLeadsThere() {
    Captured captured = new Captured().addresses(TWO_INTERFACES).rules(RULES).table("main", MAIN);

    assertThat(ask(captured, "172.20.0.10").action()).isEqualTo(Action.UNKNOWN);
    assertThat(ask(captured, "172.20.0.10").missing()).containsExactly("table 200");
    assertThat(ask(captured, "172.20.0.11").action()).isEqualTo(Action.UNICAST);
  }

  @Test
  void withoutAnyAddressTableLocalIsMissed() {
    Answer answer = ask(new Captured().rules(RULES).table("main", MAIN), "172.20.0.11");

    assertThat(answer.action()).isEqualTo(Action.UNKNOWN);
    assertThat(answer.missing()).containsExactly("table local");
  }

  @Test
  void tableDefaultIsTakenToBeEmpty() {
    Captured captured =
        new Captured()
            .addresses(TWO_INTERFACES)
            .rules(RULES)
            .table("main", "172.20.0.0/24 dev eth0 scope link\n");

    Answer answer = ask(captured, "192.0.2.1");

    assertThat(answer.action()).isEqualTo(Action.NONE);
    assertThat(answer.assumed()).containsExactly("table default is empty");
  }

  @Test
  void aRuleThatWasNotUnderstoodDecidesOnlyWhereItCouldFit() {
    Captured captured =
        new Captured()
            .addresses(TWO_INTERFACES)
            .rules(
                """
                0:      from all lookup local
                100:    from all to 10.96.0.0/23 ipproto tcp lookup 200
                32766:  from all lookup main
                """)
            .table("main", MAIN)
            .table("200", TABLE_200);

    assertThat(ask(captured, "10.96.0.1").action()).isEqualTo(Action.UNKNOWN);
    assertThat(ask(captured, "10.96.0.1").missing())
        .containsExactly(
            "the packet's protocol and ports, for rule 100: from all to 10.96.0.0/23 ipproto tcp"
                + " lookup 200");
    Flow web = Flow.to(Captured.address("10.96.0.1")).carrying(new Flow.Transport(6, 0, 443));
    assertThat(new Routing(captured.kernel()).lookup(web).table()).contains("200");
    Flow name = web.carrying(new Flow.Transport(17, 0, 53));
    assertThat(new Routing(captured.kernel()).lookup(name).table()).contains("main");
    assertThat(ask(captured, "172.20.0.11").action()).isEqualTo(Action.UNICAST);
  }

  /** What is not known stands in the words of the capture, not in what was read of them. */
  @ParameterizedTest
  @CsvSource({
    "10.96.0.1, what rule 10: from all to 10.96.0.0/16 uidrange 0-99 lookup 200 asks for",
    "10.97.0.1, what rule 11: from all to 10.97.0.0/16 lookup [l3mdev-table] asks for",
    "10.98.0.1, ip link show group 5",
    "10.99.0.1, what route 10.99.0.0/16 nhid 9 of table main is"
  })
  void whatIsUnknownIsNamed(String destination, String missing) {
    Captured captured =
        new Captured()
            .addresses(TWO_INTERFACES)
            .rules(
                """
                0:      from all lookup local
                10:     from all to 10.96.0.0/16 uidrange 0-99 lookup 200
                11:     from all to 10.97.0.0/16 lookup [l3mdev-table]
                12:     from all to 10.98.0.0/16 lookup 200 suppress_ifgroup 5
                32766:  from all lookup main
                """)
            .table("main", MAIN + "10.99.0.0/16 nhid 9\n")
            .table("200", TABLE_200);

    Answer answer = ask(captured, destination);

    assertThat(answer.action()).isEqualTo(Action.UNKNOWN);
    assertThat(answer.missing()).containsExactly(missing);
  }

  /** Each table that could decide, not only the first. */
  @Test
  void allTablesThatAreMissingAreNamed() {
    Captured captured =
        new Captured()
            .rules(
                """
                0:      from all lookup local
                100:    from all to 10.96.0.0/16 lookup 200
                32766:  from all lookup main
                """);

    assertThat(ask(captured, "10.95.0.1").missing()).containsExactly("table local", "table main");
    assertThat(ask(captured, "10.96.0.1").missing())
        .containsExactly("table local", "table 200", "table main");
    assertThat(ask(captured.table("200", TABLE_200), "10.96.0.1").missing())
        .containsExactly("table local");
  }

  @Test
  void ipv6IsNotAnswered() {
    Answer answer = ask(controlPlane(), "2001:db8::1");

    assertThat(answer.action()).isEqualTo(Action.UNKNOWN);
    assertThat(answer.missing()).contains("ip -6 rule");
    Flow mixed = Flow.to(Captured.address("172.20.0.10")).from(Captured.address("2001:db8::1"));
    assertThat(new Routing(controlPlane().kernel()).lookup(mixed).action())
        .isEqualTo(Action.BLACKHOLE);
  }

  /** What neither a rule nor a route decides is told, for no trace shows it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "8.8.8.8     | -            | -    | -    | -",
        "8.8.8.8     | 172.20.16.2  | -    | -    | -",
        "8.8.8.8     | 192.0.2.1    | -    | -    | 192.0.2.1 is no address of this host",
        "8.8.8.8     | 224.0.0.1    | -    | -    | 224.0.0.1 is no address to send from",
        "8.8.8.8     | 127.0.0.1    | -    | -    | a source in 127.0.0.0/8 leaves by lo only,"
            + " unless route_localnet is 1",
        "8.8.8.8     | 2001:db8::1  | -    | -    | its source and its destination are of different"
            + " families",
        "10.1.1.1    | -            | -    | eth1 | no route answers, and what is bound to eth1"
            + " leaves by it",
        "8.8.8.8     | -            | -    | eth2 | eth2 is down",
        "8.8.8.8     | 172.20.16.9  | eth1 | -    | -",
        "8.8.8.8     | 172.20.0.9   | eth1 | -    | rp_filter of eth1 is 1, and the way back to"
            + " 172.20.0.9 leaves by eth0",
        "8.8.8.8     | 172.20.16.2  | eth1 | -    | 172.20.16.2 is an address of this host, and"
            + " accept_local is 0",
        "8.8.8.8     | 172.20.16.9  | eth2 | -    | this host does not forward what comes in by eth2"
            + " (ip_forward is 0)",
        "127.0.0.1   | 172.20.16.9  | eth1 | -    | 127.0.0.0/8 comes in by lo only, unless"
            + " route_localnet is 1",
      })
  void whatDecidesBesidesRulesAndRoutesIsSaid(
      String to, String from, String iif, String oif, String reason) {
    Captured captured =
        new Captured()
            .addresses(
                "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536\n    inet 127.0.0.1/8 scope host lo\n"
                    + TWO_INTERFACES
                    + "4: eth2: <BROADCAST,MULTICAST> mtu 1500\n")
            .rules("0: from all lookup local\n32766: from all lookup main\n")
            .table("main", MAIN.replace("default", "8.8.0.0/16"))
            .with(
                CaptureKind.SYSCTL,
                "sysctl -a",
                """
                net.ipv4.conf.all.rp_filter = 1
                net.ipv4.conf.eth1.rp_filter = 0
                net.ipv4.conf.eth2.forwarding = 0
                """);
    Flow flow = Flow.to(Captured.address(to));
    flow = from == null ? flow : flow.from(Captured.address(from));
    flow = iif == null ? flow : flow.cameInBy(iif);
    flow = oif == null ? flow : flow.boundTo(oif);

    Optional<String> said = new Routing(captured.kernel()).lookup(flow).reason();

    assertThat(said).isEqualTo(Optional.ofNullable(reason));
  }

  private static Answer ask(Captured captured, String destination) {
    return new Routing(captured.kernel()).lookup(Flow.to(Captured.address(destination)));
  }
}
