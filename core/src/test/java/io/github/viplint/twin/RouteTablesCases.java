package io.github.viplint.twin;

import io.github.viplint.twin.appliance.ApplianceVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Appliances with random route-tables.cfg and workload-networks.cfg files. */
public final class RouteTablesCases {
  private static final String RT_TABLES =
      "255\tlocal\n254\tmain\n253\tdefault\n0\tunspec\n12\tmine\n";

  private RouteTablesCases() {}

  public static Arbitrary<ServiceCase> any() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(6, ApplianceVersion.V0_2_0),
                Tuple.of(2, ApplianceVersion.V0_1_10),
                Tuple.of(1, ApplianceVersion.V0_1_8)),
            host(),
            Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(2, 1), Tuple.of(1, 2)),
            file(),
            networks().optional(0.3),
            Arbitraries.frequency(
                Tuple.of(8, ""), Tuple.of(1, "7\trtctl_old\n"), Tuple.of(1, "2\trtctl_w\n")))
        .as(
            (version, host, restarts, file, networks, names) -> {
              Map<String, String> files = new LinkedHashMap<>();
              files.put("route-tables.cfg", file);
              files.put("rt_tables", RT_TABLES + names);
              networks.ifPresent(text -> files.put("workload-networks.cfg", text));
              return new ServiceCase(version, host, restarts, files);
            });
  }

  /**
   * One case on a host with nothing but its three interfaces.
   *
   * @param names further lines of rt_tables
   */
  public static ServiceCase of(ApplianceVersion version, int restarts, String file, String names) {
    return new ServiceCase(
        version,
        host("", ""),
        restarts,
        Map.of("route-tables.cfg", file, "rt_tables", RT_TABLES + names));
  }

  /** The same with a workload-networks.cfg, of v0.2.0. */
  public static ServiceCase withNetworks(String file, String networks) {
    return new ServiceCase(
        ApplianceVersion.V0_2_0,
        host("", ""),
        0,
        Map.of(
            "route-tables.cfg", file, "rt_tables", RT_TABLES, "workload-networks.cfg", networks));
  }

  /** Three interfaces, as far as they go. */
  public static Arbitrary<String> host() {
    return Combinators.combine(
            Arbitraries.of(
                "route add default via 10.30.1.1 dev management proto static\n",
                "",
                "route add default via 10.30.1.1 dev management\n"
                    + "route add 10.99.0.0/16 via 10.30.1.7\n"),
            Arbitraries.frequency(
                Tuple.of(6, ""),
                Tuple.of(1, "addr add 10.30.3.77/26 brd + dev frontend\n"),
                Tuple.of(1, "link set frontend down\n"),
                Tuple.of(1, "addr add 10.30.2.9/24 brd + dev frontend\n")))
        .as(RouteTablesCases::host);
  }

  private static String host(String routes, String extra) {
    return "link set lo up\n"
        + device("management", 1)
        + device("workload", 2)
        + device("frontend", 3)
        + routes
        + extra;
  }

  private static String device(String name, int number) {
    return ("link add %s address 00:50:56:a1:00:0%d type veth peer name p%d\n"
            + "link set %s up\nlink set p%d up\naddr add 10.30.%d.5/24 brd + dev %s\n")
        .formatted(name, number, number, name, number, number, name);
  }

  /** Lines, most of them as the appliance writes them. */
  private static Arbitrary<String> file() {
    Arbitrary<List<String>> lines =
        Arbitraries.frequencyOf(
                Tuple.of(6, pair()),
                Tuple.of(3, line().map(List::of)),
                Tuple.of(
                    1, Arbitraries.of("", "# comment", "  ", " # indented", "2").map(List::of)))
            .list()
            .ofMaxSize(4)
            .map(groups -> groups.stream().flatMap(List::stream).toList());
    return Combinators.combine(lines, ends())
        .as((all, end) -> String.join("\n", all) + (all.isEmpty() ? "" : end));
  }

  private static Arbitrary<String> ends() {
    return Arbitraries.frequency(Tuple.of(9, "\n"), Tuple.of(1, ""));
  }

  /** The two lines of a network. */
  private static Arbitrary<List<String>> pair() {
    return Combinators.combine(Arbitraries.integers().between(1, 3), Arbitraries.of(true, false))
        .as(
            (number, gatewayFirst) -> {
              String name = List.of("management", "workload", "frontend").get(number - 1);
              String line =
                  "%d,%s,00:50:56:a1:00:0%d,10.30.%d.5/24".formatted(number, name, number, number);
              String withGateway = line + ",10.30." + number + ".1";
              return gatewayFirst ? List.of(withGateway, line) : List.of(line, withGateway);
            });
  }

  private static Arbitrary<String> line() {
    return Combinators.combine(
            often(
                List.of("2", "3"),
                List.of(
                    "0",
                    "1",
                    "9",
                    "250",
                    "253",
                    "254",
                    "255",
                    "256",
                    "300",
                    "4294967296",
                    "4294967298",
                    "010",
                    "0x5",
                    "x",
                    "2x",
                    "08",
                    "-1",
                    "99999999999999999999",
                    "_2")),
            often(List.of("workload", "frontend"), List.of("w", "a.b-c", "rtctl_x", "main", "old")),
            often(
                List.of("00:50:56:a1:00:02", "00:50:56:a1:00:03"),
                List.of(
                    "00:50:56:A1:00:02",
                    "00:50:56:a1:00:01",
                    "00:50:56:a1:00:09",
                    "00:50:56:a1",
                    "ff:ff:ff:ff:ff:ff",
                    "00:00:00:00:00:00",
                    "nonsense",
                    "")),
            often(
                List.of("10.30.2.5/24", "10.30.3.5/24"),
                List.of(
                    "10.30.2.6/24",
                    "10.30.2.0/24",
                    "10.30.2.5",
                    "10.30.2.5/32",
                    "10.30.2.5/16",
                    "10.30.2.5/255.255.255.0",
                    "10.30.2.5/0.0.0.255",
                    "10.30.2.5/33",
                    "10.30.2/24",
                    "010.30.2.5/24",
                    "10.30.2.5/024",
                    "0.0.0.0/0",
                    "127.0.0.1/8",
                    "10.30.2.5/24/24",
                    "nonsense",
                    "")),
            gateway(),
            Arbitraries.frequency(
                Tuple.of(12, ""),
                Tuple.of(1, ","),
                Tuple.of(1, ",,"),
                Tuple.of(1, "\r"),
                Tuple.of(1, " "),
                Tuple.of(1, ",more")),
            Arbitraries.frequency(Tuple.of(20, ""), Tuple.of(1, " "), Tuple.of(1, "\t")))
        .as(
            (id, name, mac, cidr, gateway, tail, indent) ->
                indent
                    + String.join(",", id, name, mac, cidr)
                    + gateway.map(address -> "," + address).orElse("")
                    + tail);
  }

  private static Arbitrary<Optional<String>> gateway() {
    return often(
            List.of("10.30.2.1", "10.30.3.1"),
            List.of(
                "10.30.2.5",
                "10.30.2.0",
                "10.30.2.255",
                "10.30.1.1",
                "10.99.0.1",
                "10.30.3.66",
                "0.0.0.0",
                "10.30.2.1/24",
                "10.30.2",
                "127.0.0.1",
                "nonsense",
                " 10.30.2.1",
                ""))
        .optional(0.6);
  }

  private static Arbitrary<String> often(List<String> usual, List<String> odd) {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.of(usual)), Tuple.of(1, Arbitraries.of(odd)));
  }

  private static Arbitrary<String> networks() {
    Arbitrary<String> line =
        often(
            List.of("10.40.0.0/24", "10.40.1.5/24"),
            List.of(
                "# comment",
                "",
                "nonsense",
                "10.40.0.0/33",
                "0.0.0.0/0",
                "10.40.2.0/24 ",
                "10.40.3",
                "10.30.2.0/24",
                "10.40.0.0/24\r",
                "10.40.4.0/24 pref 77",
                " # indented"));
    return Combinators.combine(line.list().ofMaxSize(3), ends())
        .as((lines, end) -> String.join("\n", lines) + (lines.isEmpty() ? "" : end));
  }
}
