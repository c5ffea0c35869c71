package io.github.viplint.twin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Extent;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.twin.Captured;
import io.github.viplint.twin.route.Answer;
import io.github.viplint.twin.route.Routing;
import io.github.viplint.twin.table.Flow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelStateTest {

  @Test
  void nothingCapturedIsNothingKnown() {
    KernelState kernel = new Captured().kernel();

    assertThat(kernel.interfaces()).isEmpty();
    assertThat(kernel.interfacesComplete()).isFalse();
    assertThat(kernel.rules()).isEmpty();
    assertThat(kernel.table("main")).isEmpty();
    assertThat(kernel.anyip()).isEmpty();
  }

  @Test
  void aTableIsKnownWhenItWasListedAsAWhole() {
    KernelState kernel =
        new Captured()
            .table("200", "default via 172.20.16.1 dev eth1\n")
            .with(
                CaptureKind.IP_ROUTE,
                "ip route show table 7 | grep eth0",
                "10.0.0.0/8 dev eth0\n",
                Extent.FILTERED)
            .kernel();

    assertThat(kernel.table("200").orElseThrow()).hasSize(1);
    assertThat(kernel.table("7")).isEmpty();
    assertThat(kernel.table("main")).isEmpty();
  }

  @Test
  void aLineThatCannotBeReadMayBeTheRouteThatDecides() {
    KernelState kernel =
        new Captured()
            .table("200", "default via 172.20.16.1 dev eth1\n172.20.0.0/16 vja eth0 sc?pe\n")
            .table("201", "default via 172.20.16.1 dev eth1\n")
            .with(
                CaptureKind.IP_RULE,
                "ip rule",
                "0: from all lookup local\nl00: from all lookup 200\n",
                Extent.WHOLE)
            .kernel();

    assertThat(kernel.table("200")).isEmpty();
    assertThat(kernel.table("201").orElseThrow()).hasSize(1);
    assertThat(kernel.rules()).isEmpty();
  }

  @Test
  void aListingOfAllTablesSaysThatTheOthersAreEmpty() {
    KernelState kernel =
        new Captured()
            .table(
                "all",
                """
                default via 172.20.16.1 dev workload table rtctl_workload
                default via 172.20.0.1 dev management
                local 172.20.8.32/27 dev lo table local scope host
                local 172.20.8.5 dev frontend table local proto kernel scope host src 172.20.8.5
                """)
            .kernel();

    assertThat(kernel.table("rtctl_workload").orElseThrow()).hasSize(1);
    assertThat(kernel.table("main").orElseThrow()).hasSize(1);
    assertThat(kernel.table("254")).isEqualTo(kernel.table("main"));
    assertThat(kernel.table("17")).contains(List.of());
    assertThat(kernel.anyip().orElseThrow())
        .extracting(Route::destination)
        .map(Object::toString)
        .containsExactly("172.20.8.32/27");
    KernelState booted = KernelAtBoot.of(kernel, kernel.table("main").orElseThrow().get(0).span());
    assertThat(booted.table("local").orElseThrow()).hasSize(1);
    assertThat(booted.anyip()).contains(List.of());
    assertThat(booted.table("rtctl_workload")).contains(List.of());
    assertThat(booted.rules().orElseThrow())
        .map(PolicyRule::shown)
        .containsExactly(
            "from all lookup local", "from all lookup main", "from all lookup default");
  }

  @Test
  void tablesGoByNameAndByNumber() {
    KernelState kernel =
        new KernelState(
            List.of(),
            false,
            new Fib(Optional.empty(), Map.of("rtctl_frontend", List.of()), false),
            Fib.unknown(),
            Map.of("rtctl_frontend", 3L),
            Map.of());

    assertThat(kernel.table("3")).isPresent();
    assertThat(kernel.table("rtctl_frontend")).isPresent();
    assertThat(kernel.tableName("3")).isEqualTo("rtctl_frontend");
    assertThat(kernel.tableName("255")).isEqualTo("local");
    assertThat(kernel.tableName("9")).isEqualTo("9");
  }

  @Test
  void partOfTheInterfacesIsOfUseToo() {
    KernelState kernel =
        new Captured()
            .with(
                CaptureKind.IP_ADDR,
                "ip addr show eth0",
                """
                2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500
                    inet 172.20.0.45/24 brd 172.20.0.255 scope global eth0
                """,
                Extent.WHOLE)
            .with(
                CaptureKind.IP_ADDR,
                "ip addr show eth1",
                """
                3: eth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500
                    inet 172.20.16.2/28 brd 172.20.16.15 scope global eth1
                """,
                Extent.WHOLE)
            .kernel();

    assertThat(kernel.interfacesComplete()).isFalse();
    assertThat(kernel.connectedTo(Captured.address("172.20.0.10")))
        .extracting(NetInterface::name)
        .containsExactly("eth0");
    assertThat(kernel.hasAddress(Captured.address("172.20.16.2"))).isTrue();
  }

  @Test
  void aCutIfconfigStillTellsConnectedSubnets() {
    KernelState kernel =
        new Captured()
            .with(
                CaptureKind.IFCONFIG,
                "ifconfig",
                """
                eth0      Link encap:Ethernet  HWaddr 00:50:56:00:00:01
                          inet addr:172.20.0.45  Bcast:172.20.0.255  Mask:255.255.255.0
                ...
                """,
                Extent.CUT)
            .kernel();

    assertThat(kernel.interfacesComplete()).isFalse();
    assertThat(kernel.connectedTo(Captured.address("172.20.0.10"))).hasSize(1);
  }

  @Test
  void ipRouteTellsMoreThanRouteN() {
    Captured routeN =
        new Captured()
            .with(
                CaptureKind.ROUTE_N,
                "route -n",
                """
                Kernel IP routing table
                Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
                0.0.0.0         172.20.0.254    0.0.0.0         UG    0      0        0 eth0
                172.20.0.0      0.0.0.0         255.255.255.0   U     0      0        0 eth0
                """);

    assertThat(routeN.kernel().table("main").orElseThrow()).hasSize(2);
    assertThat(routeN.kernel().table("local")).isEmpty();
    assertThat(
            routeN
                .table("main", "default via 172.20.0.254 dev eth0 src 172.20.0.45\n")
                .kernel()
                .table("main")
                .orElseThrow())
        .hasSize(1);
  }

  /** The appliance's rt_tables names each table twice. */
  @Test
  void rtTablesJoinsNamesAndNumbers() {
    KernelState kernel =
        new Captured()
            .with(
                CaptureKind.RT_TABLES,
                "cat /etc/iproute2/rt_tables",
                """
                255	local
                254	main
                2	rtctl_workload
                2	rtctl_workload
                """)
            .rules("100: from all lookup 2\n")
            .table("rtctl_workload", "default via 172.20.16.1 dev workload\n")
            .addresses(
                "2: workload: <UP> mtu 1500\n    inet 172.20.16.2/28 scope global workload\n")
            .kernel();

    Answer answer = new Routing(kernel).lookup(Flow.to(Captured.address("192.0.2.1")));

    assertThat(answer.device()).contains("workload");
    assertThat(answer.table()).contains("rtctl_workload");
  }
}
