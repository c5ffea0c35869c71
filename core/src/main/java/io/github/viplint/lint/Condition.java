package io.github.viplint.lint;

import io.github.viplint.model.AddressRange;
import io.github.viplint.model.Endpoint;
import java.util.Objects;

/**
 * A state of the world that a finding shows: "10.10.18.16/28 is not local on haproxy". What follows
 * from what is written in {@link Causality} and nowhere else.
 *
 * @param host the name of the host that it is a state of, which need not be the one it was seen
 *     from
 */
public record Condition(Kind kind, String host, Subject subject) {
  public Condition {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(host);
    Objects.requireNonNull(subject);
  }

  /** In causal order: a condition leads to later ones only. */
  public enum Kind {
    /** A line of anyip-routes.cfg is refused. Subject: the range, masked down. */
    RANGE_REJECTED,
    /** The log of anyip-routes shows a refused line that its file still has. Subject: the range. */
    REJECTION_LOGGED,
    /** Lines of anyip-routes.cfg that hold no range are never reached. Subject: everything. */
    LINES_NOT_REACHED,
    /** A line of anyip-routes.cfg is never reached. Subject: the range. */
    RANGE_NOT_REACHED,
    /** The last line of anyip-routes.cfg is never read. Subject: the range. */
    RANGE_UNREAD,
    /** anyip-routes.cfg has no range at all. Subject: everything. */
    NO_RANGES,
    /**
     * vCenter takes VIPs from a range that no line of anyip-routes.cfg holds. Subject: the range.
     */
    RANGE_NOT_SERVED,
    /** route-tables never deletes its policy rules. Subject: everything. */
    RULES_KEPT,
    /** Policy rules are left of an earlier start. Subject: everything. */
    RULES_LEFT,
    /** A line of route-tables.cfg makes its service fail. Subject: the unit route-tables. */
    ROUTE_TABLE_REJECTED,
    /** A systemd unit other than haproxy failed. Subject: the unit. */
    UNIT_FAILED,
    /** Addresses that ought to be local are not. Subject: the range or address. */
    NOT_LOCAL,
    /** Something else listens where haproxy wants to. Subject: the address and port. */
    PORT_IN_USE,
    /** haproxy can't bind. Subject: the address and port. */
    BIND_FAILED,
    /** haproxy does not run. Subject: everything. */
    HAPROXY_DOWN,
    /** systemd gave up starting a unit. Subject: the unit. */
    START_LIMIT_HIT,
    /** No frontend answers at an address and port. */
    NOT_SERVED,
    /** Management and workload use one DNS server. Subject: its address. */
    DNS_SHARED,
    /** A packet leaves by the wrong interface. Subject: its destination. */
    MISROUTED,
    /** The appliance answers ARP for a gateway. Subject: everything. */
    GATEWAY_TAKEN,
    /** Servers behind a VIP lie in a VIP range. Subject: the VIP and port. */
    SERVERS_SHADOWED,
    /** All servers behind a VIP are down. Subject: the VIP and port. */
    BACKEND_DOWN,
    /** A name server did not answer a control plane VM. Subject: the name server. */
    LOOKUP_FAILED,
    /** A client got "connection refused". Subject: the address and port. */
    CLIENT_REFUSED,
    /** A client got "no route to host". Subject: the address and port. */
    CLIENT_NO_ROUTE,
    /** A client got no answer. Subject: the address and port. */
    CLIENT_TIMEOUT,
    /** A client's connection ended at once. Subject: the address and port. */
    CLIENT_EOF,
    /** vCenter or a service waits for its VIP. Subject: everything. */
    LB_NOT_UPDATED,
    /** An operation of vCenter on the Supervisor failed. Subject: everything. */
    SYNC_FAILED
  }

  /** What a condition is about. */
  public sealed interface Subject {
    /** Whether a condition about this includes the same condition about {@code other}. */
    boolean contains(Subject other);
  }

  /** Everything of that kind on the host. */
  public record Everything() implements Subject {
    @Override
    public boolean contains(Subject other) {
      return true;
    }

    @Override
    public String toString() {
      return "everything";
    }
  }

  public record Addresses(AddressRange range) implements Subject {
    @Override
    public boolean contains(Subject other) {
      return other instanceof Addresses inner && range.contains(inner.range)
          || other instanceof Service service && range.contains(service.endpoint.address());
    }

    @Override
    public String toString() {
      return range.toString();
    }
  }

  public record Service(Endpoint endpoint) implements Subject {
    @Override
    public boolean contains(Subject other) {
      return equals(other);
    }

    @Override
    public String toString() {
      return endpoint.toString();
    }
  }

  /** A systemd unit, without {@code .service}. */
  public record Unit(String name) implements Subject {
    @Override
    public boolean contains(Subject other) {
      return equals(other);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  public static Condition everything(Kind kind, String host) {
    return new Condition(kind, host, new Everything());
  }

  public static Condition of(Kind kind, String host, AddressRange range) {
    return new Condition(kind, host, new Addresses(range));
  }

  public static Condition of(Kind kind, String host, Endpoint endpoint) {
    return new Condition(kind, host, new Service(endpoint));
  }

  public static Condition ofUnit(Kind kind, String host, String unit) {
    return new Condition(kind, host, new Unit(unit));
  }

  /**
   * Whether this state includes {@code shown}: same kind, same host, and its subject contains the
   * other's.
   */
  public boolean includes(Condition shown) {
    return kind == shown.kind && host.equals(shown.host) && subject.contains(shown.subject);
  }
}
