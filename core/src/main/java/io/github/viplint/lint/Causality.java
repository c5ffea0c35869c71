package io.github.viplint.lint;

import static io.github.viplint.lint.Condition.Kind.BACKEND_DOWN;
import static io.github.viplint.lint.Condition.Kind.BIND_FAILED;
import static io.github.viplint.lint.Condition.Kind.CLIENT_EOF;
import static io.github.viplint.lint.Condition.Kind.CLIENT_NO_ROUTE;
import static io.github.viplint.lint.Condition.Kind.CLIENT_REFUSED;
import static io.github.viplint.lint.Condition.Kind.CLIENT_TIMEOUT;
import static io.github.viplint.lint.Condition.Kind.HAPROXY_DOWN;
import static io.github.viplint.lint.Condition.Kind.LB_NOT_UPDATED;
import static io.github.viplint.lint.Condition.Kind.LINES_NOT_REACHED;
import static io.github.viplint.lint.Condition.Kind.LOOKUP_FAILED;
import static io.github.viplint.lint.Condition.Kind.MISROUTED;
import static io.github.viplint.lint.Condition.Kind.NOT_LOCAL;
import static io.github.viplint.lint.Condition.Kind.RANGE_NOT_REACHED;
import static io.github.viplint.lint.Condition.Kind.RANGE_NOT_SERVED;
import static io.github.viplint.lint.Condition.Kind.REJECTION_LOGGED;
import static io.github.viplint.lint.Condition.Kind.RULES_LEFT;
import static io.github.viplint.lint.Condition.Kind.START_LIMIT_HIT;
import static io.github.viplint.lint.Condition.Kind.SYNC_FAILED;
import static io.github.viplint.lint.Condition.Kind.UNIT_FAILED;

import inet.ipaddr.ipv4.IPv4Address;
import io.github.viplint.lint.Condition.Kind;
import io.github.viplint.model.AddressRange;
import java.util.List;

/**
 * What follows from what, each step with its source. Steps lead from earlier to later kinds of
 * {@link Condition.Kind}, so there are no cycles.
 */
final class Causality {
  private static final String ANYIP_ROUTES = "anyip-routes";
  private static final String ROUTE_TABLES = "route-tables";
  private static final String HAPROXY = "haproxy";
  private static final AddressRange ALL_IPV4 =
      new AddressRange(new IPv4Address(0), new IPv4Address(-1));

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
              notLocal(condition));
      // read of the shell, which anyiproutectl.sh loops on, drops a last line without newline.
      case RANGE_NOT_REACHED, RANGE_UNREAD, NO_RANGES, RANGE_NOT_SERVED ->
          List.of(notLocal(condition));
      // rtctl's script runs under errexit too.
      case ROUTE_TABLE_REJECTED -> List.of(Condition.ofUnit(UNIT_FAILED, host, ROUTE_TABLES));
      case UNIT_FAILED -> failedUnit(condition);
      // haproxy binds only what is local (ip(7), IP_FREEBIND); ARP for an address that is not local
      // stays unanswered.
      case NOT_LOCAL ->
          List.of(
              same(BIND_FAILED, condition),
              same(CLIENT_NO_ROUTE, condition),
              same(CLIENT_TIMEOUT, condition));
      // bind(2), EADDRINUSE: a socket without SO_REUSEPORT, or of another user, shares its port
      // with nobody.
      case PORT_IN_USE -> List.of(same(BIND_FAILED, condition));
      // One bind that fails stops the whole process (haproxy.c, "Some protocols failed to start
      // their listeners").
      case BIND_FAILED -> List.of(Condition.everything(HAPROXY_DOWN, host));
      case HAPROXY_DOWN ->
          List.of(
              Condition.ofUnit(START_LIMIT_HIT, host, HAPROXY),
              same(CLIENT_REFUSED, condition),
              // the Data Plane API reloads haproxy only, and a reload does not start it
              Condition.everything(LB_NOT_UPDATED, host));
      // rtctl of v0.2.0 adds its rules at each start and each change of its file.
      case RULES_KEPT -> List.of(same(RULES_LEFT, condition));
      // Workload Management adds a rule for each DNS server of the workload network.
      case DNS_SHARED -> List.of(same(MISROUTED, condition));
      case NOT_SERVED -> List.of(same(CLIENT_REFUSED, condition));
      // net/ipv4/arp.c, arp_process: a local address answers ARP, and the segment's packets for the
      // gateway end on the appliance.
      case GATEWAY_TAKEN ->
          List.of(
              Condition.everything(CLIENT_NO_ROUTE, host),
              Condition.everything(CLIENT_TIMEOUT, host));
      // A route of type local is taken before any other: haproxy connects to itself.
      case SERVERS_SHADOWED -> List.of(same(BACKEND_DOWN, condition), same(CLIENT_EOF, condition));
      // In mode tcp haproxy accepts first and closes when there is no server (haproxy stream.c).
      case BACKEND_DOWN -> List.of(same(CLIENT_EOF, condition));
      case MISROUTED -> List.of(same(LOOKUP_FAILED, condition));
      // The control plane finds vCenter by name, and retries its configuration until it does.
      case LOOKUP_FAILED -> List.of(Condition.everything(SYNC_FAILED, host));
      case REJECTION_LOGGED,
          LINES_NOT_REACHED,
          START_LIMIT_HIT,
          RULES_LEFT,
          CLIENT_REFUSED,
          CLIENT_NO_ROUTE,
          CLIENT_TIMEOUT,
          CLIENT_EOF,
          LB_NOT_UPDATED,
          SYNC_FAILED ->
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
              notLocal(condition));
      case RANGE_NOT_REACHED, RANGE_UNREAD, NO_RANGES -> List.of(notLocal(condition));
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
        ? List.of(Condition.of(NOT_LOCAL, host, ALL_IPV4), givenUp)
        : List.of(givenUp);
  }

  /** Ranges make IPv4 addresses local only: of an IPv6 one, haproxy can bind none. */
  private static Condition notLocal(Condition condition) {
    return condition.subject() instanceof Condition.Everything
        ? Condition.of(NOT_LOCAL, condition.host(), ALL_IPV4)
        : same(NOT_LOCAL, condition);
  }

  private static Condition same(Kind kind, Condition condition) {
    return new Condition(kind, condition.host(), condition.subject());
  }
}
