package io.github.viplint.twin.command;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Span;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import io.github.viplint.twin.command.Refusal.Reason;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What iproute2 makes of the words behind {@code ip route add} or {@code del}: {@code
 * iproute_modify} of its ip/iproute.c (6.1), IPv4 only.
 */
public final class IpRouteCommand {
  private final Span span;
  private final TableNames names;
  private Optional<Cidr> destination = Optional.empty();
  private Optional<Route.Type> type = Optional.empty();
  private Optional<IPAddress> via = Optional.empty();
  private Optional<IPAddress> source = Optional.empty();
  private Optional<String> device = Optional.empty();
  private Optional<String> protocol = Optional.empty();
  private Optional<String> scope = Optional.empty();
  private Optional<Long> table = Optional.empty();
  private long metric;

  private IpRouteCommand(Span span, TableNames names) {
    this.span = span;
    this.names = names;
  }

  /**
   * A route to add or delete, or why iproute2 refuses the command.
   *
   * @param table its id
   */
  public record Parsed(Optional<Route> route, long table, Optional<Refusal> refusal) {
    private static Parsed refused(Refusal refusal) {
      return new Parsed(Optional.empty(), 0, Optional.of(refusal));
    }
  }

  /**
   * @param words behind {@code add} or {@code del}
   * @param span what the route will be said to come from
   */
  public static Parsed parse(
      List<String> words, Span span, TableNames names, WorkingKernel kernel) {
    IpRouteCommand command = new IpRouteCommand(span, names);
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      Optional<Refusal> refused = command.take(rest.next(), rest);
      if (refused.isPresent()) {
        return Parsed.refused(refused.get());
      }
    }
    return command.done(kernel);
  }

  private Optional<Refusal> take(String word, Iterator<String> rest) {
    if (!Set.of("src", "via", "metric", "scope", "table", "dev", "proto").contains(word)) {
      return target(word, rest);
    }
    if (!rest.hasNext()) {
      return Optional.of(
          new Refusal(Reason.UNPARSABLE, "Command line is not complete. Try option \"help\""));
    }
    String value = rest.next();
    switch (word) {
      case "src" -> source = RoutePrefix.address(value);
      case "via" -> via = RoutePrefix.address(value);
      case "metric" -> metric = BashWords.decimal(value).number();
      case "scope" -> scope = Optional.of(value);
      case "table" -> table = names.idOf(value);
      case "dev" -> device = Optional.of(value);
      default -> protocol = Optional.of(value);
    }
    if (word.equals("src") && source.isEmpty() || word.equals("via") && via.isEmpty()) {
      return Optional.of(Refusal.address(value));
    }
    return word.equals("table") && table.isEmpty()
        ? Optional.of(
            new Refusal(
                Reason.UNNAMED_TABLE,
                "Error: argument \"" + value + "\" is wrong: \"table\" value is invalid"))
        : Optional.empty();
  }

  private Optional<Refusal> target(String first, Iterator<String> rest) {
    String word = first.equals("to") && rest.hasNext() ? rest.next() : first;
    Optional<Route.Type> named =
        Arrays.stream(Route.Type.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst();
    if (named.isPresent() && type.isEmpty() && rest.hasNext()) {
      type = named;
      return target(rest.next(), rest);
    }
    if (destination.isPresent()) {
      return Optional.of(
          new Refusal(
              Reason.UNKNOWN_DEVICE,
              "Error: either \"to\" is duplicate, or \"" + word + "\" is a garbage."));
    }
    destination = RoutePrefix.parse(word);
    return destination.isEmpty() ? Optional.of(Refusal.prefix(word)) : Optional.empty();
  }

  private Parsed done(WorkingKernel kernel) {
    Optional<String> missing =
        device.filter(
            name ->
                kernel.knowsInterfaces()
                    && kernel.interfaces().stream()
                        .map(NetInterface::name)
                        .noneMatch(name::equals));
    if (missing.isPresent()) {
      return Parsed.refused(
          new Refusal(Reason.UNKNOWN_DEVICE, "Cannot find device \"" + missing.get() + "\""));
    }
    Route.Type kind = type.orElse(Route.Type.UNICAST);
    long id = table.orElse(kind == Route.Type.LOCAL ? 255L : 254L);
    Cidr prefix = destination.orElseGet(() -> RoutePrefix.parse("default").orElseThrow());
    if (prefix.address().isIPv4() && prefix.hasHostBits()) {
      return Parsed.refused(new Refusal(Reason.HOST_BITS, "RTNETLINK answers: Invalid argument"));
    }
    // the kernel takes 0.0.0.0 for none
    Optional<IPAddress> gateway = via.filter(address -> !address.isZero());
    return new Parsed(
        Optional.of(
            new Route(
                span,
                kind,
                prefix.network(),
                names.nameOf(id),
                0,
                metric,
                source.filter(address -> !address.isZero()),
                protocol.filter(name -> !name.equals("boot")),
                scope(kind),
                List.of(new NextHop(gateway, device, Set.of())),
                false)),
        id,
        Optional.empty());
  }

  /** As iproute2 chooses it, where the command doesn't. */
  private Optional<String> scope(Route.Type kind) {
    String chosen =
        switch (kind) {
          case LOCAL, NAT -> "host";
          case BROADCAST, MULTICAST, ANYCAST -> "link";
          default -> via.isPresent() ? "global" : "link";
        };
    return Optional.of(scope.orElse(chosen));
  }
}
