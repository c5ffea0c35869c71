package io.github.viplint.twin.routetables;

import io.github.viplint.model.NetInterface;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which interfaces route-tables takes the MAC field of a line for: those whose line of {@code ip -o
 * link} fits the field as a regular expression, in upper or lower case (gawk's IGNORECASE).
 */
final class LinkPattern {
  private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

  /** Nothing but letters, digits and separators: no regular expression but itself. */
  private static final Pattern LITERAL = Pattern.compile("[0-9a-z:_-]+");

  /** Words of such a line that are not the interface's own. */
  private static final List<String> FIXED =
      List.of(
          "mtu",
          "qdisc",
          "noqueue",
          "mq",
          "fq_codel",
          "pfifo_fast",
          "state",
          "up",
          "down",
          "unknown",
          "mode",
          "default",
          "group",
          "qlen",
          "link/ether",
          "link/loopback",
          "link-netnsid",
          "broadcast",
          "multicast",
          "loopback",
          "lower_up",
          "no-carrier",
          "brd",
          "ff:ff:ff:ff:ff:ff",
          "00:00:00:00:00:00");

  /** Less than that could be a number of something. */
  private static final int SHORTEST = 6;

  private LinkPattern() {}

  /**
   * The names, in order; empty when it can't be told.
   *
   * @param interfaces all of them
   */
  static Optional<List<String>> devices(String field, List<NetInterface> interfaces) {
    String literal = field.toLowerCase(Locale.ROOT);
    if (literal.isEmpty()) {
      return Optional.of(interfaces.stream().map(NetInterface::name).toList());
    }
    if (!LITERAL.matcher(literal).matches() || !isMac(literal) && isElsewhere(literal)) {
      return Optional.empty();
    }
    return Optional.of(
        interfaces.stream()
            .filter(device -> fits(literal, device))
            .map(NetInterface::name)
            .toList());
  }

  static boolean isMac(String field) {
    return MAC.matcher(field.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether it could be the number of an interface, or part of a word that many lines have. */
  private static boolean isElsewhere(String literal) {
    return literal.length() < SHORTEST || FIXED.stream().anyMatch(word -> word.contains(literal));
  }

  private static boolean fits(String literal, NetInterface device) {
    boolean loopback = device.flags().contains("LOOPBACK") || device.name().equals("lo");
    return (literal.equals("ff:ff:ff:ff:ff:ff") && !loopback)
        || (literal.equals("00:00:00:00:00:00") && loopback)
        || device.name().toLowerCase(Locale.ROOT).contains(literal)
        || device.mac().filter(mac -> mac.contains(literal)).isPresent();
  }
}
