package io.github.viplint.read.net;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Capture;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import io.github.viplint.read.line.Numbers;
import io.github.viplint.read.line.UnreadableLine;
import io.github.viplint.read.line.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A route of {@code ip route show} while it is read. Attributes come in any order. A word that is
 * no attribute is a flag, and a number behind it is its value: iproute2 gains new ones all the
 * time, and none of them changes which route is taken.
 */
final class RouteLine {
  private static final long MAX_32 = 0xffffffffL;
  private static final Cidr ALL_IPV4 = AddressText.cidr("0.0.0.0/0").orElseThrow();
  private static final Cidr ALL_IPV6 = AddressText.cidr("::/0").orElseThrow();
  private static final Map<String, Route.Type> TYPES =
      Arrays.stream(Route.Type.values())
          .collect(Collectors.toUnmodifiableMap(Route.Type::id, Function.identity()));

  /** Attributes with a value that say nothing about which route is taken. */
  private static final Set<String> IRRELEVANT =
      Set.of(
          "nhid",
          "weight",
          "mark",
          "realm",
          "realms",
          "mtu",
          "advmss",
          "window",
          "rtt",
          "rttvar",
          "rto_min",
          "ssthresh",
          "cwnd",
          "initcwnd",
          "initrwnd",
          "quickack",
          "congctl",
          "hoplimit",
          "reordering",
          "features",
          "expires",
          "pref",
          "error",
          "users",
          "age",
          "used",
          "uid",
          "ttl-propagate",
          "fastopen_no_cookie");

  /** Attributes that only routes of IPv6 have. */
  private static final Set<String> IPV6 = Set.of("pref", "hoplimit", "expires", "error");

  private final RepeatedWords repeated;
  private final int start;
  private int end;
  private Route.Type type = Route.Type.UNICAST;

  /** Empty for {@code default}, which is the same word in both families. */
  private Optional<Cidr> destination = Optional.empty();

  private Optional<String> table = Optional.empty();
  private Optional<Integer> tos = Optional.of(0);
  private long metric;
  private Optional<IPAddress> source = Optional.empty();
  private Optional<String> protocol = Optional.empty();
  private Optional<String> scope = Optional.empty();
  private Hop hop = new Hop();
  private final List<NextHop> nextHops = new ArrayList<>(1);
  private boolean otherFamily;
  private boolean ipv6;
  private boolean unknown;

  private RouteLine(int start, RepeatedWords repeated) {
    this.start = start;
    this.repeated = repeated;
  }

  /**
   * Begins a route: reads its type and destination. Empty where the first word can't begin one.
   *
   * @param ipv6 whether the listing is one of IPv6
   * @param repeated of the listing
   */
  static Optional<RouteLine> begin(Words words, boolean ipv6, RepeatedWords repeated)
      throws UnreadableLine {
    RouteLine route = new RouteLine(words.all().get(0).start(), repeated);
    route.ipv6 = ipv6;
    Route.Type type = TYPES.get(words.peek());
    if (type != null) {
      words.take();
      route.type = type;
    }
    String text = words.value(route.type.id());
    if (!text.equals("default")) {
      route.destination = AddressText.cidrOrAddress(text);
      if (route.destination.isEmpty() && type == null) {
        return Optional.empty();
      }
      if (route.destination.isEmpty()) {
        throw new UnreadableLine("no destination where a route's should stand");
      }
    }
    return Optional.of(route);
  }

  /**
   * Reads what follows: the rest of the first line, another line, or the next part of a line of
   * {@code ip -o}. A route whose attributes can't be read is unknown.
   */
  void more(Words words) throws UnreadableLine {
    end = words.all().get(words.all().size() - 1).end();
    if (words.skip("nexthop")) {
      endHop();
    } else {
      words.skip("cache");
    }
    try {
      while (words.more()) {
        attribute(words.take().text(), words);
      }
    } catch (UnreadableLine e) {
      unknown = true;
      throw e;
    }
  }

  private void attribute(String name, Words words) throws UnreadableLine {
    ipv6 |= IPV6.contains(name);
    switch (name) {
      case "via" -> {
        otherFamily = words.skip("inet6") || words.skip("inet");
        hop.via = Optional.of(repeated.address(words, name));
      }
      case "dev" -> hop.device = repeated.name(words.value(name));
      case "table" -> table = repeated.name(words.value(name));
      case "proto" -> protocol = repeated.name(words.value(name));
      case "scope" -> scope = repeated.name(words.value(name));
      case "src" -> source = Optional.of(repeated.address(words, name));
      case "metric" -> metric = words.number(name, MAX_32);
      // a name of /etc/iproute2/rt_dsfield is not known here
      case "tos", "dsfield" ->
          tos = Numbers.parse(words.value(name)).filter(value -> value <= 255).map(Long::intValue);
      // only for packets from there, or that came in there
      case "from", "iif" -> {
        words.value(name);
        unknown = true;
      }
      case "encap" -> encapsulation(words);
      default -> other(name, words);
    }
  }

  private void other(String name, Words words) throws UnreadableLine {
    if (IRRELEVANT.contains(name)) {
      words.skip("lock");
      words.value(name);
    } else if (isName(name)) {
      hop.flag(name);
      if (Numbers.parse(words.peek()).isPresent()) {
        words.take();
      }
    } else {
      throw new UnreadableLine("an attribute of the route is not known");
    }
  }

  /** Its parameters have the names of attributes; what comes behind it begins with these. */
  private static void encapsulation(Words words) {
    while (words.more() && !words.at("via") && !words.at("dev")) {
      words.take();
    }
  }

  private static boolean isName(String word) {
    return word.chars()
        .allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-');
  }

  /** The table that the line itself names. */
  Optional<String> table() {
    return table;
  }

  /** Whether it is of a type that stands in table local only. */
  boolean isLocal() {
    return type == Route.Type.LOCAL || type == Route.Type.BROADCAST;
  }

  /**
   * The route, once all its lines are read.
   *
   * @param listed the table that was listed
   */
  Route build(Capture capture, String listed) {
    endHop();
    boolean nowhere = type == Route.Type.UNICAST && nextHops.isEmpty();
    return new Route(
        capture.span(start, end),
        type,
        destination.orElseGet(this::everything),
        table.orElse(listed),
        tos.orElse(0),
        metric,
        source,
        protocol,
        scope,
        nextHops,
        unknown || nowhere || tos.isEmpty());
  }

  /** {@code default} in the family that the rest of the line shows. */
  private Cidr everything() {
    Optional<IPAddress> shown =
        otherFamily
            ? source
            : source.or(() -> nextHops.stream().flatMap(next -> next.via().stream()).findFirst());
    return shown.map(IPAddress::isIPv6).orElse(ipv6 && !otherFamily) ? ALL_IPV6 : ALL_IPV4;
  }

  /** Adds the next hop that was read to the others, if it leads anywhere. */
  private void endHop() {
    if (hop.via.isPresent() || hop.device.isPresent()) {
      nextHops.add(repeated.hop(new NextHop(hop.via, hop.device, hop.flags)));
    }
    hop = new Hop();
  }

  private static final class Hop {
    private Optional<IPAddress> via = Optional.empty();
    private Optional<String> device = Optional.empty();
    private Set<String> flags = Set.of();

    void flag(String flag) {
      if (flags.isEmpty()) {
        flags = new HashSet<>();
      }
      flags.add(flag);
    }
  }
}
