package io.github.viplint.lint;

import io.github.viplint.capture.Role;
import io.github.viplint.model.Facts;
import io.github.viplint.model.HaproxyRelease;
import io.github.viplint.model.Host;
import io.github.viplint.model.Log;
import io.github.viplint.model.RouteAnswers;
import io.github.viplint.model.RouteAnswers.RouteAnswer;
import io.github.viplint.model.State;
import io.github.viplint.model.UnitState;
import io.github.viplint.model.Units;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.twin.Boot;
import io.github.viplint.twin.Deletions;
import io.github.viplint.twin.Operator;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.appliance.VersionEvidence;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.route.Routing;
import io.github.viplint.twin.table.Flow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One host as a rule sees it: the facts of its last state, and its twin. Immutable but for what it
 * works out once.
 */
public final class HostView {
  private final Host host;
  private final Once<KernelState> kernel = new Once<>(() -> KernelState.captured(state()));
  private final Once<Routing> routing = new Once<>(() -> new Routing(kernel()));
  private final Once<VersionEvidence> version;
  private final Once<Optional<Boot>> boot;

  private final CapturedKinds captured;

  private final Options options;

  private final Once<LogHits> hits = new Once<>(() -> LogHits.in(facts(Log.class)));

  HostView(Host host, Options options) {
    this.host = host;
    this.options = options;
    this.captured = new CapturedKinds(this);
    this.version = new Once<>(() -> VersionEvidence.of(state(), options.applianceVersion()));
    this.boot = new Once<>(() -> Boot.of(state(), version.get(), haproxyVersion()));
  }

  /** What was captured of its last state. */
  CapturedKinds captured() {
    return captured;
  }

  public Host host() {
    return host;
  }

  public String name() {
    return host.name();
  }

  /** The name within a sentence, {@code the appliance} where nothing named it. */
  public String called() {
    return host.called();
  }

  public boolean is(Role role) {
    return host.is(role);
  }

  /** The last state, the one to judge. */
  public State state() {
    return host.last();
  }

  /** All facts of this type in the last state. */
  public <T extends Facts> List<T> facts(Class<T> type) {
    return state().facts(type);
  }

  /** The one fact of this type in the last state. */
  public <T extends Facts> Optional<T> fact(Class<T> type) {
    return state().fact(type);
  }

  /**
   * The kernel's addresses, rules and tables as captured; what was not captured is unknown in it.
   */
  public KernelState kernel() {
    return kernel.get();
  }

  /** What the kernel itself said of the same packet, as captured. */
  public List<RouteAnswer> answers(Flow flow) {
    return facts(RouteAnswers.class).stream()
        .flatMap(captured -> captured.answers().stream())
        .filter(answer -> Flow.of(answer.question()).equals(flow))
        .toList();
  }

  /** Which way packets go on this host, as captured. */
  public Routing routing() {
    return routing.get();
  }

  /**
   * What the appliance does at the next boot with the captured files; empty when none of them was
   * captured.
   */
  public Optional<Boot> boot() {
    return boot.get();
  }

  /**
   * The appliance after a boot with the captured files, its units as captured, for commands to be
   * tried on; empty when none of its files was captured.
   */
  public Optional<Operator> operator() {
    return Operator.of(state(), version.get().version(), haproxyVersion());
  }

  /**
   * The release of its haproxy: as the user says, as its {@code haproxy -v} says, else the
   * appliance's.
   */
  HaproxyVersion haproxyVersion() {
    return options
        .haproxyVersion()
        .or(() -> fact(HaproxyRelease.class).map(HaproxyRelease::version))
        .orElse(HaproxyVersion.OF_APPLIANCE);
  }

  /** The captured rules and routes, for commands that delete some to be tried on. */
  public Deletions deletions() {
    return Deletions.of(state());
  }

  /** What anyip-routes does at the next boot with the captured file; empty without one. */
  public Optional<AnyipBoot> anyipBoot() {
    return boot().flatMap(Boot::anyipRoutes);
  }

  /**
   * The state of a systemd unit as last captured; {@code systemctl status} says more than {@code
   * list-units}.
   *
   * @param name without {@code .service}
   */
  public Optional<UnitState> unit(String name) {
    return facts(Units.class).stream()
        .sorted(Comparator.comparing(Units::listing).reversed())
        .flatMap(units -> units.units().stream())
        .filter(unit -> unit.name().equals(name))
        .reduce((first, last) -> last);
  }

  /** The log entries of this host that match the signature with this id, in the order written. */
  public List<LogHit> hits(String signature) {
    return hits.get().ofSignature(signature);
  }

  /** The log entries of this host that match a signature of the rule with this code. */
  public List<LogHit> hitsOfRule(String code) {
    return hits.get().ofRule(code);
  }
}
