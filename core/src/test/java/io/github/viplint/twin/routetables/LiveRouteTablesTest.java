package io.github.viplint.twin.routetables;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Facts;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.RtTables;
import io.github.viplint.model.WorkloadNetworks;
import io.github.viplint.read.Readers;
import io.github.viplint.twin.Captured;
import io.github.viplint.twin.LiveServices;
import io.github.viplint.twin.LiveServices.Machine;
import io.github.viplint.twin.RouteTablesCases;
import io.github.viplint.twin.ServiceCase;
import io.github.viplint.twin.appliance.ApplianceVersion;
import io.github.viplint.twin.appliance.LineOutcome;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.command.IpText;
import io.github.viplint.twin.command.TableNames;
import io.github.viplint.twin.kernel.KernelAtBoot;
import io.github.viplint.twin.kernel.KernelState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Random route-tables.cfg files, started on this machine by the steps of the appliance's script:
 * what becomes of each line, how often the service is started, and the rules, tables and names that
 * it leaves are what the twin says.
 */
class LiveRouteTablesTest {
  private static final int BATCH = 10;

  private static LiveServices services;

  @BeforeContainer
  static void needsAKernel() {
    services = LiveServices.required();
  }

  @Property(tries = 8, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  void theKernelDoesWhatTheTwinSays(@ForAll("cases") List<ServiceCase> cases)
      throws IOException, InterruptedException {
    compare(cases);
  }

  @Tag("long")
  @Property(tries = 100, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
  void withTheSameFilesEachTime(@ForAll("cases") List<ServiceCase> cases)
      throws IOException, InterruptedException {
    compare(cases);
  }

  @Tag("long")
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void withOtherFilesEachTime(@ForAll("cases") List<ServiceCase> cases)
      throws IOException, InterruptedException {
    compare(cases);
  }

  /** As many as that at once, and fewer only while they are shrunk. */
  @Provide
  Arbitrary<List<ServiceCase>> cases() {
    return RouteTablesCases.any()
        .list()
        .ofMinSize(1)
        .ofMaxSize(BATCH)
        .withSizeDistribution((tries, min, max, center) -> random -> max);
  }

  /** Two IDs with one name: what its rules are called leads back to one of them only. */
  @Example
  void aNameOfTwoIds() throws IOException, InterruptedException {
    compare(
        List.of(
            RouteTablesCases.of(
                ApplianceVersion.V0_1_10,
                1,
                """
                3,frontend,00:50:56:a1:00:03,10.30.3.5/24,10.30.3.1
                3,frontend,00:50:56:a1:00:03,10.30.3.5/24
                2,frontend,00:50:56:a1:00:02,10.30.2.5/24
                """,
                "7\trtctl_old\n")));
  }

  /** Table 253 is called like table 2 then, and a rule from all addresses is no selector. */
  @Example
  void theRuleOfTableDefaultBySecondName() throws IOException, InterruptedException {
    compare(
        List.of(
            RouteTablesCases.of(
                ApplianceVersion.V0_1_10,
                0,
                """
                2,workload,00:50:56:a1:00:02,10.30.2.5/24,10.30.2.1
                2,workload,00:50:56:a1:00:02,10.30.2.5/24
                253,workload,00:50:56:a1:00:02,10.30.2.5/24,
                """,
                "")));
  }

  /** ID 0 of a rule takes a table that is not there yet; table 2 is, with no route in it. */
  @Example
  void aRefusedRouteMakesItsTable() throws IOException, InterruptedException {
    compare(
        List.of(
            RouteTablesCases.of(
                ApplianceVersion.V0_1_10,
                2,
                """
                4294967296,w,00:50:56:a1:00:02,10.30.2.5/24,10.30.2.1
                2,frontend,00:50:56:a1:00:02,10.30.2.5/24,10.30.3.1
                """,
                "")));
  }

  /** 08 is no number, and 0 is written for it: the name of the rule's table means any then. */
  @Example
  void aRuleOfAnyTable() throws IOException, InterruptedException {
    compare(
        List.of(
            RouteTablesCases.of(
                ApplianceVersion.V0_1_10,
                0,
                """
                3,frontend,00:50:56:a1:00:02,10.30.2.5/24
                08,frontend,00:50:56:a1:00:03,10.30.2.5/24,10.30.2.1
                """,
                "")));
  }

  /** ID 2^32 lists all tables; the name of table local leads to table 2, where the stop ends. */
  @Example
  void aStopEndsAtATableWhoseNameLeadsElsewhere() throws IOException, InterruptedException {
    compare(
        List.of(
            RouteTablesCases.of(
                ApplianceVersion.V0_2_0,
                0,
                """
                255,workload,00:00:00:00:00:00,10.30.2.5/024
                2,workload,00:50:56:a1:00:02,10.30.2.5/24,10.30.2.1
                2,workload,00:50:56:a1:00:02,10.30.2.5/24
                4294967296,frontend,00:50:56:a1:00:02,10.30.2.5/24
                """,
                ""),
            RouteTablesCases.of(
                ApplianceVersion.V0_2_0,
                1,
                """
                0,workload,00:50:56:a1:00:02,10.30.2.5/24,10.30.2.1
                """,
                "")));
  }

  /** The second try finds its own rule, which only a rule with a priority can be. */
  @Example
  void aRuleThatIsThereAlready() throws IOException, InterruptedException {
    String file = "2,workload,00:50:56:a1:00:02,10.30.2.5/24,10.30.3.1\n";
    compare(
        List.of(
            RouteTablesCases.withNetworks(file, "10.40.4.0/24 pref 77\n"),
            RouteTablesCases.withNetworks(file, "10.40.4.0/24\n"),
            RouteTablesCases.withNetworks(
                file, "10.40.4.0/24 pref 77\n0.0.0.0/0 pref 77\n10.40.4.0/24 pref 77\n"),
            RouteTablesCases.withNetworks(
                file, "0.0.0.0/0 pref 77\n10.40.4.0/24 pref 77\n10.40.4.0/24 pref 1\n")));
  }

  @Example
  void theSourceOfAnAddressOfAllZeros() throws IOException, InterruptedException {
    compare(
        List.of(
            RouteTablesCases.of(
                ApplianceVersion.V0_2_0, 0, "2,workload,00:50:56:a1:00:02,0.0.0.0/0\n", "")));
  }

  private static void compare(List<ServiceCase> cases) throws IOException, InterruptedException {
    List<Machine> machines = services.run(cases);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Optional<List<String>> twin = twinSays(cases.get(i), machines.get(i));
      List<String> kernel = machineSays(machines.get(i));
      if (twin.isPresent() && !twin.get().equals(kernel)) {
        wrong.add(
            cases.get(i)
                + "--- machine\n"
                + String.join("\n", kernel)
                + "\n--- twin\n"
                + String.join("\n", twin.get()));
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> machineSays(Machine machine) {
    return Stream.of(
            machine.part("notes"),
            machine.part("names"),
            machine.part("rules"),
            machine.part("routes").stream().sorted().toList())
        .flatMap(List::stream)
        .toList();
  }

  /** Empty where the twin says that it does not know. */
  private static Optional<List<String>> twinSays(ServiceCase one, Machine machine) {
    KernelState kernel =
        KernelAtBoot.of(
            new Captured()
                .addresses(machine.text("addresses"))
                .table("all", machine.text("main"))
                .kernel(),
            capture("route-tables.cfg", "", CaptureKind.ROUTE_TABLES).all());
    RouteTables file = read(one, "route-tables.cfg", CaptureKind.ROUTE_TABLES, RouteTables.class);
    Optional<WorkloadNetworks> networks =
        one.files().containsKey("workload-networks.cfg")
            ? Optional.of(
                read(
                    one,
                    "workload-networks.cfg",
                    CaptureKind.WORKLOAD_NETWORKS,
                    WorkloadNetworks.class))
            : Optional.empty();
    TableNames names =
        TableNames.captured(List.of(read(one, "rt_tables", CaptureKind.RT_TABLES, RtTables.class)));
    RouteTablesBoot boot = RouteTablesBoot.run(one.version(), file, networks, kernel, names);
    for (int i = 0; i < one.restarts() && boot.result() != StartResult.UNKNOWN; i++) {
      boot = boot.restart(one.version(), file, networks);
    }
    return boot.result() == StartResult.UNKNOWN ? Optional.empty() : Optional.of(said(boot));
  }

  private static List<String> said(RouteTablesBoot boot) {
    List<String> said = new ArrayList<>();
    for (RouteTablesBoot.Line line : boot.lines()) {
      if (line.outcome() != LineOutcome.NOT_REACHED && line.outcome() != LineOutcome.IGNORED) {
        said.add(
            line.span().capture().source().file()
                + " "
                + line.span().place().startLine()
                + " "
                + line.outcome().id());
      }
    }
    said.add("route-tables " + boot.result().id() + " " + boot.tries());
    boot.names().own().forEach(entry -> said.add(entry.id() + "\t" + entry.name()));
    said.addAll(IpText.rules(boot.after(), boot.names()));
    said.addAll(IpText.routes(boot.after(), boot.names()).stream().sorted().toList());
    return said;
  }

  private static <T extends Facts> T read(
      ServiceCase one, String name, CaptureKind kind, Class<T> type) {
    return new Readers(new SignatureSet(List.of()))
        .read(capture(name, one.files().get(name), kind)).facts().stream()
            .filter(type::isInstance)
            .map(type::cast)
            .findFirst()
            .orElseThrow();
  }

  private static Capture capture(String name, String text, CaptureKind kind) {
    return Capture.whole(new Source(name, text, StandardCharsets.UTF_8, "", Mask.NONE))
        .kind(kind)
        .build();
  }
}
