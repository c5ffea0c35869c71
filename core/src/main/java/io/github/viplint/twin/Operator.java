package io.github.viplint.twin;

import io.github.viplint.capture.Capture;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Facts;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.State;
import io.github.viplint.model.UnitState;
import io.github.viplint.model.Units;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.appliance.Appliance;
import io.github.viplint.twin.appliance.ApplianceVersion;
import io.github.viplint.twin.appliance.Service;
import io.github.viplint.twin.appliance.Service.Run;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.command.BashWords;
import io.github.viplint.twin.command.TableNames;
import io.github.viplint.twin.haproxy.HaproxyBoot;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.routetables.RouteTablesBoot;
import io.github.viplint.twin.routetables.RouteTablesStart;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A running appliance in the hands of a person: what a command, or a change of a file in place,
 * does to its services, its rules and its routes. Immutable.
 *
 * <p>systemd forgets failed starts after ten seconds (DefaultStartLimitIntervalSec); commands of a
 * fix are pasted faster than that, so here only {@code reset-failed} lifts the start limit.
 *
 * @param appliance its files and its kernel, now
 * @param comesUp the same appliance as it would come up after a reboot
 * @param services how each service is
 */
public record Operator(Appliance appliance, Appliance comesUp, Map<Service, Run> services) {
  /** Commands that only look. */
  private static final Set<String> LOOKING =
      Set.of("cat", "journalctl", "haproxy", "ping", "ss", "netstat", "lsof", "sleep", "grep");

  public Operator {
    services = Map.copyOf(services);
  }

  /**
   * The appliance as the captures show it: after a boot with its files, and with those units failed
   * that were captured as failed. Empty when none of its files was captured.
   *
   * @param version of the appliance
   * @param haproxy the release of its haproxy
   */
  public static Optional<Operator> of(
      State state, ApplianceVersion version, HaproxyVersion haproxy) {
    return Appliance.atBoot(state, version, haproxy)
        .map(comesUp -> after(Boot.of(comesUp), comesUp, failed(state)));
  }

  private static Set<Service> failed(State state) {
    Set<Service> failed = EnumSet.noneOf(Service.class);
    for (Units units : state.facts(Units.class)) {
      for (UnitState unit : units.units()) {
        Service.of(unit.unit())
            .ifPresent(
                service -> {
                  failed.remove(service);
                  if (unit.failed()) {
                    failed.add(service);
                  }
                });
      }
    }
    return failed;
  }

  private static Operator after(Boot boot, Appliance comesUp, Set<Service> failed) {
    Map<Service, Run> services = new EnumMap<>(Service.class);
    boolean tables = boot.routeTables().filter(one -> fails(one.result())).isPresent();
    boolean ranges = boot.anyipRoutes().filter(one -> fails(one.result())).isPresent();
    boolean proxy = boot.haproxy().result() == StartResult.NO_CONFIG && ranges;
    services.put(Service.ROUTE_TABLES, tables ? Run.START_LIMIT : Run.RUNNING);
    services.put(Service.ANYIP_ROUTES, ranges ? Run.FAILED : Run.RUNNING);
    services.put(
        Service.HAPROXY, proxy || fails(boot.haproxy().result()) ? Run.START_LIMIT : Run.RUNNING);
    for (Service one : failed) {
      services.put(one, one == Service.ANYIP_ROUTES ? Run.FAILED : Run.START_LIMIT);
    }
    return new Operator(boot.after(), comesUp, services);
  }

  private static boolean fails(StartResult result) {
    return result == StartResult.FAILED;
  }

  /** The same, systemd having given up on a service. */
  public Operator givenUp(Service service) {
    return with(service, Run.START_LIMIT);
  }

  /** How a service is. */
  public Run run(Service service) {
    return Objects.requireNonNull(services.get(service));
  }

  /** The VIP ranges that are active. */
  public List<Cidr> ranges() {
    return appliance.kernel().anyip().orElse(List.of()).stream()
        .map(route -> route.destination())
        .toList();
  }

  /** A range that a boot makes active, and that is not active here. */
  public Optional<String> missing(Boot boot) {
    Set<Cidr> active = Set.copyOf(ranges());
    return boot.anyipRoutes().stream()
        .flatMap(started -> started.active().stream())
        .filter(range -> range.address().isIPv4() && !active.contains(range))
        .map(Cidr::toString)
        .findFirst();
  }

  /** A range that was active {@code before}, that a boot would not bring back, and that stayed. */
  public Optional<String> surplus(Operator before, Boot boot) {
    return boot.anyipRoutes()
        .flatMap(
            started -> {
              Set<Cidr> wanted = Set.copyOf(started.active());
              Set<Cidr> was = Set.copyOf(before.ranges());
              return ranges().stream()
                  .filter(range -> was.contains(range) && !wanted.contains(range))
                  .map(Cidr::toString)
                  .findFirst();
            });
  }

  /** After its files have been changed in place, each by one write, into those of another. */
  public Operator edited(Appliance files) {
    Appliance then = appliance.withFiles(files);
    Operator now = new Operator(then, comesUp.withFiles(files), services);
    if (changed(appliance.routeTables().map(RouteTables::capture), files.routeTables())) {
      now = now.tablesChanged();
    }
    return changed(appliance.anyipRoutes().map(AnyipRoutes::capture), files.anyipRoutes())
        ? now.rangesChanged()
        : now;
  }

  private static boolean changed(Optional<Capture> before, Optional<? extends Facts> after) {
    return after.isPresent()
        && before.filter(one -> one.text().equals(after.get().capture().text())).isEmpty();
  }

  /** The watch on route-tables.cfg, of a service that systemd starts again when it ends. */
  private Operator tablesChanged() {
    return switch (run(Service.ROUTE_TABLES)) {
      case RUNNING -> {
        RouteTablesBoot again = tables().again();
        yield with(again.after(), again.names())
            .with(Service.ROUTE_TABLES, fails(again.result()) ? Run.DEAF : Run.RUNNING);
      }
      case DEAF -> stop(Service.ROUTE_TABLES).start(Service.ROUTE_TABLES);
      case STOPPED, FAILED, START_LIMIT -> this;
    };
  }

  /** The watch on anyip-routes.cfg; nothing starts this service again. */
  private Operator rangesChanged() {
    AnyipRoutes file = appliance.anyipRoutes().orElseThrow();
    return switch (run(Service.ANYIP_ROUTES)) {
      case RUNNING -> {
        AnyipBoot again = AnyipBoot.again(file, appliance.kernel());
        yield with(again.after(), appliance.names())
            .with(Service.ANYIP_ROUTES, fails(again.result()) ? Run.DEAF : Run.RUNNING);
      }
      case DEAF -> stop(Service.ANYIP_ROUTES).with(Service.ANYIP_ROUTES, Run.FAILED);
      case STOPPED, FAILED, START_LIMIT -> this;
    };
  }

  private RouteTablesStart tables() {
    return new RouteTablesStart(
        appliance.version(),
        appliance.routeTables().orElseThrow(),
        appliance.workloadNetworks(),
        appliance.kernel(),
        appliance.names());
  }

  /**
   * After a command, typed on the appliance; empty when it is not known what it does. A comment
   * does nothing, and neither does a command that only looks.
   */
  public Optional<Operator> after(String command) {
    List<String> words = BashWords.words(command);
    if (words.isEmpty() || words.get(0).startsWith("#")) {
      return Optional.of(this);
    }
    if (!words.stream().allMatch(BashWords::isPlain)) {
      return Optional.empty();
    }
    List<String> rest = words.subList(1, words.size());
    return switch (words.get(0)) {
      case "systemctl" -> systemctl(rest);
      case "ip" ->
          new IpCommands(appliance.kernel(), appliance.names(), appliance.origin())
              .after(rest)
              .map(kernel -> with(kernel, appliance.names()));
      case "reboot" -> Optional.of(reboot());
      default -> LOOKING.contains(words.get(0)) ? Optional.of(this) : Optional.empty();
    };
  }

  private Operator reboot() {
    return after(Boot.of(comesUp), comesUp, Set.of());
  }

  private Optional<Operator> systemctl(List<String> words) {
    List<String> plain = words.stream().filter(word -> !word.startsWith("-")).toList();
    String verb = plain.isEmpty() ? "" : plain.get(0);
    if (verb.equals("reboot")) {
      return Optional.of(reboot());
    }
    if (Set.of("status", "is-active", "is-failed", "show", "list-units", "").contains(verb)) {
      return Optional.of(this);
    }
    Set<String> units = Set.copyOf(plain.subList(1, plain.size()));
    Operator now = this;
    if (!Set.of("start", "stop", "restart", "reload", "reset-failed").contains(verb)) {
      return Optional.empty();
    }
    for (Service service : Service.values()) {
      boolean named = units.contains(service.id()) || units.contains(service.id() + ".service");
      if (named || units.isEmpty() && verb.equals("reset-failed")) {
        now = now.systemctl(verb, service);
      }
    }
    boolean others = units.stream().anyMatch(unit -> Service.of(unit).isEmpty());
    return others ? Optional.empty() : Optional.of(now);
  }

  private Operator systemctl(String verb, Service service) {
    Run run = run(service);
    boolean active = run == Run.RUNNING || run == Run.DEAF;
    return switch (verb) {
      case "start" -> active ? this : start(service);
      case "stop" -> active ? stop(service).with(service, Run.STOPPED) : this;
      case "restart" -> (active ? stop(service) : this).start(service);
      case "reload" -> active && service == Service.HAPROXY ? reload() : this;
      default -> active ? this : with(service, Run.STOPPED);
    };
  }

  /** A worker that can't bind leaves the ones before it at work. */
  private Operator reload() {
    StartResult result = HaproxyBoot.run(appliance).result();
    return with(Service.HAPROXY, fails(result) ? Run.DEAF : Run.RUNNING);
  }

  /** {@code ExecStopPost}. */
  private Operator stop(Service service) {
    if (service == Service.ANYIP_ROUTES && appliance.anyipRoutes().isPresent()) {
      return with(
          AnyipBoot.stop(appliance.anyipRoutes().get(), appliance.kernel()), appliance.names());
    }
    if (service == Service.ROUTE_TABLES && appliance.routeTables().isPresent()) {
      RouteTablesBoot stopped = tables().stop();
      return with(stopped.after(), stopped.names());
    }
    return this;
  }

  private Operator start(Service service) {
    if (run(service) == Run.START_LIMIT) {
      return this;
    }
    return switch (service) {
      case ROUTE_TABLES -> startTables();
      case ANYIP_ROUTES -> startRanges();
      case HAPROXY -> startHaproxy();
    };
  }

  private Operator startTables() {
    if (appliance.routeTables().isEmpty()) {
      return with(Service.ROUTE_TABLES, Run.RUNNING);
    }
    RouteTablesBoot started = tables().run();
    return with(started.after(), started.names())
        .with(Service.ROUTE_TABLES, fails(started.result()) ? Run.START_LIMIT : Run.RUNNING);
  }

  private Operator startRanges() {
    if (appliance.anyipRoutes().isEmpty()) {
      return with(Service.ANYIP_ROUTES, Run.RUNNING);
    }
    AnyipBoot started = AnyipBoot.run(appliance.anyipRoutes().get(), appliance.kernel());
    return with(started.after(), appliance.names())
        .with(Service.ANYIP_ROUTES, fails(started.result()) ? Run.FAILED : Run.RUNNING);
  }

  /** Of a haproxy.cfg that was not captured, what it needs is that the ranges are there. */
  private Operator startHaproxy() {
    HaproxyBoot started = HaproxyBoot.run(appliance);
    boolean failed =
        started.result() == StartResult.NO_CONFIG
            ? run(Service.ANYIP_ROUTES) == Run.FAILED
            : fails(started.result());
    return with(Service.HAPROXY, failed ? Run.START_LIMIT : Run.RUNNING);
  }

  Operator with(KernelState kernel, TableNames names) {
    return new Operator(appliance.with(kernel, names), comesUp, services);
  }

  private Operator with(Service service, Run run) {
    Map<Service, Run> changed = new EnumMap<>(services);
    changed.put(service, run);
    return new Operator(appliance, comesUp, changed);
  }
}
