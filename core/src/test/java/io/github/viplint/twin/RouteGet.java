package io.github.viplint.twin;

import inet.ipaddr.IPAddress;
import io.github.viplint.twin.Answer.Action;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

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
            case "from" -> with(flow, Optional.of(Captured.address(value)), flow.iif());
            case "iif" -> with(flow, flow.from(), Optional.of(value));
            case "oif" -> flow.boundTo(value);
            case "mark" -> marked(flow, Long.decode(value), flow.tos());
            case "tos" -> marked(flow, flow.mark(), Integer.decode(value));
            default -> throw new IllegalArgumentException(word);
          };
    }
    return flow;
  }

  private static Flow with(Flow flow, Optional<IPAddress> from, Optional<String> iif) {
    return new Flow(flow.destination(), from, iif, flow.oif(), flow.mark(), flow.tos());
  }

  private static Flow marked(Flow flow, long mark, int tos) {
    return new Flow(flow.destination(), flow.from(), flow.iif(), flow.oif(), mark, tos);
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
    if (!Character.isDigit(word.charAt(0))) {
      action = Action.valueOf(word.toUpperCase(java.util.Locale.ROOT));
      words.next();
    }
    Optional<String> device = Optional.empty();
    Optional<IPAddress> via = Optional.empty();
    Optional<IPAddress> source = Optional.empty();
    Optional<String> table = Optional.empty();
    while (words.hasNext()) {
      switch (words.next()) {
        case "dev" -> device = Optional.of(words.next());
        case "via" -> via = Optional.of(Captured.address(words.next()));
        case "src", "from" -> source = Optional.of(Captured.address(words.next()));
        case "table" -> table = Optional.of(words.next()).filter(RouteGet::isPrinted);
        default -> {}
      }
    }
    return new RouteGet(action, device, via, source, table);
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

  private static boolean isPrinted(String table) {
    return !table.equals("main") && !table.equals("local");
  }
}
