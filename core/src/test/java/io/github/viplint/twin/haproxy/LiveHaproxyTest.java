package io.github.viplint.twin.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.model.ListeningSockets.Socket;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.twin.Boot;
import io.github.viplint.twin.Captured;
import io.github.viplint.twin.LiveServices;
import io.github.viplint.twin.LiveServices.Machine;
import io.github.viplint.twin.RouteTablesCases;
import io.github.viplint.twin.ServiceCase;
import io.github.viplint.twin.appliance.Appliance;
import io.github.viplint.twin.appliance.ApplianceVersion;
import io.github.viplint.twin.haproxy.HaproxyBoot.Listener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Random binds on random hosts, started by the haproxy of this machine: which addresses it can
 * bind, and why not, is what the twin says.
 */
class LiveHaproxyTest {
  private static final int BATCH = 10;

  private static final Pattern REFUSED =
      Pattern.compile(
          "cannot bind socket"
              + " \\((Cannot assign requested address|Invalid argument|Address already in use)\\)"
              + " for \\[(\\S+)\\]");

  private static final Pattern RELEASE = Pattern.compile("version (\\S+)");

  /** Another program: it shares its port with nobody, as the Data Plane API doesn't. */
  private static final String OTHER =
      """
      import socket, time
      s = socket.socket()
      s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
      s.bind(('%s', 5556))
      s.listen()
      time.sleep(20)
      """;

  private static LiveServices services;

  @BeforeContainer
  static void needsAKernel() {
    services = LiveServices.required();
  }

  @Property(tries = 10, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  void haproxyBindsWhatTheTwinSays(@ForAll("cases") List<ServiceCase> cases)
      throws IOException, InterruptedException {
    compare(cases);
  }

  @Tag("long")
  @Property(tries = 100, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  void withTheSameBindsEachTime(@ForAll("cases") List<ServiceCase> cases)
      throws IOException, InterruptedException {
    compare(cases);
  }

  @Tag("long")
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void withOtherBindsEachTime(@ForAll("cases") List<ServiceCase> cases)
      throws IOException, InterruptedException {
    compare(cases);
  }

  /** As many as that at once, and fewer only while they are shrunk. */
  @Provide
  Arbitrary<List<ServiceCase>> cases() {
    return Combinators.combine(
            RouteTablesCases.host(),
            Arbitraries.of(
                "", "10.30.2.32/27\n", "10.30.3.64/26\n10.40.0.0/16\n", "10.30.0.0/16\n"),
            Arbitraries.of("", "", "2,workload,00:50:56:a1:00:02,10.30.2.5/24,10.30.2.1\n"),
            bind().list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.of("", "", "", "  noreuseport\n"),
            Arbitraries.of("0.0.0.0", "10.30.2.5").optional(0.4))
        .as(
            (host, ranges, tables, binds, global, other) -> {
              Map<String, String> files = new LinkedHashMap<>();
              files.put("anyip-routes.cfg", ranges);
              files.put("rt_tables", "255\tlocal\n254\tmain\n253\tdefault\n");
              if (!tables.isEmpty()) {
                files.put("route-tables.cfg", tables);
              }
              other.ifPresent(address -> files.put("other.py", OTHER.formatted(address)));
              files.put("haproxy.cfg", haproxy(global, binds));
              return new ServiceCase(ApplianceVersion.V0_2_0, host, 0, files);
            })
        .list()
        .ofMinSize(1)
        .ofMaxSize(BATCH)
        .withSizeDistribution((tries, min, max, center) -> random -> max);
  }

  private static String haproxy(String global, List<String> binds) {
    return "global\n"
        + global
        + "defaults\n  mode tcp\n  timeout client 1s\n  timeout server 1s\n  timeout connect 1s\n"
        + "frontend web\n  bind "
        + String.join("\n  bind ", binds)
        + "\n";
  }

  private static Arbitrary<String> bind() {
    Arbitrary<String> address =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.of("10.30.1.5", "10.30.2.5", "10.30.3.5")),
            Tuple.of(4, Arbitraries.integers().between(0, 255).map(last -> "10.30.2." + last)),
            Tuple.of(
                3,
                Arbitraries.of(
                    "10.30.3.77",
                    "10.30.3.127",
                    "10.40.1.2",
                    "10.30.9.9",
                    "10.30.2.255",
                    "10.30.2.0",
                    "192.0.2.1")),
            Tuple.of(
                3,
                Arbitraries.of(
                    "0.0.0.0",
                    "*",
                    "",
                    "127.0.0.1",
                    "127.9.9.9",
                    "127.255.255.255",
                    "224.0.0.5",
                    "255.255.255.255",
                    "0.0.0.7",
                    "::",
                    "::1",
                    "fd00::9",
                    "::ffff:10.30.1.5",
                    "::ffff:10.30.2.40",
                    "::ffff:0.0.0.0")));
    return Combinators.combine(
            address,
            Arbitraries.of("443", "443", "6443", "5556"),
            Arbitraries.frequency(
                Tuple.of(12, ""),
                Tuple.of(1, " transparent"),
                Tuple.of(1, " v6only"),
                Tuple.of(1, " v4v6")))
        .as((where, port, option) -> where + ":" + port + option);
  }

  private static void compare(List<ServiceCase> cases) throws IOException, InterruptedException {
    List<Machine> machines = services.run(cases);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      String machine = machineSays(machines.get(i));
      String twin = twinSays(cases.get(i), machines.get(i));
      if (!machine.equals(twin)) {
        wrong.add(
            cases.get(i)
                + "--- machine\n"
                + machine
                + "\n"
                + machines.get(i).text("haproxy")
                + "--- twin\n"
                + twin
                + "\n");
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String machineSays(Machine machine) {
    Set<String> refused = new TreeSet<>();
    Matcher matcher = REFUSED.matcher(machine.text("haproxy"));
    while (matcher.find()) {
      boolean inUse = matcher.group(1).startsWith("Address");
      refused.add(matcher.group(2) + (inUse ? " in-use" : " not-local"));
    }
    return (machine.part("notes").contains("haproxy 0") ? "started " : "failed ") + refused;
  }

  private static String twinSays(ServiceCase one, Machine machine) {
    Captured captured =
        new Captured()
            .addresses(machine.text("addresses"))
            .table("all", machine.text("main"))
            .with(
                CaptureKind.ANYIP_ROUTES,
                "cat anyip-routes.cfg",
                one.files().get("anyip-routes.cfg"))
            .with(CaptureKind.HAPROXY_CFG, "cat haproxy.cfg", one.files().get("haproxy.cfg"));
    if (one.files().containsKey("route-tables.cfg")) {
      captured.with(
          CaptureKind.ROUTE_TABLES, "cat route-tables.cfg", one.files().get("route-tables.cfg"));
    }
    Appliance after =
        Boot.of(captured.state(), Optional.of(one.version().id()), release(machine))
            .orElseThrow()
            .after();
    HaproxyBoot boot = HaproxyBoot.run(after.besides(others(one, after.origin())));
    Set<String> refused = new TreeSet<>();
    for (Listener listener : boot.binds()) {
      if (listener.outcome() != HaproxyBoot.Outcome.BOUND) {
        String journal = listener.journal().orElseThrow();
        refused.add(
            journal.substring(journal.indexOf('[') + 1, journal.length() - 1)
                + " "
                + listener.outcome().id());
      }
    }
    return boot.result().id() + " " + refused;
  }

  private static HaproxyVersion release(Machine machine) {
    Matcher release = RELEASE.matcher(machine.text("release"));
    assertThat(release.find()).as(machine.text("release")).isTrue();
    return HaproxyVersion.of(release.group(1)).orElseThrow();
  }

  private static List<Socket> others(ServiceCase one, Span span) {
    String program = one.files().getOrDefault("other.py", "");
    if (program.isEmpty()) {
      return List.of();
    }
    String address = program.contains("0.0.0.0") ? "0.0.0.0" : "10.30.2.5";
    return List.of(
        new Socket(
            span,
            Optional.of(Captured.address(address)),
            5556,
            Optional.empty(),
            Optional.of("python3")));
  }
}
