package io.github.viplint.lint;

import static io.github.viplint.lint.Condition.Kind.BIND_FAILED;
import static io.github.viplint.lint.Condition.Kind.CLIENT_NO_ROUTE;
import static io.github.viplint.lint.Condition.Kind.CLIENT_REFUSED;
import static io.github.viplint.lint.Condition.Kind.HAPROXY_DOWN;
import static io.github.viplint.lint.Condition.Kind.LINES_NOT_REACHED;
import static io.github.viplint.lint.Condition.Kind.NOT_LOCAL;
import static io.github.viplint.lint.Condition.Kind.RANGE_NOT_REACHED;
import static io.github.viplint.lint.Condition.Kind.REJECTION_LOGGED;
import static io.github.viplint.lint.Condition.Kind.START_LIMIT_HIT;
import static io.github.viplint.lint.Condition.Kind.UNIT_FAILED;

import io.github.viplint.lint.Condition.Kind;
import java.util.List;

/**
 * What follows from what, each step with its source. Steps lead from earlier to later kinds of
 * {@link Condition.Kind}, so there are no cycles.
 */
final class Causality {
  private static final String ANYIP_ROUTES = "anyip-routes";
  private static final String ROUTE_TABLES = "route-tables";
  private static final String HAPROXY = "haproxy";

  private Causality() {}

  /** What follows at once from {@code condition}, on the same host. */
  static List<Condition> consequences(Condition condition) {
    String host = condition.host();
    return switch (condition.kind()) {
      // anyiproutectl.sh runs under errexit: the first refused line ends it, the unit fails, and
      // its ExecStopPost
      // deletes what had been added.
      case RANGE_REJECTED ->
          List.of(
              same(REJECTION_LOGGED, condition),
              Condition.everything(LINES_NOT_REACHED, host),
              Condition.everything(RANGE_NOT_REACHED, host),
              Condition.ofUnit(UNIT_FAILED, host, ANYIP_ROUTES),
              same(NOT_LOCAL, condition));
      // read of the shell, which anyiproutectl.sh loops on, drops a last line without newline.
      case RANGE_NOT_REACHED, RANGE_UNREAD, NO_RANGES -> List.of(same(NOT_LOCAL, condition));
      // rtctl's script runs under errexit too.
      case ROUTE_TABLE_REJECTED -> List.of(Condition.ofUnit(UNIT_FAILED, host, ROUTE_TABLES));
      case UNIT_FAILED -> failedUnit(condition);
      // haproxy binds only what is local (ip(7), IP_FREEBIND); ARP for an address that is not local
      // stays unanswered.
      case NOT_LOCAL -> List.of(same(BIND_FAILED, condition), same(CLIENT_NO_ROUTE, condition));
      // bind(2), EADDRINUSE: a socket without SO_REUSEPORT, or of another user, shares its port
      // with
      // nobody.
      case PORT_IN_USE -> List.of(same(BIND_FAILED, condition));
      // One bind that fails stops the whole process (haproxy.c, "Some protocols failed to start
      // their listeners").
      case BIND_FAILED -> List.of(Condition.everything(HAPROXY_DOWN, host));
      case HAPROXY_DOWN ->
          List.of(
              Condition.ofUnit(START_LIMIT_HIT, host, HAPROXY), same(CLIENT_REFUSED, condition));
      case NOT_SERVED -> List.of(same(CLIENT_REFUSED, condition));
      case REJECTION_LOGGED,
          LINES_NOT_REACHED,
          START_LIMIT_HIT,
          MISROUTED,
          CLIENT_REFUSED,
          CLIENT_NO_ROUTE ->
          List.of();
    };
  }

  /**
   * What must have come of {@code condition}, if it holds: the steps of {@link #consequences} that
   * need nothing else.
   */
  static List<Condition> certain(Condition condition) {
    String host = condition.host();
    return switch (condition.kind()) {
      case RANGE_REJECTED ->
          List.of(
              same(REJECTION_LOGGED, condition),
              Condition.ofUnit(UNIT_FAILED, host, ANYIP_ROUTES),
              same(NOT_LOCAL, condition));
      case RANGE_NOT_REACHED, RANGE_UNREAD, NO_RANGES -> List.of(same(NOT_LOCAL, condition));
      case ROUTE_TABLE_REJECTED -> List.of(Condition.ofUnit(UNIT_FAILED, host, ROUTE_TABLES));
      case PORT_IN_USE -> List.of(same(BIND_FAILED, condition));
      case BIND_FAILED -> List.of(Condition.everything(HAPROXY_DOWN, host));
      // an address that is not local harms nobody who does not bind it
      default -> List.of();
    };
  }

  private static List<Condition> failedUnit(Condition condition) {
    String host = condition.host();
    // systemd.unit(5), StartLimitBurst: five failed starts in a row and it gives up.
    Condition givenUp = same(START_LIMIT_HIT, condition);
    return condition.subject().equals(new Condition.Unit(ANYIP_ROUTES))
        ? List.of(Condition.everything(NOT_LOCAL, host), givenUp)
        : List.of(givenUp);
  }

  private static Condition same(Kind kind, Condition condition) {
    return new Condition(kind, condition.host(), condition.subject());
  }
}
