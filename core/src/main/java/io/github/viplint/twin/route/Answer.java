package io.github.viplint.twin.route;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which way a packet goes, and why.
 *
 * @param device as {@code ip route get} prints it; {@code lo} for a local destination
 * @param via empty when the destination is on-link
 * @param source the one that the packet has, or that the kernel gives it
 * @param table what people call the table that answered: its name, else its number
 * @param rule the policy rule that decided
 * @param route the route that decided; with action {@link Action#UNKNOWN} for want of {@code ip
 *     rule}, the one that table main would take
 * @param possible the next hops that the kernel chooses among by the hash of the packet or the
 *     state of neighbours, which no capture shows; empty when there is one way only. The action is
 *     {@link Action#UNKNOWN} then, and device and source are given where all ways have the same
 * @param missing what was not captured and could decide: {@code ip rule}, {@code table main}; empty
 *     unless the action is {@link Action#UNKNOWN}
 * @param assumed what was not captured and was taken to be as it usually is: {@code table local
 *     holds nothing but the captured addresses}, {@code table default is empty}, {@code no rule was
 *     ever added} but those that the kernel starts with
 * @param trace every rule up to the one that decided, in order
 * @param reason what decided besides rules and routes, in one sentence: {@code rp_filter of eth1 is
 *     1, and the way back to 10.1.0.9 leaves by eth0}
 */
public record Answer(
    Action action,
    Optional<String> device,
    Optional<IPAddress> via,
    Optional<IPAddress> source,
    Optional<String> table,
    Optional<PolicyRule> rule,
    Optional<Route> route,
    List<NextHop> possible,
    List<String> missing,
    List<String> assumed,
    List<Step> trace,
    Optional<String> reason) {
  public Answer {
    possible = List.copyOf(possible);
    missing = List.copyOf(missing);
    assumed = List.copyOf(assumed);
    // worked out when it is read: it may be as long as the list of rules
    trace = Collections.unmodifiableList(trace);
  }

  /** One that only says how it ends, and why; no rule was asked. */
  static Answer of(Action action, String reason) {
    return of(action, Optional.empty(), Optional.empty()).because(reason);
  }

  /** One that no rule was asked for. */
  static Answer of(Action action, Optional<String> device, Optional<IPAddress> source) {
    return new Answer(
        action,
        device,
        Optional.empty(),
        source,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** The same, decided by what is neither a rule nor a route. */
  Answer because(String why) {
    return new Answer(
        action,
        device,
        via,
        source,
        table,
        rule,
        route,
        possible,
        missing,
        assumed,
        trace,
        Optional.of(why));
  }

  /** One that can't be given. */
  static Answer unknown(List<String> missing, Optional<Route> route) {
    return new Answer(
        Action.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        route,
        List.of(),
        missing,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** What becomes of the packet. */
  public enum Action {
    UNICAST,
    LOCAL,
    BROADCAST,
    MULTICAST,
    /** ENETUNREACH: no rule answers, or an {@code unreachable} rule does. */
    NONE,
    /**
     * EHOSTUNREACH: an {@code unreachable} route, or a packet to forward on a host that doesn't.
     */
    UNREACHABLE,
    /** EACCES. */
    PROHIBIT,
    /** EINVAL: a {@code blackhole}, or a packet that the kernel drops as a martian. */
    BLACKHOLE,
    /** Something that was not captured could decide. */
    UNKNOWN;

    /** As reports spell it: {@code unicast}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the packet goes somewhere. */
    public boolean delivers() {
      return this == UNICAST || this == LOCAL || this == BROADCAST || this == MULTICAST;
    }
  }

  /**
   * One rule that was asked.
   *
   * @param table what people call the table that it looked in, where it did
   * @param route the route found there
   * @param outcome what came of it, in a few words: {@code does not fit: the packet has no mark},
   *     {@code no route}, {@code default via 10.244.0.1 dev eth1}
   */
  public record Step(
      PolicyRule rule, Optional<String> table, Optional<Route> route, String outcome) {
    /** The outcome with the table that it came from: {@code table 200: no route}. */
    public String found() {
      return table.map(name -> "table " + name + ": ").orElse("") + outcome;
    }
  }

  /** How it ends, in a few words: {@code leaves by eth1 via 10.244.0.1, table 200}. */
  public String shown() {
    return switch (action) {
      case UNICAST -> "leaves by " + hop();
      case MULTICAST -> "multicast, by " + hop();
      case BROADCAST -> "broadcast, by " + hop();
      case LOCAL -> "is this host" + shownSource() + shownTable();
      case NONE -> "no way: Network is unreachable";
      case UNREACHABLE -> "refused: No route to host" + shownTable();
      case PROHIBIT -> "refused: Permission denied" + shownTable();
      case BLACKHOLE -> "dropped: Invalid argument" + shownTable();
      case UNKNOWN -> "open";
    };
  }

  private String hop() {
    return device.orElse("?")
        + via.map(router -> " via " + router).orElse(", on-link")
        + shownSource()
        + shownTable();
  }

  private String shownSource() {
    return source.map(address -> ", source " + address).orElse("");
  }

  private String shownTable() {
    return table.map(name -> ", table " + name).orElse("");
  }
}
