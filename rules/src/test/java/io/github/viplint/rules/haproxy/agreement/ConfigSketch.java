package io.github.viplint.rules.haproxy.agreement;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A small haproxy.cfg that haproxy takes, put together from what people write. */
record ConfigSketch(boolean http, List<Front> fronts, List<Back> backs) {
  private static final int FIRST_PORT = 18100;

  /**
   * @param features what it has, bit by bit
   * @param way the number of the backend that it leads to
   */
  record Front(int features, int way) {}

  /**
   * @param features what it has, bit by bit
   * @param servers at least one
   */
  record Back(int features, int servers) {}

  static Arbitrary<ConfigSketch> any() {
    Arbitrary<Integer> features = Arbitraries.integers().between(0, 255);
    Arbitrary<Front> front =
        Combinators.combine(features, Arbitraries.integers().between(0, 2)).as(Front::new);
    Arbitrary<Back> back =
        Combinators.combine(features, Arbitraries.integers().between(1, 3)).as(Back::new);
    return Combinators.combine(
            Arbitraries.of(false, true),
            front.list().ofMinSize(1).ofMaxSize(2),
            back.list().ofMinSize(1).ofMaxSize(3))
        .as(ConfigSketch::new);
  }

  List<String> lines() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "global",
                "  maxconn 100",
                "defaults",
                "  mode " + (http ? "http" : "tcp"),
                "  timeout connect 5s",
                "  timeout client 1m",
                "  timeout server 1m",
                "userlist people",
                "  group admins",
                "  user ann insecure-password secret groups admins",
                "resolvers dns",
                "  nameserver one 127.0.0.1:53"));
    for (int i = 0; i < fronts.size(); i++) {
      front(i, fronts.get(i), lines);
    }
    for (int i = 0; i < backs.size(); i++) {
      back(i, backs.get(i), lines);
    }
    return lines;
  }

  private static boolean has(int features, int bit) {
    return (features >> bit & 1) == 1;
  }

  private void front(int number, Front front, List<String> lines) {
    int port = FIRST_PORT + number;
    String backend = "b" + front.way() % backs.size();
    lines.add("frontend f" + number);
    add(lines, has(front.features(), 0), "description \"front " + number + "\"");
    lines.add("  bind 127.0.0.1:" + port + " name door");
    boolean acl = has(front.features(), 1);
    add(lines, acl, "acl inside src 10.0.0.0/8 192.168.0.0/16");
    add(lines, acl, "tcp-request content reject unless inside");
    add(lines, has(front.features(), 2) && http, "option forwardfor");
    add(lines, has(front.features(), 3) && http, "acl known http_auth(people)");
    add(lines, has(front.features(), 3) && http, "http-request auth unless known");
    add(
        lines,
        has(front.features(), 4),
        "use_backend " + backend + " if { dst_port " + port + " }");
    add(lines, has(front.features(), 5) && acl, "use_backend " + backend + " if inside || TRUE");
    add(lines, has(front.features(), 6), "log-tag front" + number);
    add(lines, has(front.features(), 7), "default_backend " + backend);
  }

  private void back(int number, Back back, List<String> lines) {
    lines.add("backend b" + number);
    add(lines, has(back.features(), 0), "balance roundrobin");
    add(lines, has(back.features(), 1), "option tcp-check");
    add(lines, has(back.features(), 2), "stick-table type ip size 1k expire 30m");
    add(lines, has(back.features(), 2), "stick on src");
    add(lines, has(back.features(), 3), "timeout server 30s");
    add(
        lines,
        has(back.features(), 4) && http,
        "http-request set-header X-Way \"b " + number + "\"");
    for (int i = 0; i < back.servers(); i++) {
      String options =
          (has(back.features(), 5) ? " check weight 10" : "")
              + (has(back.features(), 6) ? " resolvers dns" : "");
      lines.add("  server s" + i + " 127.0.0.1:" + (18200 + i) + options);
    }
    add(lines, has(back.features(), 7), "use-server s0 if { src 10.0.0.1 }");
  }

  private static void add(List<String> lines, boolean there, String line) {
    if (there) {
      lines.add("  " + line);
    }
  }
}
