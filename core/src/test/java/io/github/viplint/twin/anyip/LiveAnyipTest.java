package io.github.viplint.twin.anyip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.twin.Captured;
import io.github.viplint.twin.LiveServices;
import io.github.viplint.twin.LiveServices.Machine;
import io.github.viplint.twin.RouteTablesCases;
import io.github.viplint.twin.ServiceCase;
import io.github.viplint.twin.appliance.ApplianceVersion;
import io.github.viplint.twin.appliance.LineOutcome;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.command.RoutePrefix;
import io.github.viplint.twin.kernel.KernelAtBoot;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.kernel.RouteText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Files for anyip-routes, started on the kernel and iproute2 of this machine by the steps of the
 * appliance's script, against what the twin says.
 */
class LiveAnyipTest {
  private static final int BATCH = 10;

  private static final String HOST =
      """
      link set lo up
      link add workload type veth peer name p
      link set workload up
      link set p up
      addr add 10.30.0.5/24 brd + dev workload
      """;

  private static LiveServices services;

  /** Each way to write a line that is known to matter, each a file of its own. */
  private static final List<String> FORMS =
      List.of(
          "10.13.200.32/27\n",
          "10.13.200.32/27",
          "10.10.18.18/28\n",
          "10.13.200.32/27\n10.10.18.18/28\n10.13.200.64/27\n",
          "10.13.200.32/27\r\n",
          "10.13.200.32/27 \n",
          " 10.13.200.32/27\n 10.13.200.32/27\n",
          "10.13.200.32/27 # comment\n",
          " # comment\n",
          "#10.13.200.33/27\n\n",
          "10.13.200.32/27,10.13.200.64/27\n",
          "10.13.200.33-10.13.200.62\n",
          "10.13.200.32/255.255.255.224\n10.13.200.32/27\n10.13.200.32/255.255.255.224\n",
          "10.13.200.300/27\n",
          "10.13.200.32/33\n",
          "10.13.200.40/32\n10.13.200.40\n",
          "10.13.200.40\n10.13.200.40/32\n",
          "10.13.200.32/27\n10.13.200.32/27\n",
          "10.13.200.0/24\n10.13.200.32/27\n",
          "10.13.200.32/27\n10.13.200.0/24\n",
          "2001:db8::/64\n2001:db8::5/64\n",
          "2001:db8::5/64\n2001:db8:1::/255.0.0.0\n::1\n::/0\n",
          "null\n",
          "default\ndefault\nall\n",
          "any\ndefault\n",
          "0.0.0.0/0\n0.0.0.0/0\n",
          "10.13.200/27\n10.13/16\n10/8\n",
          "10.13.200.0/0\n",
          "224.0.0.0/4\n240.0.0.0/4\n255.255.255.255\n0.0.0.0\n",
          "127.0.0.0/8\n",
          "127.0.0.1\n",
          "127.255.255.255\n",
          "127.9.0.0/16\n",
          "10.30.0.5\n",
          "10.30.0.5/32\n",
          "10.30.0.255\n",
          "10.30.0.0\n10.30.0.0/24\n10.30.0.0/16\n",
          "010.0.0.0/24\n8.0.0.0/24\n",
          "10.13.200.032/27\n",
          "0x0a.0x0D.0/24\n",
          "10.13.192.0/024\n10.13.16.0/0x14\n",
          "10.13.0.0/ +16\n10. 14.+0.-0/16\n",
          "10.13.0.0/-16\n",
          "-1.2.3.4\n",
          "08.1.2.3\n",
          "0x.1.2.3\n",
          "10.13.0.0/16/16\n",
          "/24\n",
          "10.13.0.0/\n",
          "10.13.0.\n",
          "10.13.0.0.0\n",
          "10.13.0.0/0.0.255.255\n",
          "10.13.0.0/255.255\n",
          "0.0.0.0/any\n0.0.0.0/default\n",
          "default/0\n",
          "he\n",
          "4294967306.0.0.0/8\n",
          "10.13.0.0/4294967312\n",
          "fe80::1%lo\n",
          "::ffff:10.13.0.0/112\n",
          "12345::/64\n");

  @BeforeContainer
  static void needsAKernel() {
    services = LiveServices.required();
  }

  @Example
  void formsThatMatter() throws IOException, InterruptedException {
    compare(FORMS.stream().map(form -> one(HOST, 0, form)).toList());
    compare(FORMS.stream().map(form -> one(HOST, 1, form)).toList());
  }

  @Property(tries = 12, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
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

  private static ServiceCase one(String host, int restarts, String ranges) {
    return new ServiceCase(
        ApplianceVersion.V0_2_0,
        host,
        restarts,
        Map.of("anyip-routes.cfg", ranges, "rt_tables", ""));
  }

  /** Few addresses, so that lines collide with each other and with the host's own. */
  @Provide
  Arbitrary<List<ServiceCase>> cases() {
    return Combinators.combine(
            RouteTablesCases.host(),
            Arbitraries.of(0, 0, 1, 2),
            line().list().ofMaxSize(8),
            Arbitraries.of("\n", "\n", "\n", "\n", "", "\r\n"))
        .as(
            (host, restarts, lines, end) ->
                one(host, restarts, String.join("\n", lines) + (lines.isEmpty() ? "" : end)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(BATCH)
        .withSizeDistribution((tries, min, max, center) -> random -> max);
  }

  private static Arbitrary<String> line() {
    Arbitrary<String> plain =
        Combinators.combine(
                Arbitraries.integers().between(1, 4),
                Arbitraries.integers().between(0, 255),
                Arbitraries.integers().between(24, 32))
            .as(
                (network, last, length) ->
                    "10.30." + network + "." + (last & -1 << 32 - length) + "/" + length);
    Arbitrary<String> hostBits =
        Combinators.combine(
                Arbitraries.integers().between(0, 299), Arbitraries.integers().between(24, 33))
            .as((last, length) -> "10.30.2." + last + "/" + length);
    Arbitrary<String> known =
        Arbitraries.of(FORMS).map(form -> form.lines().findFirst().orElse(""));
    Arbitrary<String> own =
        Arbitraries.of("10.30.1.5", "10.30.2.255", "10.30.3.0/24", "10.30.3.77/32", "10.30.2.0");
    Arbitrary<String> odd =
        Arbitraries.strings().withChars("0123456789./ \t#:-\u00e4\u0001\u0080,xa").ofMaxLength(14);
    return Arbitraries.frequencyOf(
        Tuple.of(12, plain),
        Tuple.of(2, hostBits),
        Tuple.of(2, known),
        Tuple.of(2, own),
        Tuple.of(1, odd),
        Tuple.of(1, plain.map(range -> " " + range)),
        Tuple.of(1, plain.map(range -> range.replace("/24", "/255.255.255.0"))));
  }

  private static void compare(List<ServiceCase> cases) throws IOException, InterruptedException {
    List<Machine> machines = services.run(cases);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      String kernel = machineSays(machines.get(i));
      String twin = twinSays(cases.get(i), machines.get(i));
      if (!kernel.equals(twin)) {
        wrong.add(cases.get(i) + "--- machine\n" + kernel + "--- twin\n" + twin);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String machineSays(Machine machine) {
    List<String> ranges =
        Stream.concat(
                machine.part("routes").stream().filter(route -> route.endsWith(" scope host")),
                machine.part("six").stream().filter(route -> !route.contains(" proto kernel ")))
            .filter(route -> route.startsWith("local ") && route.contains(" dev lo "))
            .map(route -> route.substring("local ".length(), route.indexOf(" dev lo")))
            // in one spelling: ip writes ::ffff:10.13.0.0
            .map(range -> RouteText.prefix(RoutePrefix.parse(range).orElseThrow()))
            .sorted()
            .toList();
    return said(machine.part("notes"), ranges);
  }

  private static String twinSays(ServiceCase one, Machine machine) {
    KernelState kernel =
        KernelAtBoot.of(
            new Captured()
                .addresses(machine.text("addresses"))
                .table("all", machine.text("main"))
                .kernel(),
            AnyipFile.of("").capture().all());
    AnyipRoutes file = AnyipFile.of(one.files().get("anyip-routes.cfg"));
    AnyipBoot boot = AnyipBoot.run(file, kernel);
    for (int i = 0; i < one.restarts(); i++) {
      boot = boot.restart(file);
    }
    List<String> notes = new ArrayList<>();
    for (AnyipBoot.Line line : boot.lines()) {
      String reason = line.outcome() == LineOutcome.REJECTED ? " " + line.reason() : "";
      notes.add("anyip-routes.cfg " + (notes.size() + 1) + " " + line.outcome().id() + reason);
    }
    for (AnyipBoot.TakenBack back : boot.takenBack()) {
      notes.add(
          "anyip-routes.cfg "
              + (file.lines().indexOf(back.line()) + 1)
              + (back.found() ? " taken-back" : " gone-before"));
    }
    assertThat(boot.result())
        .isEqualTo(
            boot.lines(LineOutcome.REJECTED).isEmpty() ? StartResult.STARTED : StartResult.FAILED);
    return said(notes, boot.active().stream().map(RouteText::prefix).sorted().toList());
  }

  private static String said(List<String> notes, List<String> ranges) {
    return String.join("\n", notes) + "\n" + ranges + "\n";
  }
}
