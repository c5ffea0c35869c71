package io.github.viplint.twin.route;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A host to build in a network namespace, and what to ask it. Few addresses, prefixes and
 * priorities, so that rules and routes meet; all commands as {@code ip -batch} takes them, and
 * those that the kernel refuses are left out by it.
 *
 * @param sysctls path below /proc/sys/net and value
 * @param links what is done to links and addresses
 */
record RandomHost(
    List<String> sysctls,
    List<String> links,
    List<String> routes,
    List<String> rules,
    List<String> questions) {
  private static final List<String> DEVICES = List.of("eth0", "eth1", "eth2");
  private static final String IPV6 = "-6 ";
  private static final int ROUTES = 20;
  private static final int RULES = 10;

  /**
   * @param ask how many questions
   */
  static Arbitrary<RandomHost> any(int ask) {
    return Combinators.combine(
            sysctl().list().ofMaxSize(4),
            addresses(),
            Arbitraries.oneOf(route4(), route6()).list().ofMaxSize(ROUTES),
            Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.just(List.<String>of())),
                Tuple.of(5, Arbitraries.oneOf(rule4(), rule6()).list().ofMaxSize(RULES))),
            // as many as that, and fewer only while it is shrunk
            Arbitraries.oneOf(question4(), question6())
                .list()
                .ofMinSize(1)
                .ofMaxSize(ask)
                .withSizeDistribution((trials, min, max, center) -> random -> max))
        .as(RandomHost::new);
  }

  /** What builds the host, shows it, and asks it. */
  String script() {
    StringBuilder script = new StringBuilder("{\n");
    batch(script, "2>/dev/null", setUp());
    script.append("echo 1 > /proc/sys/net/ipv6/conf/all/forwarding\n");
    for (String sysctl : sysctls) {
      String[] parts = sysctl.split(" ");
      script.append("echo ").append(parts[1]).append(" > /proc/sys/net/").append(parts[0]);
      script.append('\n');
    }
    batch(script, "2>/dev/null", links);
    script.append(untilSettled(links));
    eachFamily(script, routes, route -> "route append " + route);
    eachFamily(script, rules, rule -> "rule add " + rule);
    script.append("} > /dev/null 2>&1\n");
    for (String command :
        List.of("ip addr show", "ip rule show", "ip -6 rule show", "ip route show table all")) {
      script.append("echo '### ").append(command).append("'\n").append(command).append('\n');
    }
    script.append("echo '### sysctl'\n");
    script.append("grep -H . /proc/sys/net/ipv4/ip_forward");
    for (String setting : List.of("rp_filter", "forwarding", "ignore_routes_with_linkdown")) {
      script.append(" /proc/sys/net/ipv4/conf/*/").append(setting);
    }
    script.append(" /proc/sys/net/ipv6/conf/*/ignore_routes_with_linkdown");
    script.append(" | sed 's,/proc/sys/,,;s,/,.,g;s,:, = ,'\n");
    script.append("echo '### answers'\n");
    batch(script, "2>&1", questions.stream().map(question -> "route get " + question).toList());
    return script.toString();
  }

  /**
   * The kernel learns a while later that a cable is plugged in or pulled, and that an address of
   * IPv6 is nobody else's. Where one end of a cable is down, the other has no carrier.
   */
  private static String untilSettled(List<String> links) {
    long cut =
        DEVICES.stream()
            .map(device -> device.replace("eth", "peer"))
            .filter(
                peer ->
                    links.contains("link set " + peer + " down")
                        != links.contains("link set " + peer.replace("peer", "eth") + " down"))
            .count();
    return """
        for wait in $(seq 100); do
          if [ "$(ip -o link | grep -c NO-CARRIER)" = %d ] &&
              ! ip -o addr | grep -q tentative; then break; fi
          sleep 0.02
        done
        """
        .formatted(cut);
  }

  private static List<String> setUp() {
    List<String> lines = new ArrayList<>(List.of("link set lo up"));
    for (String device : DEVICES) {
      String peer = device.replace("eth", "peer");
      lines.add("link add " + device + " type veth peer name " + peer);
      lines.add("link set " + device + " addrgenmode none");
      lines.add("link set " + peer + " addrgenmode none");
      lines.add("link set " + peer + " up");
      lines.add("link set " + device + " up");
    }
    return lines;
  }

  /** Words that name no address, like {@code default}, don't tell the family. */
  private static void eachFamily(
      StringBuilder script, List<String> lines, UnaryOperator<String> command) {
    for (String family : List.of("", IPV6)) {
      script.append("stdbuf -o0 ip ").append(family.isEmpty() ? "-4 " : IPV6);
      script.append("-force -batch - <<'END'\n");
      lines.stream()
          .filter(line -> line.startsWith(IPV6) != family.isEmpty())
          .forEach(
              line -> script.append(command.apply(line.substring(family.length()))).append('\n'));
      script.append("END\n");
    }
  }

  private static void batch(StringBuilder script, String errors, List<String> lines) {
    script.append("stdbuf -o0 ip -force -batch - ").append(errors).append(" <<'END'\n");
    lines.forEach(line -> script.append(line).append('\n'));
    script.append("END\n");
  }

  private static Arbitrary<String> sysctl() {
    return Arbitraries.of(
        "ipv4/ip_forward 0",
        "ipv4/ip_forward 1",
        "ipv4/ip_forward 1",
        "ipv4/conf/all/rp_filter 1",
        "ipv4/conf/all/rp_filter 2",
        "ipv4/conf/eth0/rp_filter 1",
        "ipv4/conf/eth1/rp_filter 2",
        "ipv4/conf/all/ignore_routes_with_linkdown 1",
        "ipv4/conf/eth1/ignore_routes_with_linkdown 1",
        "ipv6/conf/all/ignore_routes_with_linkdown 1");
  }

  private static Arbitrary<List<String>> addresses() {
    Arbitrary<String> extra =
        Arbitraries.of(
            "addr add 10.7.0.9/24 dev eth0",
            "addr add 10.7.0.77/27 dev eth0",
            "addr add 10.7.1.9/24 dev eth0 scope link",
            "addr add 10.7.3.9/30 dev eth1",
            "addr add 10.7.2.6 peer 10.7.2.99/32 dev eth2",
            "addr add 10.8.0.1/16 dev eth2 scope host",
            "addr add 2001:db8:7::9/64 dev eth0 nodad",
            "addr add 2001:db8:7:1::9/64 dev eth1 nodad",
            "addr add fd00:7::5/64 dev eth1 nodad",
            "addr add fe80::5/64 dev eth0 nodad",
            "addr add fe80::6/64 dev eth1 nodad",
            "addr add 2001:db8:7:2::77/64 dev eth2 nodad preferred_lft 0",
            "link set peer1 down",
            "link set peer2 down",
            "link set eth2 down",
            "addr add 10.9.9.9/32 dev lo",
            "addr add 2001:db8:9::9/128 dev lo nodad");
    return Combinators.combine(length4(), length4(), extra.list().ofMaxSize(5))
        .as(
            (first, second, more) -> {
              List<String> lines =
                  new ArrayList<>(
                      List.of(
                          "addr add 10.7.0.5/" + first + " brd + dev eth0",
                          "addr add 10.7.1.5/" + second + " brd + dev eth1",
                          "addr add 10.7.2.5/24 dev eth2",
                          "addr add 2001:db8:7::5/64 dev eth0 nodad",
                          "addr add 2001:db8:7:1::5/64 dev eth1 nodad"));
              lines.addAll(more);
              return lines;
            });
  }

  private static Arbitrary<Integer> length4() {
    return Arbitraries.of(22, 24, 27, 32);
  }

  private static Arbitrary<String> address4() {
    Arbitrary<String> near =
        Combinators.combine(
                Arbitraries.of("7", "7", "7", "8"),
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, 255))
            .as((second, third, last) -> "10." + second + "." + third + "." + last);
    return Arbitraries.frequencyOf(
        Tuple.of(4, near),
        Tuple.of(
            1,
            Arbitraries.of(
                "10.7.0.5",
                "10.7.1.5",
                "10.7.2.5",
                "8.8.8.8",
                "10.7.1.255",
                "10.7.3.255",
                "127.0.0.1",
                "127.9.9.9",
                "224.0.0.5",
                "224.0.0.1",
                "239.1.2.3",
                "255.255.255.255",
                "0.0.0.0",
                "0.1.2.3",
                "240.0.0.1",
                "10.9.9.9")));
  }

  private static Arbitrary<String> address6() {
    Arbitrary<String> near =
        Combinators.combine(
                words("2001:db8:7:0::", "2001:db8:7:1::", "2001:db8:7:2::", "2001:db8:8:0::"),
                words("0", "5", "9", "77", "1:1"))
            .as((subnet, host) -> subnet + host);
    return Arbitraries.frequencyOf(
        Tuple.of(4, near),
        Tuple.of(
            1,
            Arbitraries.of(
                "::1",
                "fe80::5",
                "fe80::77",
                "fd00:7::1",
                "fd00:9::1",
                "ff02::1",
                "ff05::2",
                "2600::1",
                "2002:1::1",
                "2001:db8:9::9",
                "2001:db8:7::5")));
  }

  private static Arbitrary<String> prefix4() {
    Arbitrary<Integer> third = Arbitraries.integers().between(0, 3);
    return Arbitraries.oneOf(
        Arbitraries.of(
            "default", "default", "10.7.0.0/16", "10.8.0.0/16", "224.0.0.0/4", "10.0.0.0/8"),
        third.map(n -> "10.7." + n + ".0/24"),
        Combinators.combine(third, Arbitraries.integers().between(0, 7))
            .as((n, block) -> "10.7." + n + "." + 32 * block + "/27"),
        address4());
  }

  private static Arbitrary<String> prefix6() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "default",
            "default",
            "2001:db8::/32",
            "2001:db8:7::/48",
            "2001:db8:7::/64",
            "2001:db8:7:1::/64",
            "2001:db8:7:2::/64",
            "2001:db8:8::/48",
            "fd00::/8",
            "fe80::/64",
            "ff00::/8"),
        address6());
  }

  private static Arbitrary<String> table() {
    return Arbitraries.of("main", "main", "2", "3", "200", "local", "default");
  }

  private static Arbitrary<String> device() {
    return Arbitraries.of(DEVICES);
  }

  private static Arbitrary<String> words(String... choices) {
    return Arbitraries.of(choices);
  }

  private static Arbitrary<String> route4() {
    Arbitrary<String> hop =
        Combinators.combine(device(), words("", " via 10.7.X.1", " via 10.7.X.2"))
            .as((device, via) -> via.replace('X', device.charAt(3)) + " dev " + device);
    Arbitrary<String> way =
        Arbitraries.frequencyOf(
            Tuple.of(5, hop),
            Tuple.of(
                1,
                hop.list()
                    .ofMinSize(2)
                    .ofMaxSize(3)
                    .map(all -> " nexthop" + String.join(" nexthop", all))));
    Arbitrary<String> sent =
        Combinators.combine(
                prefix4(),
                table(),
                words("", "", " metric 1", " metric 2"),
                words("", "", "", " tos 0x10", " tos 0x08"),
                words("", "", "", "", " src 10.7.1.5"),
                way)
            .as(
                (prefix, table, metric, tos, src, to) ->
                    prefix + " table " + table + metric + tos + src + to);
    return Arbitraries.frequencyOf(
        Tuple.of(5, sent),
        Tuple.of(1, refused(prefix4())),
        // of local multicast, the kernel's cache tells one time this and one time that
        Tuple.of(
            1,
            prefix4()
                .filter(prefix -> !prefix.startsWith("2") && !prefix.equals("default"))
                .map(prefix -> "local " + prefix + " dev lo")));
  }

  private static Arbitrary<String> refused(Arbitrary<String> prefix) {
    return Combinators.combine(
            words("throw", "unreachable", "prohibit", "blackhole"),
            prefix,
            table(),
            words("", "", " metric 1"))
        .as((type, to, table, metric) -> type + " " + to + " table " + table + metric);
  }

  private static Arbitrary<String> route6() {
    Arbitrary<String> hop =
        Combinators.combine(
                device(),
                words("", "", " via 2001:db8:7:X::1", " via 2001:db8:7:X::2", " via fe80::99"))
            .as((device, via) -> via.replace('X', device.charAt(3)) + " dev " + device);
    Arbitrary<String> sent =
        Combinators.combine(
                prefix6(),
                table(),
                words("", "", " metric 1", " metric 1024", " metric 2000"),
                words("", "", "", "", " src 2001:db8:7:1::5"),
                hop)
            // of several gateways, ip shows the source of the first only
            .filter((prefix, table, metric, src, to) -> src.isEmpty() || !to.contains("via"))
            .as((prefix, table, metric, src, to) -> prefix + " table " + table + metric + src + to);
    return Arbitraries.frequencyOf(
            Tuple.of(5, sent),
            Tuple.of(1, refused(prefix6())),
            Tuple.of(1, prefix6().map(prefix -> "local " + prefix + " dev lo")))
        .map(route -> IPV6 + route);
  }

  private static Arbitrary<String> action() {
    return Arbitraries.oneOf(
        table().map(table -> "lookup " + table),
        table().map(table -> "lookup " + table),
        Combinators.combine(table(), words("0", "16", "24", "32", "48", "64"))
            .as((table, length) -> "lookup " + table + " suppress_prefixlength " + length),
        words("goto 32766", "goto 300", "goto 500", "goto 999", "nop"),
        words("unreachable", "prohibit", "blackhole"));
  }

  private static Arbitrary<String> rule(
      String family, Arbitrary<String> from, Arbitrary<String> to) {
    Arbitrary<String> rest =
        Combinators.combine(
                words("", "", "", " tos 0x10"),
                words("", "", "", " fwmark 1", " fwmark 0x2/0x3"),
                words("", "", "", "", " iif lo", " iif eth1"),
                words("", "", "", "", " oif eth0", " oif eth2"),
                words("", "", "", "", " ipproto tcp", " ipproto udp dport 50-60", " sport 7"))
            .as((tos, mark, iif, oif, transport) -> tos + mark + iif + oif + transport);
    return Combinators.combine(
            Arbitraries.integers().between(1, 20),
            words("", "", "", "not "),
            from,
            to.injectNull(0.4),
            rest,
            action())
        .as(
            (pref, not, source, destination, more, action) ->
                family
                    + "pref "
                    + pref * 50
                    + " "
                    + not
                    + "from "
                    + source
                    + (destination == null ? "" : " to " + destination)
                    + more
                    + " "
                    + action);
  }

  private static Arbitrary<String> rule4() {
    return rule(
        "",
        words("all", "all", "all", "10.7.0.5", "10.7.0.0/23", "10.7.1.9/24"),
        words("10.7.0.0/16", "10.8.0.0/16", "10.7.2.0/23", "10.7.0.77", "224.0.0.0/4"));
  }

  private static Arbitrary<String> rule6() {
    return rule(
        IPV6,
        words("all", "all", "all", "2001:db8:7::5", "2001:db8:7::/64", "fd00::/8"),
        words("2001:db8:7::/48", "2001:db8:8::/48", "2001:db8:7:1::/64", "fe80::/10", "ff00::/8"));
  }

  private static Arbitrary<String> question(
      Arbitrary<String> to, Arbitrary<String> source, Arbitrary<String> own) {
    Arbitrary<String> from =
        Arbitraries.oneOf(
            Arbitraries.just(""),
            Arbitraries.just(""),
            own.map(address -> " from " + address),
            source.map(address -> " from " + address),
            Combinators.combine(source, device()).as((s, iif) -> " from " + s + " iif " + iif),
            device().map(device -> " oif " + device),
            Combinators.combine(own, device()).as((s, oif) -> " from " + s + " oif " + oif));
    return Combinators.combine(
            to,
            from,
            words("", "", "", " mark 1", " mark 0x2", " mark 0x6"),
            words("", "", "", " tos 0x10", " tos 0x08"),
            words(
                " ipproto udp sport 7 dport 53",
                " ipproto udp dport 80",
                " ipproto tcp sport 7",
                " ipproto tcp dport 55"))
        .as((address, more, mark, tos, transport) -> address + more + mark + tos + transport);
  }

  private static Arbitrary<String> question4() {
    return question(address4(), address4(), words("10.7.0.5", "10.7.1.5", "10.7.2.5"));
  }

  private static Arbitrary<String> question6() {
    return question(address6(), address6(), words("2001:db8:7::5", "2001:db8:7:1::5"))
        // which the kernel asks another table for
        .filter(question -> !(question.startsWith("ff") && question.contains(" iif ")));
  }

  /** What a person pastes into a shell in {@code unshare -n}. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>(List.of(""));
    sysctls.forEach(line -> lines.add("  " + line));
    links.forEach(line -> lines.add("  ip " + line));
    routes.forEach(line -> lines.add("  " + command(line, "route append")));
    rules.forEach(line -> lines.add("  " + command(line, "rule add")));
    questions.forEach(line -> lines.add("  ip route get " + line));
    return String.join("\n", lines);
  }

  private static String command(String line, String verb) {
    boolean ipv6 = line.startsWith(IPV6);
    return "ip " + (ipv6 ? IPV6 : "") + verb + " " + (ipv6 ? line.substring(IPV6.length()) : line);
  }
}
