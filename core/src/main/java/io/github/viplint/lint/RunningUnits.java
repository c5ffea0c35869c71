package io.github.viplint.lint;

import io.github.viplint.lint.Condition.Kind;
import io.github.viplint.lint.Condition.Unit;
import java.util.List;

/**
 * The captured states of systemd units: whether one runs that ought to have failed. That one failed
 * is a finding of its own.
 */
final class RunningUnits implements Witness {
  private final HostView host;

  RunningUnits(HostView host) {
    this.host = host;
  }

  @Override
  public List<Evidence> on(Condition condition) {
    if (condition.kind() == Kind.HAPROXY_DOWN) {
      return running("haproxy");
    }
    return condition.kind() == Kind.UNIT_FAILED && condition.subject() instanceof Unit unit
        ? running(unit.name())
        : List.of();
  }

  private List<Evidence> running(String name) {
    return host.unit(name)
        .filter(unit -> unit.active().equals("active"))
        .map(
            unit ->
                List.of(
                    new Evidence(
                        unit.span(),
                        Evidence.Says.CONTRADICTS,
                        unit.unit()
                            + " is active: the file has changed since, or the service was not"
                            + " restarted")))
        .orElse(List.of());
  }
}
