package io.github.viplint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Condition.Kind;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import io.github.viplint.twin.Boot;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.appliance.ApplianceVersion;
import io.github.viplint.twin.command.Refusal;
import io.github.viplint.twin.haproxy.HaproxyBoot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** What {@code viplint boot} rejects, rules report as an error, and the other way round. */
class BootAgreementTest {
  private static final String ADDRESSES =
      """
      root@haproxy [ ~ ]# ip addr show
      1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
          link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
          inet 127.0.0.1/8 scope host lo
      2: management: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
          link/ether 00:50:56:00:00:01 brd ff:ff:ff:ff:ff:ff
          inet 192.0.2.10/24 brd 192.0.2.255 scope global management
      3: workload: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
          link/ether 00:50:56:00:00:02 brd ff:ff:ff:ff:ff:ff
          inet 172.20.1.10/16 brd 172.20.255.255 scope global workload
      4: frontend: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
          link/ether 00:50:56:00:00:03 brd ff:ff:ff:ff:ff:ff
          inet 172.30.1.10/24 brd 172.30.1.255 scope global frontend
      """;

  @Property(tries = 300, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  void routeTables(
      @ForAll("hosts") String addresses,
      @ForAll("routeTables") List<String> lines,
      @ForAll ApplianceVersion version) {
    routeTablesAgree(addresses, lines, version);
  }

  @Tag("long")
  @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
  void otherRouteTablesEachTime(
      @ForAll("hosts") String addresses,
      @ForAll("routeTables") List<String> lines,
      @ForAll ApplianceVersion version) {
    routeTablesAgree(addresses, lines, version);
  }

  private static void routeTablesAgree(
      String addresses, List<String> lines, ApplianceVersion version) {
    Lab lab = Lab.of(addresses, version.id(), "etc/vmware/route-tables.cfg", lines);

    Set<String> rejected =
        places(
            lab.boot().routeTables().orElseThrow().lines().stream()
                .filter(line -> line.entry().isPresent())
                .filter(line -> line.reason() != Refusal.Reason.NONE)
                .map(line -> line.span()));
    Set<String> understood =
        places(
            lab.boot().routeTables().orElseThrow().lines().stream()
                .filter(line -> line.reason() != Refusal.Reason.NOT_UNDERSTOOD)
                .map(line -> line.span()));

    assertThat(lab.reported(understood, "VL30[1-7]"))
        .containsAll(understoodOf(rejected, understood));
    lab.predicted(Kind.ROUTE_TABLE_REJECTED)
        .forEach(
            finding ->
                assertThat(rejected).as(finding.message()).containsAnyElementsOf(lines(finding)));
  }

  private static Set<String> understoodOf(Set<String> rejected, Set<String> understood) {
    Set<String> both = new TreeSet<>(rejected);
    both.retainAll(understood);
    return both;
  }

  @Property(tries = 80, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  void ranges(@ForAll("ranges") List<String> lines) {
    Lab lab = Lab.of(ADDRESSES, "v0.2.0", "etc/vmware/anyip-routes.cfg", lines);

    Set<String> rejected =
        places(
            lab.boot().anyipRoutes().orElseThrow().lines().stream()
                .filter(line -> line.reason() != AnyipBoot.Reason.NONE)
                .map(line -> line.span()));

    assertThat(lab.reported(rejected, "VL1(01|02|04|16)")).containsAll(rejected);
    lab.predicted(Kind.RANGE_REJECTED)
        .forEach(
            finding ->
                assertThat(rejected).as(finding.message()).containsAnyElementsOf(lines(finding)));
  }

  @Property(tries = 50, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  void binds(@ForAll("binds") List<String> addresses) {
    Lab lab =
        Lab.of(
            ADDRESSES,
            "v0.2.0",
            "etc/haproxy/haproxy.cfg",
            Stream.concat(
                    Stream.of("frontend f\n", "    mode tcp\n"),
                    addresses.stream().map(address -> "    bind " + address + ":443\n"))
                .toList(),
            "etc/vmware/anyip-routes.cfg",
            "172.30.1.64/26\n");

    Set<String> refused =
        places(
            lab.boot().haproxy().binds(HaproxyBoot.Outcome.NOT_LOCAL).stream()
                .map(listener -> listener.bind().span()));

    assertThat(lab.reported(refused, "VL201")).isEqualTo(refused);
    assertThat(lab.errors("VL201").flatMap(finding -> lines(finding).stream()))
        .allMatch(refused::contains);
  }

  /** Hosts that have more or less than the interfaces that the lines are written for. */
  @Provide
  Arbitrary<String> hosts() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.just(ADDRESSES)),
        Tuple.of(
            4,
            Arbitraries.of(
                ADDRESSES.replace(
                    "4: frontend: <BROADCAST,MULTICAST,UP,LOWER_UP>",
                    "4: frontend: <BROADCAST,MULTICAST>"),
                ADDRESSES.replaceAll("    inet 172.30.1.10/24 .*\n", ""),
                ADDRESSES + "    inet 172.20.0.1/24 brd 172.20.0.255 scope global frontend\n",
                ADDRESSES + "    inet 172.20.0.9/30 brd 172.20.0.11 scope global frontend\n",
                ADDRESSES
                    + "5: tun0: <POINTOPOINT,UP,LOWER_UP> mtu 1500 qdisc noop state UNKNOWN\n    link/none\n")));
  }

  @Provide
  Arbitrary<List<String>> routeTables() {
    Arbitrary<String> mac =
        Arbitraries.frequencyOf(
            Tuple.of(
                8, Arbitraries.of("00:50:56:00:00:01", "00:50:56:00:00:02", "00:50:56:00:00:03")),
            Tuple.of(
                1,
                Arbitraries.of(
                    "00:50:56:00:00:99",
                    "00:50:56",
                    "FF:FF:FF:FF:FF:FF",
                    "00:50:56:00:00:0A",
                    "eth0",
                    "")));
    Arbitrary<String> cidr =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.of("192.0.2.10/24", "172.20.1.10/16", "172.30.1.10/24")),
            Tuple.of(
                2,
                Arbitraries.of(
                    "172.20.1.11/16",
                    "172.31.0.1/24",
                    "172.30.1.10/33",
                    "172.30.1",
                    "172.30/24",
                    "172.30.1.10/255.255.255.0",
                    "lab",
                    "")));
    Arbitrary<String> gateway =
        Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.just("")),
            Tuple.of(6, Arbitraries.of(",192.0.2.1", ",172.20.0.1", ",172.30.1.1")),
            Tuple.of(
                2,
                Arbitraries.of(
                    ",172.30.1.10",
                    ",172.30.1.255",
                    ",10.9.9.9",
                    ",172.30.257",
                    ",lab",
                    ",",
                    ", ",
                    ",,",
                    ",172.30.1.1,x",
                    ",172.30.1.1\r")));
    Arbitrary<String> head =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.of("2,management", "3,workload", "4,frontend")),
            Tuple.of(
                2,
                Arbitraries.of(
                    "3,frontend",
                    "5,workload",
                    "03,frontend",
                    "254,workload",
                    "255,lab",
                    "0,lab",
                    "4294967298,lab",
                    "99999999999999999999,lab",
                    "-1,lab",
                    "x,lab",
                    "2x,lab",
                    "08,lab",
                    "254x,lab",
                    " 6,lab",
                    "2, lab",
                    "2,")));
    Arbitrary<String> line =
        Combinators.combine(head, mac, cidr, gateway)
            .as((a, b, c, d) -> a + "," + b + "," + c + d + "\n");
    Arbitrary<String> odd = Arbitraries.of("# a comment\n", "\n", " # no comment\n", "2,lab\n");
    return Arbitraries.frequencyOf(Tuple.of(9, line), Tuple.of(1, odd)).list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<String>> ranges() {
    return Arbitraries.of(
            "172.30.1.64/26\n",
            "172.30.1.128/25\n",
            "172.30.1.0/24\n",
            "172.30.1.10\n",
            "172.30.1.10/32\n",
            "172.30.1.255/32\n",
            "172.30.1.18/28\n",
            "172.30.1.64/26 # VIPs\n",
            " 172.30.1.64/26\n",
            "172.30.1.064/26\n",
            "127.0.0.1\n",
            "224.0.0.0/4\n",
            "0.0.0.0/0\n",
            "10.0.0.1-10.0.0.9\n",
            "null\n",
            "# a comment\n",
            "\n")
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<String>> binds() {
    return Arbitraries.of(
            "172.30.1.64",
            "172.30.1.127",
            "172.30.1.128",
            "172.30.1.10",
            "172.30.1.255",
            "10.0.0.1",
            "127.0.0.2",
            "224.0.0.5",
            "*",
            "[::1]",
            "[2001:db8::1]",
            "vip.lab")
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .uniqueElements();
  }

  private static Set<String> places(Stream<Span> spans) {
    return spans
        .map(span -> span.place().file() + ":" + span.place().startLine())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> lines(Finding finding) {
    return places(
        Stream.concat(
            Stream.of(finding.span()), finding.related().stream().map(related -> related.span())));
  }

  private static Set<String> mended(Finding finding) {
    return places(
        finding.fixes().stream()
            .flatMap(fix -> fix.edits().stream())
            .map(TextEdit::span)
            .filter(span -> span.text().equals("\r")));
  }

  private record Lab(Report report, Boot boot) {
    static Lab of(
        String addresses, String version, String file, List<String> lines, String... more) {
      Options options = new Options(Optional.empty(), Optional.of(version), Optional.empty());
      LintedLab lab = LintedLab.of("").options(options).file("paste-1.txt", addresses);
      lab.file(file, String.join("", lines.isEmpty() ? List.of("\n") : lines));
      for (int i = 0; i < more.length; i += 2) {
        lab.file(more[i], more[i + 1]);
      }
      return lab.asked(
          (viplint, inputs) ->
              new Lab(
                  viplint.check(inputs),
                  viplint.survey(inputs).hosts().stream()
                      .map(host -> host.view().boot())
                      .flatMap(Optional::stream)
                      .findFirst()
                      .orElseThrow()));
    }

    Stream<Finding> errors(String codes) {
      return report.findings().stream()
          .map(Report.Entry::finding)
          .filter(finding -> finding.rule().code().matches(codes))
          .filter(finding -> finding.severity() == Severity.ERROR);
    }

    /** Those of these lines that an error stands at, names, or mends with all others. */
    Set<String> reported(Set<String> places, String codes) {
      Set<String> found =
          errors(codes)
              .flatMap(finding -> Stream.concat(lines(finding).stream(), mended(finding).stream()))
              .collect(Collectors.toSet());
      Predicate<String> isFound = found::contains;
      return places.stream().filter(isFound).collect(Collectors.toCollection(TreeSet::new));
    }

    List<Finding> predicted(Kind kind) {
      return errors("VL.*")
          .filter(
              finding ->
                  finding.predicts().stream().anyMatch(predicted -> predicted.kind() == kind))
          .toList();
    }
  }
}
