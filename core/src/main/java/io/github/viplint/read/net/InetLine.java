package io.github.viplint.read.net;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Capture;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.NetInterface.Address;
import io.github.viplint.read.line.UnreadableLine;
import io.github.viplint.read.line.Words;
import io.github.viplint.read.line.Words.Word;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code ip addr} says of one address, behind {@code inet}: {@code 10.0.0.5/24 brd 10.0.0.255
 * scope global secondary eth0}.
 */
final class InetLine {
  /** ip-address(8). The last word of an IPv4 address that is none of these is its label. */
  private static final Set<String> FLAGS =
      Set.of(
          "secondary",
          "temporary",
          "dynamic",
          "noprefixroute",
          "deprecated",
          "tentative",
          "dadfailed",
          "home",
          "nodad",
          "mngtmpaddr",
          "optimistic",
          "permanent",
          "autojoin",
          "stable-privacy");

  private InetLine() {}

  /** Reads all that is left of {@code words}. */
  static Address read(Capture capture, Words words) throws UnreadableLine {
    Address address = brief(capture, words);
    Optional<IPAddress> broadcast = Optional.empty();
    Optional<String> scope = Optional.empty();
    Set<String> flags = new HashSet<>();
    while (words.more()) {
      String word = words.take().text();
      switch (word) {
        case "brd" -> broadcast = Optional.of(words.address(word));
        case "scope" -> scope = Optional.of(words.value(word));
        case "metric", "proto", "any", "flags" -> words.value(word);
        default -> {
          boolean label = address.cidr().address().isIPv4() && !words.more();
          if (!label || FLAGS.contains(word)) {
            flags.add(word);
          }
        }
      }
    }
    return new Address(address.span(), address.cidr(), broadcast, address.peer(), scope, flags);
  }

  /** Reads an address and perhaps its peer; {@code ip -br addr} prints no more. */
  static Address brief(Capture capture, Words words) throws UnreadableLine {
    if (!words.more()) {
      throw new UnreadableLine("no address where one should stand");
    }
    Word local = words.take();
    Optional<Cidr> peer = words.skip("peer") ? words.selector("peer") : Optional.empty();
    // with a peer, the prefix length is the peer's
    Cidr cidr =
        (peer.isPresent()
                ? AddressText.cidrOrAddress(local.text())
                : AddressText.cidr(local.text()))
            .orElseThrow(() -> new UnreadableLine("no address where one should stand"));
    return new Address(
        capture.span(local.start(), local.end()),
        cidr,
        Optional.empty(),
        peer,
        Optional.empty(),
        Set.of());
  }
}
