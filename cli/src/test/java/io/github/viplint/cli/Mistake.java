package io.github.viplint.cli;

import static io.github.viplint.cli.LiveLab.ANYIP;
import static io.github.viplint.cli.LiveLab.HAPROXY;
import static io.github.viplint.cli.LiveLab.TABLES;
import static io.github.viplint.cli.LiveLab.WORKLOADS;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One thing that people do wrong.
 *
 * @param rule the code of the rule that speaks of it; empty where viplint has nothing to say
 * @param inPastes whether a paste shows it: blanks at the edges of its lines prove nothing
 * @param inFiles whether the appliance's own files show it, without its interfaces
 * @param make what they do to a healthy lab
 */
record Mistake(
    String rule,
    String name,
    boolean inPastes,
    boolean inFiles,
    BiFunction<LiveLab, Random, LiveLab> make) {
  static final List<Mistake> ALL =
      List.of(
          range("VL101", "host bits", Mistake::withHostBits),
          range("VL102", "comment behind it", (range, random) -> range + " # vips"),
          range("VL102", "blank behind it", (range, random) -> range + " ").notInPastes(),
          range("VL102", "indented comment", (range, random) -> "  # old\n" + range),
          range("VL102", "from, to", (range, random) -> address(range) + "-" + last(range)),
          range("VL102", "list", (range, random) -> range + "," + range),
          range("VL102", "prefix length", (range, random) -> address(range) + "/33"),
          range("VL102", "octet", (range, random) -> network(range) + "300/28"),
          range("VL102", "word", (range, random) -> "null\n" + range),
          new Mistake(
                  "VL102",
                  "Windows line ends",
                  (lab, random) -> lab.with(ANYIP, lab.text(ANYIP).replace("\n", "\r\n")))
              .notInPastes(),
          range("VL103", "repeated", (range, random) -> range + "\n" + range),
          range("VL103", "nested", (range, random) -> range + "\n" + address(range) + "/32"),
          range(
              "VL104",
              "listed twice, spelled otherwise",
              (range, random) -> range + "\n" + masked(range)),
          new Mistake(
                  "VL104",
                  "own address",
                  (lab, random) ->
                      lab.with(ANYIP, lab.text(ANYIP) + network(lab.ranges().get(0)) + "10\n"))
              .notInFiles(),
          new Mistake(
                  "VL104",
                  "broadcast address",
                  (lab, random) ->
                      lab.with(ANYIP, lab.text(ANYIP) + network(lab.ranges().get(0)) + "255/32\n"))
              .notInFiles(),
          new Mistake(
              "VL107",
              "own address inside a range",
              (lab, random) ->
                  lab.with(ANYIP, lab.text(ANYIP) + network(lab.ranges().get(0)) + "8/29\n")),
          new Mistake(
              "VL108",
              "servers in a range",
              (lab, random) ->
                  lab.with(
                      ANYIP,
                      lab.text(ANYIP)
                          + lab.text(HAPROXY)
                              .replaceAll("(?s).* (\\S+)\\.\\d+:443 check.*", "$1.16/28\n"))),
          new Mistake(
              "VL110",
              "broadcast address in a range",
              (lab, random) ->
                  lab.with(ANYIP, lab.text(ANYIP) + network(lab.ranges().get(0)) + "240/28\n")),
          range("VL112", "dotted mask", (range, random) -> masked(range)),
          range("VL112", "blank before it", (range, random) -> " " + range).notInPastes(),
          new Mistake(
              "VL116",
              "loopback",
              (lab, random) -> lab.with(ANYIP, lab.text(ANYIP) + "127.0.0.0/8\n")),
          new Mistake(
              "VL116",
              "link-local",
              (lab, random) -> lab.with(ANYIP, lab.text(ANYIP) + "169.254.7.0/28\n")),
          new Mistake(
              "VL105",
              "gateway in a range",
              (lab, random) ->
                  lab.with(ANYIP, lab.text(ANYIP) + network(lab.ranges().get(0)) + "0/30\n")),
          new Mistake(
              "VL109",
              "range elsewhere",
              (lab, random) -> lab.with(ANYIP, lab.text(ANYIP) + "192.168.77.0/28\n")),
          new Mistake(
              "VL111", "no last newline", (lab, random) -> lab.with(ANYIP, chomped(lab, ANYIP))),
          new Mistake(
              "VL201",
              "range left out",
              (lab, random) -> lab.replacing(ANYIP, pick(lab, random) + "\n", "")),
          new Mistake(
              "VL201",
              "VIP out of range",
              (lab, random) -> lab.withVip(0, network(lab.vips().get(0)) + "240")),
          new Mistake(
              "VL202",
              "two listeners on one port",
              (lab, random) ->
                  lab.replacing(
                      HAPROXY,
                      "  bind " + lab.vips().get(0) + ":443 ",
                      "  bind "
                          + lab.vips().get(0)
                          + ":443\n  bind "
                          + lab.vips().get(0)
                          + ":443 ")),
          new Mistake(
              "VL202",
              "port in use",
              (lab, random) ->
                  lab.replacing(HAPROXY, "global\n", "global\n  noreuseport\n")
                      .replacing(
                          HAPROXY,
                          "  bind " + lab.vips().get(0) + ":443 ",
                          "  bind "
                              + lab.vips().get(0)
                              + ":443\n  bind "
                              + lab.vips().get(0)
                              + ":443 ")),
          table("VL301", "three fields", f -> f[0] + "," + f[1] + "," + f[2]),
          table("VL301", "no MAC address", f -> joined(f, 2, f[2].replace(':', '-'))),
          table("VL301", "no prefix length", f -> joined(f, 3, address(f[3]) + "/40")),
          table("VL301", "octet", f -> joined(f, 3, "10.1.2.300/24")),
          table("VL301", "gateway is a word", f -> joined(f, 4, "gateway")),
          table("VL301", "gateway with prefix length", f -> joined(f, 4, f[4] + "/24")),
          table("VL301", "blank before the gateway", f -> joined(f, 4, " " + f[4])),
          table("VL301", "blank before the name", f -> joined(f, 1, " " + f[1])),
          table("VL301", "blank before the CIDR", f -> joined(f, 3, " " + f[3])),
          table("", "blank before an ID", f -> joined(f, 0, " " + f[0])),
          tables("VL301", "blank before every ID", "(?m)^2,", " 2,").notInPastes(),
          table("VL301", "indented comment", f -> " # note\n" + String.join(",", f)).notInPastes(),
          table("", "no ID", f -> joined(f, 0, "")),
          tables("VL301", "no ID anywhere", "(?m)^2,", ","),
          table("VL301", "sixth field", f -> String.join(",", f) + ",main"),
          table("VL301", "two commas at the end", f -> String.join(",", f) + ",,"),
          table("", "comma at the end", f -> String.join(",", f) + ","),
          new Mistake(
                  "VL301",
                  "Windows line ends",
                  (lab, random) -> lab.with(TABLES, lab.text(TABLES).replace("\n", "\r\n")))
              .notInPastes(),
          tables("VL301", "ID 1", "(?m)^2,", "1,"),
          tables("VL301", "ID 252", "(?m)^2,", "252,"),
          tables("VL301", "ID 300", "(?m)^2,", "300,"),
          table("VL302", "line repeated", f -> String.join(",", f) + "\n" + String.join(",", f)),
          table(
              "VL302",
              "second gateway",
              f -> String.join(",", f) + "\n" + joined(f, 4, address(f[4]).replaceAll("1$", "2"))),
          table(
              "VL302",
              "network repeated",
              f ->
                  String.join(",", f)
                      + "\n"
                      + String.join(",", f[0], f[1], f[2], f[3])
                      + "\n"
                      + String.join(",", f[0], f[1], f[2], f[3])),
          table("VL303", "one name, two IDs", f -> joined(f, 0, "7")),
          table(
              "VL303",
              "one ID, two names",
              f -> String.join(",", f) + "\n" + joined(f, 1, "other")),
          table("VL304", "ID is no number", f -> joined(f, 0, "two")),
          // the files alone don't say that main has such a route already
          tables("VL304", "ID of table main", "(?m)^2,", "254,").notInFiles(),
          tables("VL304", "ID of table default", "(?m)^2,", "253,"),
          table("VL305", "gateway elsewhere", f -> joined(f, 4, "192.168.77.1")),
          table("VL305", "gateway is the broadcast address", f -> joined(f, 4, ends(f[3], "255")))
              .notInFiles(),
          table(
                  "VL306",
                  "MAC address of a card that is gone",
                  f -> joined(f, 2, "00:50:56:ff:ff:ff"))
              .notInFiles(),
          tables("VL307", "another address", "(?m)[.]10/24$", ".11/24").notInFiles(),
          new Mistake(
              "VL308",
              "no gateway",
              (lab, random) ->
                  lab.with(TABLES, lab.text(TABLES).replaceAll("(?m)^2,.*[.]1\\n", ""))
                      .with(WORKLOADS, "# none\n")),
          new Mistake(
              "VL312",
              "no gateway for workload networks",
              (lab, random) ->
                  lab.with(TABLES, lab.text(TABLES).replaceAll("(?m)^2,.*[.]1\\n", ""))
                      .with(WORKLOADS, "172.31.0.0/16\n")),
          new Mistake(
                  "VL315",
                  "no last newline",
                  (lab, random) -> lab.with(TABLES, chomped(lab, TABLES)))
              .notInPastes(),
          new Mistake(
              "VL316",
              "no table workload",
              (lab, random) ->
                  lab.with(TABLES, lab.text(TABLES).replace(",workload,", ",work,"))
                      .with(WORKLOADS, "172.31.0.0/16\n")),
          new Mistake("VL310", "restarted once", (lab, random) -> lab.with("restarts", "1\n"))
              .notInFiles(),
          new Mistake("VL310", "restarted often", (lab, random) -> lab.with("restarts", "3\n"))
              .notInFiles());

  Mistake(String rule, String name, BiFunction<LiveLab, Random, LiveLab> make) {
    this(rule, name, true, true, make);
  }

  private Mistake notInPastes() {
    return new Mistake(rule, name, false, inFiles, make);
  }

  private Mistake notInFiles() {
    return new Mistake(rule, name, inPastes, false, make);
  }

  /** The whole of route-tables.cfg written otherwise. */
  private static Mistake tables(String rule, String name, String pattern, String replacement) {
    return new Mistake(
        rule,
        name,
        (lab, random) -> lab.with(TABLES, lab.text(TABLES).replaceAll(pattern, replacement)));
  }

  /** A range of the file written otherwise. */
  private static Mistake range(String rule, String name, BiFunction<String, Random, String> write) {
    return new Mistake(
        rule,
        name,
        (lab, random) -> {
          String range = pick(lab, random);
          return lab.replacing(ANYIP, range + "\n", write.apply(range, random) + "\n");
        });
  }

  /** A line of five fields of route-tables.cfg written otherwise. */
  private static Mistake table(String rule, String name, Function<String[], String> write) {
    return new Mistake(
        rule,
        name,
        (lab, random) -> {
          String line =
              lab.text(TABLES)
                  .lines()
                  .filter(candidate -> candidate.split(",").length == 5)
                  .findFirst()
                  .orElseThrow();
          return lab.replacing(TABLES, line + "\n", write.apply(line.split(",")) + "\n");
        });
  }

  private static String joined(String[] fields, int at, String field) {
    String[] changed = fields.clone();
    changed[at] = field;
    return String.join(",", changed);
  }

  private static String withHostBits(String range, Random random) {
    int block = Integer.parseInt(address(range).substring(network(range).length()));
    int length = range.contains("/") ? Integer.parseInt(range.split("/")[1]) : 32;
    // a single address has no host bits: make a block of it that it does not begin
    int shorter = Math.min(length, 30);
    return network(range) + (block + 1 + random.nextInt((1 << 32 - shorter) - 1)) + "/" + shorter;
  }

  /** The same range with a dotted mask. */
  private static String masked(String range) {
    int length = range.contains("/") ? Integer.parseInt(range.split("/")[1]) : 32;
    return address(range) + "/255.255.255." + (256 - (1 << 32 - length));
  }

  /** The address of a CIDR with another last octet. */
  private static String ends(String cidr, String octet) {
    return network(address(cidr)) + octet;
  }

  private static String last(String range) {
    int length = range.contains("/") ? Integer.parseInt(range.split("/")[1]) : 32;
    int first = Integer.parseInt(address(range).substring(network(range).length()));
    return network(range) + (first + (1 << 32 - length) - 1);
  }

  private static String pick(LiveLab lab, Random random) {
    return lab.ranges().get(random.nextInt(lab.ranges().size()));
  }

  private static String address(String range) {
    return range.replaceAll("/.*", "");
  }

  /** The first three octets, with their dots. */
  private static String network(String range) {
    return range.substring(0, range.lastIndexOf('.') + 1);
  }

  private static String chomped(LiveLab lab, String file) {
    return lab.text(file).substring(0, lab.text(file).length() - 1);
  }

  LiveLab in(LiveLab healthy, Random random) {
    return make.apply(healthy, random);
  }

  @Override
  public String toString() {
    return (rule.isEmpty() ? "" : rule + " ") + name;
  }
}
