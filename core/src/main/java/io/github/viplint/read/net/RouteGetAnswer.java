package io.github.viplint.read.net;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Span;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Route;
import io.github.viplint.model.RouteAnswers.Question;
import io.github.viplint.model.RouteAnswers.RouteAnswer;
import io.github.viplint.read.line.Numbers;
import io.github.viplint.read.line.UnreadableLine;
import io.github.viplint.read.line.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An answer of {@code ip route get} while it is read: its words, and those of the question. */
final class RouteGetAnswer {
  private static final String ERROR = "RTNETLINK answers: ";

  private final Span span;
  private Optional<Route.Type> type = Optional.empty();
  private Optional<String> error = Optional.empty();
  private Optional<IPAddress> via = Optional.empty();
  private Optional<String> device = Optional.empty();
  private Optional<IPAddress> source = Optional.empty();
  private Optional<String> table = Optional.empty();

  private Optional<IPAddress> destination = Optional.empty();
  private Optional<IPAddress> from = Optional.empty();
  private Optional<String> iif = Optional.empty();
  private Optional<String> oif = Optional.empty();
  private long mark;
  private int tos;

  private RouteGetAnswer(Span span) {
    this.span = span;
  }

  /** Begins an answer: its type and destination, or the error; the question from the command. */
  static RouteGetAnswer begin(Words words, String text, Span span, Optional<IpCommand> command)
      throws UnreadableLine {
    RouteGetAnswer answer = new RouteGetAnswer(span);
    if (command.isPresent()) {
      answer.asked(command.get().arguments());
    }
    if (text.startsWith(ERROR) && answer.destination.isPresent()) {
      answer.error = Optional.of(text.substring(ERROR.length()).strip());
      while (words.more()) {
        words.take();
      }
      return answer;
    }
    answer.type =
        Optional.of(
            Arrays.stream(Route.Type.values())
                .filter(one -> words.skip(one.id()))
                .findFirst()
                .orElse(Route.Type.UNICAST));
    Optional<IPAddress> shown = AddressText.address(words.value(answer.type.get().id()));
    if (shown.isEmpty()) {
      throw new UnreadableLine("no answer of `ip route get`");
    }
    answer.destination = answer.destination.or(() -> shown);
    return answer;
  }

  /** The arguments of {@code ip route get}: an address, then names with values. */
  private void asked(List<String> arguments) {
    int start = !arguments.isEmpty() && IpCommand.shortens(arguments.get(0), "to") ? 1 : 0;
    if (start < arguments.size()) {
      destination = AddressText.address(arguments.get(start));
    }
    for (int i = start + 1; i + 1 < arguments.size(); i += 2) {
      String value = arguments.get(i + 1);
      switch (arguments.get(i)) {
        case "from" -> from = AddressText.address(value);
        case "iif" -> iif = Optional.of(value);
        case "oif", "dev" -> oif = Optional.of(value);
        case "mark" -> mark = Numbers.parse(value).orElse(0L);
        case "tos", "dsfield" -> tos = Numbers.parse(value).orElse(0L).intValue();
        default -> {
          // uid, ports and the like: see Question
        }
      }
    }
  }

  /** Reads what follows: the rest of the first line, or the second, which begins with cache. */
  void more(Words words) throws UnreadableLine {
    while (words.more()) {
      String name = words.take().text();
      switch (name) {
        case "via" -> {
          words.skip("inet6");
          via = Optional.of(words.address(name));
        }
        case "dev" -> device = Optional.of(words.value(name));
        case "src" -> source = Optional.of(words.address(name));
        case "table" -> table = Optional.of(words.value(name));
        case "from" -> {
          IPAddress given = words.address(name);
          from = given.isZero() ? from : Optional.of(given);
        }
        case "iif" -> iif = Optional.of(words.value(name));
        case "mark" -> mark = words.number(name, 0xffffffffL);
        default -> {
          // flags, metrics and the like don't say where the packet goes
        }
      }
    }
  }

  RouteAnswer build() {
    return new RouteAnswer(
        span,
        new Question(destination.orElseThrow(), from, iif, oif, mark, tos),
        type,
        error,
        via,
        device,
        source,
        table);
  }
}
