package io.github.viplint.lint;

import io.github.viplint.capture.Role;
import io.github.viplint.log.LogHit;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Facts;
import io.github.viplint.model.Host;
import io.github.viplint.model.Log;
import io.github.viplint.model.State;
import io.github.viplint.twin.AnyipBoot;
import io.github.viplint.twin.KernelState;
import java.util.List;
import java.util.Optional;

/** One host as a rule sees it: the facts of its last state, and its twin. Immutable but for what it works out once. */
public final class HostView {
  private final Host host;
  private final SignatureSet signatures;
  private volatile @org.jspecify.annotations.Nullable KernelState kernel;
  private volatile @org.jspecify.annotations.Nullable List<LogHit> hits;

  HostView(Host host, SignatureSet signatures) {
    this.host = host;
    this.signatures = signatures;
  }

  public Host host() {
    return host;
  }

  public String name() {
    return host.name();
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

  /** The kernel's addresses, rules and tables as captured; what was not captured is unknown in it. */
  public KernelState kernel() {
    KernelState known = kernel;
    if (known == null) {
      known = KernelState.captured(state());
      kernel = known;
    }
    return known;
  }

  /** What anyip-routes does at the next boot with the captured file; empty without one. */
  public Optional<AnyipBoot> anyipBoot() {
    return fact(io.github.viplint.model.AnyipRoutes.class).map(file -> AnyipBoot.run(file, kernel()));
  }

  /** The log entries of this host that match this signature, in the order written. */
  public List<LogHit> hits(String signature) {
    List<LogHit> known = hits;
    if (known == null) {
      known = facts(Log.class).stream().flatMap(log -> signatures.scan(log).stream()).toList();
      hits = known;
    }
    return known.stream().filter(hit -> hit.signature().id().equals(signature)).toList();
  }
}
