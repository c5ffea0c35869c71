package io.github.viplint.twin.route;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.Route;
import io.github.viplint.twin.Captured;
import io.github.viplint.twin.route.Answer.Action;
import io.github.viplint.twin.table.Flow;
import io.github.viplint.twin.table.Flow.Transport;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ip route get}: its arguments as a flow, and its answer in the terms that it shares with
 * {@link Answer}.
 */
record RouteGet(
    Action action,
    Optional<String> device,
    Optional<IPAddress> via,
    Optional<IPAddress> source,
    Optional<String> table) {

  private static final Map<String, Action> ERRORS =
      Map.of(
          "RTNETLINK answers: Network is unreachable", Action.NONE,
          "RTNETLINK answers: No route to host", Action.UNREACHABLE,
          "RTNETLINK answers: Permission denied", Action.PROHIBIT,
          "RTNETLINK answers: Invalid argument", Action.BLACKHOLE);

  /** What {@code ip route get ARGUMENTS} asks. */
  static Flow flow(String arguments) {
    Iterator<String> words = Arrays.asList(arguments.strip().split("\\s+")).iterator();
    Flow flow = Flow.to(Captured.address(words.next()));
    while (words.hasNext()) {
      String word = words.next();
      String value = words.next();
      flow =
          switch (word) {
            case "from" -> flow.from(Captured.address(value));
            case "iif" -> flow.cameInBy(value);
            case "oif" -> flow.boundTo(value);
            case "mark" -> flow.marked(Long.decode(value));
            case "tos" -> flow.withTos(Integer.decode(value));
            case "ipproto" -> flow.carrying(new Transport(value.equals("tcp") ? 6 : 17, 0, 0));
            case "sport" -> flow.carrying(ports(flow, Integer.parseInt(value), 0));
            case "dport" -> flow.carrying(ports(flow, 0, Integer.parseInt(value)));
            default -> throw new IllegalArgumentException(word);
          };
    }
    return flow;
  }

  private static Transport ports(Flow flow, int source, int destination) {
    Transport known = flow.transport().orElseThrow();
    return new Transport(
        known.protocol(), known.sourcePort() + source, known.destinationPort() + destination);
  }

  /** What iproute2 printed. A source is not printed again when it was given. */
  static RouteGet printed(String output) {
    String first = output.lines().findFirst().orElse("");
    Action error = ERRORS.get(first.strip());
    if (error != null) {
      return new RouteGet(
          error, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
    Iterator<String> words = Arrays.asList(first.strip().split("\\s+")).iterator();
    String word = words.next();
    Action action = Action.UNICAST;
    if (word.matches("[a-z]+")) {
      // an anycast address of IPv6 is one of the host
      action =
          word.equals("anycast") ? Action.LOCAL : Action.valueOf(word.toUpperCase(Locale.ROOT));
      words.next();
    }
    Optional<String> device = Optional.empty();
    Optional<IPAddress> via = Optional.empty();
    Optional<IPAddress> from = Optional.empty();
    Optional<IPAddress> source = Optional.empty();
    Optional<String> table = Optional.empty();
    while (words.hasNext()) {
      switch (words.next()) {
        case "dev" -> device = Optional.of(words.next());
        case "via" -> via = Optional.of(Captured.address(words.next()));
        case "from" -> from = Optional.of(Captured.address(words.next()));
        case "src" -> source = Optional.of(Captured.address(words.next()));
        case "table" -> table = Optional.of(words.next()).filter(RouteGet::isPrinted);
        default -> {}
      }
    }
    // with IPv6, `from ::` says that none was given, and `src` is said though one was
    return new RouteGet(
        action, device, via, from.isPresent() && !from.get().isZero() ? from : source, table);
  }

  /**
   * An answer, less what {@code ip route get} leaves out: table main; and table local on a kernel
   * that never had any rule but those it starts with.
   */
  static RouteGet of(Answer answer) {
    return new RouteGet(
        answer.action(),
        answer.device(),
        answer.via(),
        answer.source(),
        answer.action().delivers() ? answer.table().filter(RouteGet::isPrinted) : Optional.empty());
  }

  /** Whether a kernel may have printed this where the twin gave {@code answer}. */
  boolean agrees(Answer answer) {
    if (answer.possible().isEmpty()) {
      RouteGet twin = of(answer);
      // what the kernel keeps of a next hop tells the type of the packet that took it first
      boolean cached = action == Action.UNICAST && twin.action() == Action.MULTICAST;
      return equals(
          cached ? new RouteGet(action, twin.device, twin.via, twin.source, twin.table) : twin);
    }
    Route.NextHop taken = new Route.NextHop(via, device, Set.of());
    return action.delivers()
        && table.equals(answer.table().filter(RouteGet::isPrinted))
        // said only where it is the same for all next hops
        && (answer.source().isEmpty() || answer.source().equals(source))
        && answer.possible().stream()
            .map(hop -> new Route.NextHop(hop.via(), hop.device(), Set.of()))
            .anyMatch(taken::equals);
  }

  private static boolean isPrinted(String table) {
    return !table.equals("main") && !table.equals("local");
  }
}
