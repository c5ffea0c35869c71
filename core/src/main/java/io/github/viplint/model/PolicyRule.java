package io.github.viplint.model;

import io.github.viplint.capture.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * One rule of the routing policy database (ip-rule(8)).
 *
 * @param span the line
 * @param not inverts the whole of the selector
 * @param from empty for {@code all}; host bits as printed, the kernel masks them
 * @param to empty when not given
 * @param tos the DSCP and the two bits behind it, as printed
 * @param transport what is asked of the protocol above IP; empty for nothing
 * @param unknown whether the line holds a selector or action that was not understood, so that
 *     nothing may be concluded from it
 */
public record PolicyRule(
    Span span,
    long priority,
    boolean not,
    Optional<Cidr> from,
    Optional<Cidr> to,
    Optional<String> iif,
    Optional<String> oif,
    Optional<FwMark> fwmark,
    Optional<Integer> tos,
    Optional<Transport> transport,
    Action action,
    boolean unknown) {

  /** {@code fwmark VALUE/MASK}; the mask is all ones when not printed. */
  public record FwMark(long value, long mask) {}

  /**
   * {@code ipproto P sport A-B dport A-B}; at least one of them.
   *
   * @param protocol as printed, by name or by number
   */
  public record Transport(
      Optional<String> protocol, Optional<Ports> source, Optional<Ports> destination) {}

  /** A range of ports, both ends included. */
  public record Ports(int first, int last) {
    /** Whether {@code port} lies in it. */
    public boolean contains(int port) {
      return first <= port && port <= last;
    }

    /** {@code 80} or {@code 1000-2000}, as {@code ip rule} prints it. */
    @Override
    public String toString() {
      return first == last ? Integer.toString(first) : first + "-" + last;
    }
  }

  /** What a rule does with a packet that matches. */
  public sealed interface Action {}

  /**
   * Looks the destination up in a table.
   *
   * @param table name or number, as printed
   * @param suppressPrefixLength ignores answers with a prefix length of this or less
   * @param suppressGroup ignores answers whose device is in this interface group
   */
  public record Lookup(
      String table, Optional<Integer> suppressPrefixLength, Optional<String> suppressGroup)
      implements Action {}

  /** Continues at the first rule with priority {@code target}. */
  public record Goto(long target, boolean resolved) implements Action {}

  public record Nop() implements Action {}

  /** Ends the lookup: the sender sees ENETUNREACH. */
  public record Unreachable() implements Action {}

  /** Ends the lookup: the sender sees EACCES. */
  public record Prohibit() implements Action {}

  /** Ends the lookup: the sender sees EINVAL. */
  public record Blackhole() implements Action {}

  /** The selector as {@code ip rule} prints it: {@code from all to 10.0.0.0/8}. */
  public String selector() {
    StringBuilder text = new StringBuilder(not ? "not from " : "from ");
    text.append(from.map(PolicyRule::prefix).orElse("all"));
    to.ifPresent(value -> text.append(" to ").append(prefix(value)));
    tos.ifPresent(value -> text.append(" tos 0x").append(Integer.toHexString(value)));
    fwmark.ifPresent(
        value -> {
          text.append(" fwmark 0x").append(Long.toHexString(value.value()));
          if (value.mask() != 0xffffffffL) {
            text.append("/0x").append(Long.toHexString(value.mask()));
          }
        });
    iif.ifPresent(value -> text.append(" iif ").append(value));
    oif.ifPresent(value -> text.append(" oif ").append(value));
    transport.ifPresent(
        value -> {
          value.protocol().ifPresent(protocol -> text.append(" ipproto ").append(protocol));
          value.source().ifPresent(ports -> text.append(" sport ").append(ports));
          value.destination().ifPresent(ports -> text.append(" dport ").append(ports));
        });
    return text.toString();
  }

  /** Selector and action as {@code ip rule} prints them, without the priority. */
  public String shown() {
    return selector() + " " + describe(action);
  }

  private static String describe(Action action) {
    if (action instanceof Lookup lookup) {
      return "lookup "
          + lookup.table()
          + lookup.suppressPrefixLength().map(n -> " suppress_prefixlength " + n).orElse("")
          + lookup.suppressGroup().map(g -> " suppress_ifgroup " + g).orElse("");
    }
    if (action instanceof Goto jump) {
      return "goto " + jump.target() + (jump.resolved() ? "" : " [unresolved]");
    }
    return action.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String prefix(Cidr cidr) {
    return cidr.prefixLength() == cidr.address().getBitCount()
        ? cidr.address().toString()
        : cidr.toString();
  }
}
