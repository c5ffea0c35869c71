package io.github.viplint.twin.appliance;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Facts;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.HaproxyVerdict;
import io.github.viplint.model.ListeningSockets;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.RtTables;
import io.github.viplint.model.State;
import io.github.viplint.model.WorkloadNetworks;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.twin.command.BashWords;
import io.github.viplint.twin.command.TableNames;
import io.github.viplint.twin.kernel.KernelAtBoot;
import io.github.viplint.twin.kernel.KernelState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An appliance at one time: the files that its services read, its kernel, and the names of its
 * tables.
 *
 * @param haproxyVersion the release of haproxy that reads its file
 * @param verdict what {@code haproxy -c} was captured to say of the file
 * @param others sockets of other programs, which haproxy can't share
 * @param knowsAddresses whether its table local holds all addresses of its interfaces, not only
 *     those that were captured
 * @param knowsRanges whether all lines of its anyip-routes.cfg are known
 */
public record Appliance(
    ApplianceVersion version,
    Optional<RouteTables> routeTables,
    Optional<WorkloadNetworks> workloadNetworks,
    Optional<AnyipRoutes> anyipRoutes,
    Optional<HaproxyCfg> haproxy,
    HaproxyVersion haproxyVersion,
    Optional<HaproxyVerdict> verdict,
    List<ListeningSockets.Socket> others,
    KernelState kernel,
    boolean knowsAddresses,
    boolean knowsRanges,
    TableNames names) {
  private static final long MAIN = 254;
  private static final long LOCAL = 255;

  public Appliance {
    others = List.copyOf(others);
  }

  /**
   * The appliance as it comes up, before its services have started, from what was captured of it;
   * empty when none of the three files was.
   *
   * @param haproxyVersion of its haproxy
   */
  public static Optional<Appliance> atBoot(
      State state, ApplianceVersion version, HaproxyVersion haproxyVersion) {
    Optional<RouteTables> tables = state.fact(RouteTables.class);
    Optional<AnyipRoutes> ranges = state.fact(AnyipRoutes.class);
    Optional<HaproxyCfg> haproxy = state.fact(HaproxyCfg.class);
    return Stream.of(tables, ranges, haproxy)
        .flatMap(Optional::stream)
        .map(Facts::capture)
        .findFirst()
        .map(
            (Capture first) -> {
              KernelState captured = KernelState.captured(state).without(emptied(tables));
              return new Appliance(
                  version,
                  tables,
                  state.fact(WorkloadNetworks.class),
                  ranges.map(AnyipRoutes::withoutTemplates),
                  haproxy.map(file -> file.at(haproxyVersion.judgedAs())),
                  haproxyVersion,
                  state.fact(HaproxyVerdict.class),
                  others(state),
                  KernelAtBoot.of(captured, first.span(0, 0)),
                  KernelAtBoot.knowsAddresses(captured),
                  ranges
                      .filter(file -> file.capture().isWhole() && !file.hasTemplates())
                      .isPresent(),
                  TableNames.atBoot(state.facts(RtTables.class)));
            });
  }

  /**
   * The tables of the system's own that route-tables.cfg has the IDs of: the service deletes their
   * routes, so what was captured of them is not what it finds when it starts.
   */
  private static Set<Long> emptied(Optional<RouteTables> file) {
    Set<Long> emptied = new TreeSet<>();
    for (RouteTables.Entry entry : file.map(RouteTables::entries).orElse(List.of())) {
      List<String> fields = BashWords.fields(entry.span().text());
      // iproute2 reads 32 bits; 0 is all tables
      int id = fields.isEmpty() ? -1 : (int) BashWords.decimal(fields.get(0)).number();
      if (id == 0 || id == MAIN) {
        emptied.add(MAIN);
      }
      if (id == 0 || id == LOCAL) {
        emptied.add(LOCAL);
      }
    }
    return emptied;
  }

  /** Whether route-tables.cfg has the ID of table main, or one that stands for all tables. */
  public boolean emptiesMain() {
    return emptied(routeTables).contains(MAIN);
  }

  /** A socket whose program is not shown may be haproxy's own. */
  private static List<ListeningSockets.Socket> others(State state) {
    return state.facts(ListeningSockets.class).stream()
        .flatMap(listing -> listing.sockets().stream())
        .filter(socket -> socket.process().filter(name -> !name.equals("haproxy")).isPresent())
        .toList();
  }

  /** A place in its captures, for what no line of them says. */
  public Span origin() {
    return Stream.of(routeTables, anyipRoutes, haproxy)
        .flatMap(Optional::stream)
        .map(Facts::capture)
        .findFirst()
        .orElseThrow()
        .span(0, 0);
  }

  /** The same appliance beside programs that listen on these sockets. */
  public Appliance besides(List<ListeningSockets.Socket> sockets) {
    return new Appliance(
        version,
        routeTables,
        workloadNetworks,
        anyipRoutes,
        haproxy,
        haproxyVersion,
        verdict,
        sockets,
        kernel,
        knowsAddresses,
        knowsRanges,
        names);
  }

  /** The same appliance with the files of another. */
  public Appliance withFiles(Appliance other) {
    return new Appliance(
        version,
        other.routeTables,
        other.workloadNetworks,
        other.anyipRoutes,
        other.haproxy,
        haproxyVersion,
        other.verdict,
        others,
        kernel,
        knowsAddresses,
        other.knowsRanges,
        names);
  }

  /** The same appliance with another kernel and other names. */
  public Appliance with(KernelState newKernel, TableNames newNames) {
    return new Appliance(
        version,
        routeTables,
        workloadNetworks,
        anyipRoutes,
        haproxy,
        haproxyVersion,
        verdict,
        others,
        newKernel,
        knowsAddresses,
        knowsRanges,
        newNames);
  }
}
