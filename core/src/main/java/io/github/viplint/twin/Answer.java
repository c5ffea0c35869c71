package io.github.viplint.twin;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which way a packet goes, and why.
 *
 * @param device as {@code ip route get} prints it; {@code lo} for a local destination
 * @param via empty when the destination is on-link
 * @param table the name or id of the table that answered
 * @param rule the policy rule that decided
 * @param route the route that decided
 * @param missing what was not captured and could decide: {@code ip rule}, {@code table main}; empty
 *     unless the action is {@link Action#UNKNOWN}
 * @param trace every rule that was asked, in order
 */
public record Answer(
    Action action,
    Optional<String> device,
    Optional<IPAddress> via,
    Optional<IPAddress> source,
    Optional<String> table,
    Optional<PolicyRule> rule,
    Optional<Route> route,
    List<String> missing,
    List<Step> trace) {
  public Answer {
    missing = List.copyOf(missing);
    trace = List.copyOf(trace);
  }

  public enum Action {
    UNICAST,
    LOCAL,
    BROADCAST,
    MULTICAST,
    /** ENETUNREACH: no rule answers, or an {@code unreachable} rule does. */
    NONE,
    /** EHOSTUNREACH: an {@code unreachable} route. */
    UNREACHABLE,
    /** EACCES. */
    PROHIBIT,
    /** EINVAL. */
    BLACKHOLE,
    /** Something that was not captured could decide. */
    UNKNOWN;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One rule that was asked.
   *
   * @param table the table that it looked in, where it did
   * @param route the route found there
   * @param outcome what came of it, in a few words: {@code no match}, {@code default via 10.244.0.1
   *     dev eth1}
   */
  public record Step(
      PolicyRule rule, Optional<String> table, Optional<Route> route, String outcome) {}
}
