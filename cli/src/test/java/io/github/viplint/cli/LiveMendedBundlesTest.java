package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.viplint.Viplint;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.cli.Machine.Truth;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.FixPlan;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Survey.LabHost;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.RouteTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The appliances of all bundles with their fixes, on the kernel, iproute2 and haproxy of this
 * machine: no line is refused, and every service starts.
 */
class LiveMendedBundlesTest {
  private static final String NO_PROXY =
      "defaults\n  mode tcp\n  timeout client 1s\n  timeout server 1s\n  timeout connect 1s\n"
          + "frontend none\n  bind 127.0.0.1:1\n";

  private final Viplint viplint = Viplint.standard(Options.DEFAULT);

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> whatIsMendedStarts() throws Exception {
    Machine machine = new Machine(folder);
    List<DynamicTest> tests = new ArrayList<>();
    for (Path bundle : MendedBundlesTest.bundles()) {
      FixPlan plan = viplint.rehearse(MendedBundlesTest.inputs(bundle), Fix.Safety.UNSAFE);
      for (LabHost host : viplint.survey(MendedBundlesTest.inputs(bundle)).hosts()) {
        lab(host.view(), plan)
            .ifPresent(
                lab ->
                    tests.add(
                        dynamicTest(
                            bundle.getFileName() + " " + host.lab() + " " + host.view().name(),
                            () -> starts(machine.of(lab), lab))));
      }
    }
    assertThat(tests).hasSizeGreaterThan(10);
    return tests.stream();
  }

  private static void starts(Truth truth, LiveLab lab) {
    assertThat(truth.facts())
        .as("facts of%n%s%n%s", lab, lab.text(LiveLab.HAPROXY))
        .contains("route-tables started", "haproxy-check 0", "haproxy 0")
        .noneMatch(fact -> fact.matches("anyip \\d+ (rejected|not-reached|unread)"))
        .noneMatch(fact -> fact.matches("(not-local|gateway-taken) .*"));
  }

  /** The appliance with its mended files; what was not captured of it is made up around them. */
  private static Optional<LiveLab> lab(HostView host, FixPlan plan) {
    Optional<String> ranges = text(host, CaptureKind.ANYIP_ROUTES, plan);
    Optional<String> tables = text(host, CaptureKind.ROUTE_TABLES, plan);
    Optional<String> proxy =
        host.fact(HaproxyCfg.class)
            .filter(cfg -> cfg.capture().isWhole() && cfg.capture().isExact())
            .flatMap(cfg -> text(host, CaptureKind.HAPROXY_CFG, plan));
    if (ranges.or(() -> tables).or(() -> proxy).isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> files = new TreeMap<>();
    files.put(LiveLab.ANYIP, ranges.orElse(""));
    files.put(LiveLab.TABLES, tables.orElse(""));
    files.put(LiveLab.HAPROXY, proxy.map(LiveMendedBundlesTest::onThisMachine).orElse(NO_PROXY));
    text(host, CaptureKind.WORKLOAD_NETWORKS, plan)
        .ifPresent(text -> files.put(LiveLab.WORKLOADS, text));
    files.put("devices", devices(host));
    files.put("restarts", "0\n");
    List<String> vips =
        proxy.isEmpty()
            ? List.of()
            : host.fact(HaproxyCfg.class).orElseThrow().binds().stream()
                .flatMap(bind -> bind.address().stream())
                .map(Object::toString)
                .distinct()
                .toList();
    return Optional.of(new LiveLab(files, List.of(), vips));
  }

  private static Optional<String> text(HostView host, CaptureKind kind, FixPlan plan) {
    Optional<Capture> last =
        host.state().readings(kind).map(reading -> reading.capture()).reduce((a, b) -> b);
    return last.map(
        capture ->
            plan.changes().stream()
                .filter(
                    change ->
                        change.before().source().file().equals(capture.source().file())
                            && change.before().kind() == kind)
                .map(change -> change.after().text())
                .findFirst()
                .orElse(capture.text()));
  }

  /** Users, folders and sockets of the appliance are not there, nor its limits. */
  private static String onThisMachine(String proxy) {
    return proxy.replaceAll(
        "(?m)^\\s+(user|group|chroot|stats socket|pidfile|log|master-worker|mworker-\\S+|maxconn)"
            + " *( .*)?$",
        "");
  }

  /** Its interfaces, where they were captured; else those that route-tables.cfg tells of. */
  private static String devices(HostView host) {
    Map<String, String> lines = new LinkedHashMap<>();
    host.kernel().interfaces().stream()
        .filter(device -> device.mac().isPresent() && !device.addresses().isEmpty())
        .forEach(
            device ->
                lines.put(
                    device.mac().get(),
                    device.name()
                        + " "
                        + device.mac().get()
                        + " "
                        + device.addresses().get(0).cidr()));
    if (lines.isEmpty()) {
      host.fact(RouteTables.class).stream()
          .flatMap(file -> file.entries().stream())
          .filter(line -> line.address().isPresent() && line.mac().length() == 17)
          .forEach(
              line ->
                  lines.putIfAbsent(
                      line.mac(),
                      line.name() + " " + line.mac() + " " + line.address().orElseThrow()));
    }
    if (lines.values().stream().noneMatch(line -> line.startsWith("management "))) {
      lines.put("management", "management 00:50:56:ff:00:01 192.168.250.10/24");
    }
    StringBuilder devices = new StringBuilder();
    lines
        .values()
        .forEach(line -> devices.append(line).append(' ').append(gateway(line)).append('\n'));
    return devices.toString();
  }

  /** An address of the network that nobody has: by habit the first. */
  private static String gateway(String line) {
    String address = line.substring(line.lastIndexOf(' ') + 1).replaceAll("/.*", "");
    return address.substring(0, address.lastIndexOf('.') + 1) + "1";
  }
}
