package io.github.viplint.twin.route;

import io.github.viplint.model.Cidr;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.PolicyRule.Ports;
import io.github.viplint.twin.kernel.RouteText;
import io.github.viplint.twin.table.AddressBits;
import io.github.viplint.twin.table.Flow;
import io.github.viplint.twin.table.FlowKey;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a packet fits the selector of a policy rule: {@code fib_rule_match} of
 * net/core/fib_rules.c, {@code fib4_rule_match} and {@code fib6_rule_match}.
 */
final class Selector {
  /** The names of /etc/protocols that {@code ip rule} prints; others are taken for unknown. */
  private static final Map<String, Integer> PROTOCOLS =
      Map.ofEntries(
          Map.entry("icmp", 1),
          Map.entry("igmp", 2),
          Map.entry("tcp", 6),
          Map.entry("udp", 17),
          Map.entry("dccp", 33),
          Map.entry("gre", 47),
          Map.entry("esp", 50),
          Map.entry("ah", 51),
          Map.entry("ipv6-icmp", 58),
          Map.entry("ospf", 89),
          Map.entry("vrrp", 112),
          Map.entry("sctp", 132),
          Map.entry("udplite", 136));

  private static final int DSCP = 0xfc;

  enum Fit {
    YES,
    NO,
    /** It depends on what is not known of the rule or the packet. */
    OPEN
  }

  private final PolicyRule rule;
  private final FlowKey key;

  Selector(PolicyRule rule, FlowKey key) {
    this.rule = rule;
    this.key = key;
  }

  /** {@code not} inverts the whole of the selector. */
  Fit fit() {
    if (!fitsAddressesAndDevices()) {
      return rule.not() ? rule.unknown() ? Fit.OPEN : Fit.YES : Fit.NO;
    }
    Fit transport = rule.unknown() ? Fit.OPEN : fitsTransport();
    if (transport == Fit.OPEN) {
      return Fit.OPEN;
    }
    return (transport == Fit.YES) == rule.not() ? Fit.NO : Fit.YES;
  }

  private boolean fitsAddressesAndDevices() {
    return misfit().isEmpty();
  }

  /** The first part of the selector that the packet does not fit, in words. */
  private Optional<String> misfit() {
    if (rule.to().filter(to -> !holds(to, key.destination())).isPresent()) {
      return Optional.of(RouteText.prefix(rule.to().get()) + " does not hold " + key.destination());
    }
    if (rule.from().isPresent() && !fitsSource(rule.from().get())) {
      return Optional.of(
          key.source()
              .map(source -> RouteText.prefix(rule.from().get()) + " does not hold " + source)
              .orElse("the packet has no source yet"));
    }
    if (rule.iif().filter(name -> !name.equals(key.iif())).isPresent()) {
      return Optional.of(
          key.outgoing()
              ? "the packet did not come in by " + rule.iif().get()
              : "the packet came in by " + key.iif());
    }
    if (rule.oif().filter(name -> !key.oif().equals(Optional.of(name))).isPresent()) {
      return Optional.of("the packet is not bound to " + rule.oif().get());
    }
    if (rule.fwmark().filter(m -> ((key.mark() ^ m.value()) & m.mask()) != 0).isPresent()) {
      return Optional.of(
          key.mark() == 0
              ? "the packet has no mark"
              : "the packet has mark 0x" + Long.toHexString(key.mark()));
    }
    if (rule.tos().filter(tos -> (tos & DSCP) != key.tos()).isPresent()) {
      return Optional.of("the packet has tos 0x" + Integer.toHexString(key.tos()));
    }
    return Optional.empty();
  }

  /** A source that is not chosen yet is 0.0.0.0 or ::. */
  private boolean fitsSource(Cidr from) {
    return key.source().map(source -> holds(from, source)).orElse(from.prefixLength() == 0);
  }

  private static boolean holds(Cidr prefix, inet.ipaddr.IPAddress address) {
    if (prefix.address().isIPv4() != address.isIPv4()) {
      return false;
    }
    return AddressBits.of(prefix.address()).common(AddressBits.of(address))
        >= prefix.prefixLength();
  }

  private Fit fitsTransport() {
    if (rule.transport().isEmpty()) {
      return Fit.YES;
    }
    if (key.transport().isEmpty()) {
      return Fit.OPEN;
    }
    Flow.Transport packet = key.transport().get();
    PolicyRule.Transport wanted = rule.transport().get();
    if (fits(wanted.source(), packet.sourcePort())
        && fits(wanted.destination(), packet.destinationPort())) {
      return wanted.protocol().map(name -> fits(name, packet.protocol())).orElse(Fit.YES);
    }
    return Fit.NO;
  }

  private static boolean fits(Optional<Ports> ports, int port) {
    return ports.map(range -> range.contains(port)).orElse(true);
  }

  private static Fit fits(String name, int protocol) {
    Integer number = PROTOCOLS.get(name);
    if (number == null) {
      try {
        number = Integer.valueOf(name);
      } catch (NumberFormatException e) {
        return Fit.OPEN;
      }
    }
    return number == protocol ? Fit.YES : Fit.NO;
  }

  /** Why the packet passes by a rule that it does not fit. */
  String reason() {
    if (rule.not() && misfit().isEmpty()) {
      return "does not fit: the packet is what the rule leaves out";
    }
    return "does not fit: " + misfit().orElse("the packet has another protocol or port");
  }
}
