package io.github.viplint.read.net;

import io.github.viplint.capture.Span;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.PolicyRule.Action;
import io.github.viplint.model.PolicyRule.FwMark;
import io.github.viplint.model.PolicyRule.Ports;
import io.github.viplint.model.PolicyRule.Transport;
import io.github.viplint.read.line.Numbers;
import io.github.viplint.read.line.UnreadableLine;
import io.github.viplint.read.line.Words;
import java.util.Optional;

/** A line of {@code ip rule show} while it is read. What it holds by then stays after an error. */
final class PolicyRuleLine {
  private static final long MAX_32 = 0xffffffffL;

  private final long priority;
  private boolean not;
  private Optional<Cidr> from = Optional.empty();
  private Optional<Cidr> to = Optional.empty();
  private Optional<String> iif = Optional.empty();
  private Optional<String> oif = Optional.empty();
  private Optional<FwMark> fwmark = Optional.empty();
  private Optional<Integer> tos = Optional.empty();
  private Optional<String> protocol = Optional.empty();
  private Optional<Ports> sourcePorts = Optional.empty();
  private Optional<Ports> destinationPorts = Optional.empty();
  private Optional<Action> action = Optional.empty();
  boolean unknown;

  PolicyRuleLine(long priority) {
    this.priority = priority;
  }

  /** Reads what follows the priority. */
  void read(Words words) throws UnreadableLine {
    if (priority > MAX_32) {
      throw new UnreadableLine("no priority is that large");
    }
    not = words.skip("not");
    while (words.more()) {
      read(words.take().text(), words);
    }
    if (action.isEmpty()) {
      throw new UnreadableLine("the rule has no action");
    }
  }

  private void read(String keyword, Words words) throws UnreadableLine {
    switch (keyword) {
      case "from" -> from = words.selector(keyword);
      case "to" -> to = words.selector(keyword);
      case "iif", "dev" -> iif = device(keyword, words);
      case "oif" -> oif = device(keyword, words);
      case "fwmark" -> fwmark = Optional.of(fwmark(words.value(keyword)));
      case "tos", "dsfield" -> tos(words.value(keyword));
      case "lookup", "table" -> act(lookup(words));
      case "goto" -> act(jump(words));
      case "nop" -> act(new PolicyRule.Nop());
      case "unreachable" -> act(new PolicyRule.Unreachable());
      case "prohibit" -> act(new PolicyRule.Prohibit());
      case "blackhole" -> act(new PolicyRule.Blackhole());
      // say nothing about which packets match, nor where they go
      case "proto", "protocol", "realms", "realm" -> words.value(keyword);
      case "ipproto" -> protocol = Optional.of(words.value(keyword));
      case "sport" -> sourcePorts = ports(keyword, words);
      case "dport" -> destinationPorts = ports(keyword, words);
      // select by what a lookup for an address doesn't know
      case "uidrange", "tun_id", "dscp", "flowlabel" -> {
        words.value(keyword);
        unknown = true;
      }
      // actions that Linux no longer has
      case "map-to" -> {
        words.value(keyword);
        unknown = true;
      }
      case "masquerade" -> unknown = true;
      default -> throw new UnreadableLine("a word of the rule is not known");
    }
  }

  private static Optional<String> device(String keyword, Words words) throws UnreadableLine {
    String name = words.value(keyword);
    words.skip("[detached]");
    return Optional.of(name);
  }

  private static Optional<Ports> ports(String keyword, Words words) throws UnreadableLine {
    String text = words.value(keyword);
    int dash = text.indexOf('-');
    Optional<Integer> first = port(dash < 0 ? text : text.substring(0, dash));
    Optional<Integer> last = dash < 0 ? first : port(text.substring(dash + 1));
    if (first.isEmpty() || last.isEmpty()) {
      throw new UnreadableLine("'" + keyword + "' is followed by no port or range of ports");
    }
    return Optional.of(new Ports(first.get(), last.get()));
  }

  private static Optional<Integer> port(String text) {
    return Numbers.parse(text).filter(value -> value <= 0xffff).map(Long::intValue);
  }

  private static FwMark fwmark(String text) throws UnreadableLine {
    int slash = text.indexOf('/');
    return new FwMark(
        mark(slash < 0 ? text : text.substring(0, slash)),
        slash < 0 ? MAX_32 : mark(text.substring(slash + 1)));
  }

  private static long mark(String text) throws UnreadableLine {
    return Numbers.parse(text)
        .filter(value -> value <= MAX_32)
        .orElseThrow(() -> new UnreadableLine("'fwmark' is followed by no mark"));
  }

  /** A number, or a name of /etc/iproute2/rt_dsfield, which is not known here. */
  private void tos(String text) {
    tos = Numbers.parse(text).filter(value -> value <= 255).map(Long::intValue);
    unknown |= tos.isEmpty();
  }

  private Action lookup(Words words) throws UnreadableLine {
    String table = words.value("lookup");
    // looks up the table of the device's VRF, and matches only packets of a VRF
    unknown |= table.equals("[l3mdev-table]");
    Optional<Integer> prefixLength = Optional.empty();
    Optional<String> group = Optional.empty();
    while (words.peek().startsWith("suppress_")) {
      if (words.skip("suppress_prefixlength")) {
        prefixLength = Optional.of((int) words.number("suppress_prefixlength", 128));
      } else if (words.skip("suppress_ifgroup")) {
        group = Optional.of(words.value("suppress_ifgroup"));
      } else {
        throw new UnreadableLine("a word of the rule is not known");
      }
    }
    return new PolicyRule.Lookup(table, prefixLength, group);
  }

  private static Action jump(Words words) throws UnreadableLine {
    if (words.skip("none")) {
      return new PolicyRule.Goto(0, false);
    }
    long target = words.number("goto", MAX_32);
    return new PolicyRule.Goto(target, !words.skip("[unresolved]"));
  }

  private void act(Action read) throws UnreadableLine {
    if (action.isPresent()) {
      throw new UnreadableLine("the rule has two actions");
    }
    action = Optional.of(read);
  }

  private Optional<Transport> transport() {
    return protocol.isEmpty() && sourcePorts.isEmpty() && destinationPorts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Transport(protocol, sourcePorts, destinationPorts));
  }

  /** Whether an address of its selectors is one of IPv6. */
  boolean namesIpv6() {
    return from.or(() -> to).filter(prefix -> prefix.address().isIPv6()).isPresent();
  }

  /** The rule; one without an action that could be read is unknown and does nothing. */
  PolicyRule build(Span span) {
    return new PolicyRule(
        span,
        priority,
        not,
        from,
        to,
        iif,
        oif,
        fwmark,
        tos,
        transport(),
        action.orElseGet(PolicyRule.Nop::new),
        unknown);
  }
}
