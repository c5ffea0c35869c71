package io.github.viplint.read.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.Extent;
import io.github.viplint.model.Reading;
import io.github.viplint.model.Route;
import io.github.viplint.model.Routes;
import io.github.viplint.read.Pasted;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRouteReaderTest {
  private final IpRouteReader reader = new IpRouteReader();

  @Test
  void oneTable() {
    Routes routes =
        printed(
            "ip route show table 200",
            """
            default via 172.20.16.1 dev eth1 proto static\s
            172.20.16.0/28 dev eth1 proto kernel scope link src 172.20.16.2 metric 50 linkdown\s
            """);

    assertThat(routes.table()).contains("200");
    assertThat(routes.routes()).hasSize(2);
    Route first = routes.routes().get(0);
    assertThat(first.isDefault()).isTrue();
    assertThat(first.via().orElseThrow()).hasToString("172.20.16.1");
    assertThat(first.device()).contains("eth1");
    assertThat(first.protocol()).contains("static");
    assertThat(first.table()).isEqualTo("200");
    assertThat(first.metric()).isZero();
    assertThat(first.span().text()).isEqualTo("default via 172.20.16.1 dev eth1 proto static");
    Route second = routes.routes().get(1);
    assertThat(second.destination()).hasToString("172.20.16.0/28");
    assertThat(second.via()).isEmpty();
    assertThat(second.source().orElseThrow()).hasToString("172.20.16.2");
    assertThat(second.scope()).contains("link");
    assertThat(second.metric()).isEqualTo(50);
    assertThat(second.nextHops().get(0).flags()).containsExactly("linkdown");
    assertThat(second.unknown()).isFalse();
  }

  @Test
  void allTables() {
    Routes routes =
        printed(
            "ip route show table all",
            """
            unreachable default table 2 metric 4278198272\s
            default via 172.20.0.1 dev management proto static\s
            local 172.20.8.32/27 dev lo table local scope host\s
            broadcast 172.20.8.255 dev frontend table local proto kernel scope link src 172.20.8.2\s
            fe80::/64 dev frontend proto kernel metric 256 pref medium
            default dev frontend metric 1024 pref medium
            """);

    assertThat(routes.table()).isEmpty();
    assertThat(routes.routes())
        .extracting(Route::type, route -> route.destination().toString(), Route::table)
        .containsExactly(
            tuple(Route.Type.UNREACHABLE, "0.0.0.0/0", "2"),
            tuple(Route.Type.UNICAST, "0.0.0.0/0", "main"),
            tuple(Route.Type.LOCAL, "172.20.8.32/27", "local"),
            tuple(Route.Type.BROADCAST, "172.20.8.255/32", "local"),
            tuple(Route.Type.UNICAST, "fe80::/64", "main"),
            tuple(Route.Type.UNICAST, "::/0", "main"));
    assertThat(routes.routes()).noneMatch(Route::unknown);
    assertThat(routes.routes().get(0).metric()).isEqualTo(4278198272L);
    assertThat(routes.routes().get(0).nextHops()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      value = {
        "ip route -> main",
        "ip r -> main",
        "ip -4 route show -> main",
        "sudo /sbin/ip -o -4 ro li -> main",
        "ip route show table 200 -> 200",
        "ip r s t 200 -> 200",
        "ip route list table rtctl_workload -> rtctl_workload",
        "ip route show table local -> local",
        "ip route show table 200 | more -> 200",
        "ip route show table 200; ip rule -> 200",
        "ip -netns blue route -> main",
        "ip route show table all             -> ",
        "ip -4 route list table all          -> ",
        "ip route show table 0               -> ",
      })
  void theCommandNamesTheTable(String command, String table) {
    Routes routes = printed(command, "10.0.0.0/8 via 172.20.0.1 dev eth0\n");

    assertThat(routes.table()).isEqualTo(Optional.ofNullable(table));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "default via 172.20.0.1 dev eth0            | main",
        "local 172.20.8.32/27 dev lo scope host     | local",
        "default via 172.20.0.1 dev eth0 table 200  | ",
      })
  void withoutTheCommandTheLinesTellTheTable(String line, String table) {
    assertThat(pasted(line).table()).isEqualTo(Optional.ofNullable(table));
  }

  /** The section IP ROUTE TABLES of network-info.log, where rt_tables has every name twice. */
  @Test
  void tableAfterTable() {
    Reading reading =
        reader.read(
            Pasted.paste(
                CaptureKind.IP_ROUTE,
                """
                rtctl_workload
                default via 172.20.16.1 dev workload proto static
                172.20.16.0/22 dev workload proto kernel scope link src 172.20.16.2
                rtctl_workload
                default via 172.20.16.1 dev workload proto static
                172.20.16.0/22 dev workload proto kernel scope link src 172.20.16.2
                rtctl_frontend
                default via 172.20.8.1 dev frontend proto static
                rtctl_empty
                local
                local 127.0.0.1 dev lo proto kernel scope host src 127.0.0.1
                """));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.coverage()).isEqualTo(Printed.understood(11));
    assertThat(reading.facts())
        .extracting(
            fact -> ((Routes) fact).table().orElseThrow(), fact -> ((Routes) fact).routes().size())
        .containsExactly(
            tuple("rtctl_workload", 2),
            tuple("rtctl_frontend", 1),
            tuple("rtctl_empty", 0),
            tuple("local", 1));
  }

  @Test
  void aTableOfTheApplianceMayFollowAnother() {
    Reading reading =
        reader.read(
            Printed.by(
                CaptureKind.IP_ROUTE,
                "ip route show table rtctl_workload",
                """
                default via 172.20.16.1 dev workload
                rtctl_frontend
                default via 172.20.8.1 dev frontend
                """));

    assertThat(reading.facts())
        .extracting(
            fact -> ((Routes) fact).table().orElseThrow(),
            fact -> ((Routes) fact).routes().get(0).device().orElseThrow())
        .containsExactly(tuple("rtctl_workload", "workload"), tuple("rtctl_frontend", "frontend"));
  }

  @Test
  void aWordAloneIsNoHeadingWhereOneTableWasAskedFor() {
    assertThat(Printed.problems(reader.read(Printed.by(CaptureKind.IP_ROUTE, "ip route", "foo\n"))))
        .containsExactly("1: no route");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Error: ipv4: FIB table does not exist.\nDump terminated\n",
        "Error: argument \"rtctl_workload\" is wrong: table id value is invalid\n\n",
        "RTNETLINK answers: No such file or directory\nDump terminated\n",
        ""
      })
  void aTableThatDoesNotExistIsEmpty(String text) {
    Routes routes = printed("ip route show table rtctl_workload", text);

    assertThat(routes.table()).contains("rtctl_workload");
    assertThat(routes.routes()).isEmpty();
  }

  @Test
  void whatWasNotUnderstoodIsNoEmptyTable() {
    Reading reading =
        reader.read(
            Printed.by(
                CaptureKind.IP_ROUTE,
                "ip route show table",
                "Command line is not complete. Try option \"help\"\n"));

    assertThat(Printed.problems(reading)).containsExactly("1: no route");
    assertThat(reading.facts()).isEmpty();
    assertThat(reader.read(Pasted.paste(CaptureKind.IP_ROUTE, "")).facts()).isEmpty();
  }

  @Test
  void severalNextHops() {
    String lines =
        """
        10.50.0.0/16\s
        \tnexthop via 172.20.16.1 dev workload weight 1 linkdown\s
        \tnexthop via 172.20.0.1 dev management weight 3 onlink\s
        """;
    String oneLine =
        "10.50.0.0/16 \\\tnexthop via 172.20.16.1 dev workload weight 1 linkdown "
            + "\\\tnexthop via 172.20.0.1 dev management weight 3 onlink \n";

    for (String text : List.of(lines, oneLine, lines.replace("\t", ""))) {
      Route route = pasted(text).routes().get(0);
      assertThat(route.destination()).hasToString("10.50.0.0/16");
      assertThat(route.nextHops())
          .extracting(
              hop -> hop.device().orElseThrow(),
              hop -> hop.via().orElseThrow().toString(),
              Route.NextHop::flags)
          .containsExactly(
              tuple("workload", "172.20.16.1", Set.of("linkdown")),
              tuple("management", "172.20.0.1", Set.of("onlink")));
      assertThat(route.unknown()).isFalse();
      assertThat(route.span().text()).startsWith("10.50.0.0/16").endsWith("onlink");
    }
  }

  @Test
  void everyType() {
    for (Route.Type type : Route.Type.values()) {
      assertThat(pasted(type.id() + " 10.55.0.0/16 dev eth0").routes())
          .singleElement()
          .extracting(Route::type)
          .isEqualTo(type);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.51.0.0/16 via 172.20.16.1 dev w onlink linkdown mtu 1400 advmss 1300",
        "10.51.0.0/16 dev w mtu lock 1400 initcwnd 20 quickack 1 congctl cubic",
        "10.51.0.0/16 nhid 12 via 172.20.16.1 dev w proto bgp metric 20 rt_offload_failed",
        "10.51.0.0/16 dev w realm 5 some_new_flag some_new_number 7",
        "unicast 10.51.0.0/16 via 172.20.16.1 dev w proto boot scope global onlink",
        "10.51.0.0/16 encap ip id 1 src 10.0.0.1 dst 10.0.0.2 tos 4 via 172.20.16.1 dev w",
        "metricless 10.51.0.0/16 dev w",
      })
  void attributesInAnyOrder(String line) {
    Reading reading = reader.read(Pasted.paste(CaptureKind.IP_ROUTE, line));
    if (line.startsWith("metricless")) {
      assertThat(Printed.problems(reading)).containsExactly("1: no route");
      return;
    }
    Route route = Printed.only(Routes.class, reading).routes().get(0);
    assertThat(route.destination()).hasToString("10.51.0.0/16");
    assertThat(route.device()).contains("w");
    assertThat(route.unknown()).isFalse();
  }

  @Test
  void aGatewayOfTheOtherFamily() {
    Route route = pasted("default via inet6 fe80::1 dev workload").routes().get(0);

    assertThat(route.destination()).hasToString("0.0.0.0/0");
    assertThat(route.via().orElseThrow()).hasToString("fe80::1");
  }

  @Test
  void ipv6RoutesOfOldCachesGoOnInTheNextLine() {
    Routes routes =
        printed(
            "ip route show table all",
            """
            fd00:1::8 via fe80::1 dev eth0  metric 0
                cache  mtu 1492 hoplimit 255
            unreachable default dev lo  table unspec  proto kernel  metric 4294967295  error -101
            """);

    assertThat(routes.routes())
        .extracting(route -> route.destination().toString())
        .containsExactly("fd00:1::8/128", "::/0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/8 from 10.1.0.0/16 dev eth0",
        "10.0.0.0/8 dev eth0 tos lowdelay",
        "10.0.0.0/8 proto static",
      })
  void whatTheModelCannotSayIsUnknown(String line) {
    assertThat(pasted(line).routes()).singleElement().matches(Route::unknown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.0/8 via 10.1.1.300 dev eth0 | 'via' is followed by no address",
        "10.0.0.0/8 dev                     | nothing follows 'dev'",
        "10.0.0.0/8 dev eth0 metric many    | 'metric' is followed by no such number",
        "10.0.0.0/8 dev eth0 ?              | an attribute of the route is not known",
      })
  void aRouteThatCannotBeReadIsThereAndUnknown(String line, String problem) {
    Reading reading = reader.read(Pasted.paste(CaptureKind.IP_ROUTE, line));

    assertThat(Printed.problems(reading)).containsExactly("1: " + problem);
    assertThat(((Routes) reading.facts().get(0)).routes()).singleElement().matches(Route::unknown);
  }

  @Test
  void otherLinesAreProblemsAndReadingGoesOn() {
    Reading reading =
        reader.read(
            Pasted.paste(
                CaptureKind.IP_ROUTE,
                """
                default via 172.20.0.1 dev eth0
                10.0.0.0/40 dev eth0
                \tnexthop via 172.20.0.1 dev eth0
                unreachable here
                10.1.0.0/16 dev eth0
                """));

    assertThat(Printed.problems(reading))
        .containsExactly(
            "2: no route",
            "3: goes on with a route that could not be read",
            "4: no destination where a route's should stand");
    assertThat(reading.coverage()).isEqualTo(new Coverage(5, 2, 0, 3));
    assertThat(((Routes) reading.facts().get(0)).routes()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ip -6 route", "ip -f inet6 route show table main"})
  void routesOfIpv6(String command) {
    Routes routes =
        printed(command, "default dev eth0 metric 1024\nfd00:1::/64 via fe80::1 dev eth1\n");

    assertThat(routes.table()).contains("main");
    assertThat(routes.routes())
        .extracting(route -> route.destination().toString())
        .containsExactly("::/0", "fd00:1::/64");
    assertThat(routes.versions()).containsExactly(IPVersion.IPV6);
    assertThat(printed(command, "").routes()).isEmpty();
  }

  /** Of one table, ip shows the routes of IPv4 unless it is told otherwise; of all, both. */
  @Test
  void eachListingTellsWhoseRoutesItShows() {
    String text = "default via 172.20.0.1 dev eth0\n";

    assertThat(printed("ip route", text).versions()).containsExactly(IPVersion.IPV4);
    assertThat(printed("ip route show table 200", text).versions()).containsExactly(IPVersion.IPV4);
    assertThat(printed("ip route show table all", text).versions())
        .containsExactlyInAnyOrder(IPVersion.IPV4, IPVersion.IPV6);
    assertThat(printed("ip -4 route show table all", text).versions())
        .containsExactly(IPVersion.IPV4);
    assertThat(printed("cat routes.txt", text).versions()).containsExactly(IPVersion.IPV4);
    assertThat(printed("cat routes.txt", text + "::1 dev lo metric 256\n").versions())
        .containsExactlyInAnyOrder(IPVersion.IPV4, IPVersion.IPV6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip route get 10.0.0.0",
        "ip route show dev eth0",
        "ip route show table 200 proto static",
      })
  void aPartOfATableIsNoTable(String command) {
    Reading reading =
        reader.read(
            Printed.by(
                CaptureKind.IP_ROUTE, command, "10.0.0.0 via 172.20.0.1 dev eth0\n    cache\n"));

    assertThat(reading.coverage()).isEqualTo(Printed.understood(2));
    assertThat(reading.facts()).isEmpty();
  }

  @Test
  void leftOutLinesOfACutCaptureAreUnderstood() {
    assertThat(
            reader
                .read(
                    Pasted.part(
                        CaptureKind.IP_ROUTE,
                        Extent.CUT,
                        "default dev eth0\n....\n10.0.0.0/8 dev eth0\n"))
                .coverage())
        .isEqualTo(Printed.understood(3));
  }

  private Routes printed(String command, String text) {
    return Printed.only(Routes.class, reader.read(Printed.by(CaptureKind.IP_ROUTE, command, text)));
  }

  private Routes pasted(String text) {
    return Printed.only(Routes.class, reader.read(Pasted.paste(CaptureKind.IP_ROUTE, text)));
  }
}
