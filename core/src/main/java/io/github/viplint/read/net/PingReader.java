package io.github.viplint.read.net;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.PingParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Pings;
import io.github.viplint.model.Pings.Ping;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Elision;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Numbers;
import io.github.viplint.read.line.Reader;
import io.github.viplint.read.line.UnreadableLine;
import io.github.viplint.read.line.Words;
import io.github.viplint.read.line.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the output of {@code ping}, of iputils, busybox and Windows. What it doesn't tell, such as
 * the device, the command does.
 */
public final class PingReader implements Reader {
  /** What lines that say nothing of an answer begin with. */
  private static final Set<String> IRRELEVANT =
      Set.of(
          "---",
          "rtt",
          "round-trip",
          "pipe",
          "Ping",
          "Approximate",
          "Minimum",
          "^C",
          "Control-C",
          "WARNING:");

  private final LineParser<PingParser, PingParser.LineContext> parser =
      new LineParser<>(TokenTables.ping(), PingParser::new, PingParser::line);

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.PING);
  }

  @Override
  public Reading read(Capture capture) {
    return new Walk(capture).reading();
  }

  private final class Walk {
    private final Capture capture;
    private final Lines lines;
    private final List<PingRun> runs = new ArrayList<>();
    private PingCommand command;
    private @Nullable PingRun current;

    Walk(Capture capture) {
      this.capture = capture;
      this.lines = new Lines(capture);
      this.command = capture.command().map(PingCommand::parse).orElse(PingCommand.UNKNOWN);
    }

    Reading reading() {
      while (lines.next()) {
        if (!lines.blank() && (capture.isWhole() || !Elision.is(lines.text()))) {
          try {
            read(Words.of(parser.parse(capture.text(), lines.start(), lines.end()).tree()).all());
          } catch (UnreadableLine e) {
            lines.problem(e.reason());
          }
        }
      }
      List<Ping> pings = runs.stream().flatMap(run -> run.build().stream()).toList();
      return lines.reading(pings.isEmpty() ? List.of() : List.of(new Pings(capture, pings)));
    }

    private void read(List<Word> words) throws UnreadableLine {
      String first = words.get(0).text();
      switch (first) {
        case "ping" -> {
          command = PingCommand.parse(lines.text());
          current = null;
        }
        case "PING", "Pinging" -> begin(words);
        case "From" -> failed(words, behindSequence(words));
        case "Reply" -> reply(words);
        case "Request" -> failed(List.of(), "Request timed out");
        case "Packets:" -> ended(numberBehind("Received", words), true);
        case "ping:", "ping6:", "connect:", "PING:" -> failedItself(first);
        default -> {
          if (at(words, 1, "bytes") && at(words, 2, "from")) {
            bytesFrom(words);
          } else if (at(words, 1, "packets") && at(words, 2, "transmitted,")) {
            ended(firstNumber(words.subList(3, words.size())), false);
          } else if (IRRELEVANT.contains(first) || at(words, 1, "answer")) {
            goesOn();
          } else {
            throw new UnreadableLine("no line of ping");
          }
        }
      }
    }

    /** {@code PING a (10.0.0.1) from 10.0.0.5 eth0: 56(84) bytes of data.} */
    private void begin(List<Word> words) throws UnreadableLine {
      Optional<IPAddress> target =
          words.stream().limit(3).skip(1).flatMap(word -> address(word).stream()).findFirst();
      Optional<IPAddress> source = command.source();
      Optional<String> device = command.device();
      int from = indexOf("from", words);
      if (from >= 0 && from + 2 < words.size()) {
        source = address(words.get(from + 1)).or(command::source);
        String bound = words.get(from + 2).text();
        if (bound.endsWith(":") && bound.length() > 1) {
          device = Optional.of(bound.substring(0, bound.length() - 1));
        }
      }
      run(new PingRun(target.or(command::target), device, source, line()));
      if (target.isEmpty() && command.target().isEmpty()) {
        throw new UnreadableLine("the address that is asked can't be read");
      }
    }

    private void bytesFrom(List<Word> words) throws UnreadableLine {
      boolean reply = words.stream().anyMatch(word -> sequence(word));
      if (reply) {
        running().answered(line());
        goesOn();
      } else {
        // other pings print an error of a router this way
        failed(words.subList(2, words.size()), behindColon(words));
      }
    }

    /** Windows: {@code Reply from 10.0.0.1: bytes=32 …}, or what a router replied. */
    private void reply(List<Word> words) throws UnreadableLine {
      if (words.stream().anyMatch(word -> word.text().startsWith("bytes="))) {
        running().answered(line());
        goesOn();
      } else {
        failed(words.subList(1, words.size()), behindColon(words));
      }
    }

    /**
     * @param from the sender behind a first word; empty when there is none
     */
    private void failed(List<Word> from, String text) throws UnreadableLine {
      if (!text.startsWith("Redirect")) {
        Optional<IPAddress> sender =
            from.stream().limit(3).skip(1).flatMap(word -> address(word).stream()).findFirst();
        running().failed(line(), text, sender);
      }
      goesOn();
    }

    /** {@code ping: connect: Network is unreachable}: no packet was sent. */
    private void failedItself(String first) throws UnreadableLine {
      String text = lines.text().strip();
      if (text.startsWith("ping: Warning:") || text.startsWith("ping: WARNING:")) {
        goesOn();
        return;
      }
      if (current == null || current.isEnded() || text.contains("connect:")) {
        current = null;
      }
      int colon = first.equals("PING:") ? text.indexOf(':') : text.lastIndexOf(": ");
      String error = withoutStop(text.substring(colon + 1));
      if (colon < 0 || error.isEmpty()) {
        throw new UnreadableLine("no line of ping");
      }
      running().failed(line(), error, Optional.empty());
      goesOn();
    }

    private void ended(Optional<Long> replies, boolean windows) throws UnreadableLine {
      long count =
          replies.orElseThrow(() -> new UnreadableLine("the number of replies can't be read"));
      running().ended(line(), count > 0, windows);
      goesOn();
    }

    private void run(PingRun run) {
      current = run;
      runs.add(run);
    }

    /** The run that the line belongs to; its first line may be missing. */
    private PingRun running() throws UnreadableLine {
      if (current == null) {
        if (command.target().isEmpty()) {
          throw new UnreadableLine("nothing tells which address is asked");
        }
        run(new PingRun(command.target(), command.device(), command.source(), line()));
      }
      return current;
    }

    private void goesOn() {
      if (current != null) {
        current.goesOn(line());
      }
    }

    /** What stands behind {@code icmp_seq=1}, else behind the colon. */
    private String behindSequence(List<Word> words) throws UnreadableLine {
      for (Word word : words) {
        if (sequence(word)) {
          return withoutStop(capture.text().substring(word.end(), lines.end()));
        }
      }
      return behindColon(words);
    }

    private String behindColon(List<Word> words) throws UnreadableLine {
      for (Word word : words) {
        if (word.text().endsWith(":")) {
          return withoutStop(capture.text().substring(word.end(), lines.end()));
        }
      }
      throw new UnreadableLine("no line of ping");
    }

    private Span line() {
      String text = lines.text();
      int indent = text.length() - text.stripLeading().length();
      return capture.span(lines.start() + indent, lines.start() + text.stripTrailing().length());
    }
  }

  private static boolean sequence(Word word) {
    String text = word.text();
    return text.startsWith("icmp_seq=") || text.startsWith("icmp_req=") || text.startsWith("seq=");
  }

  private static boolean at(List<Word> words, int index, String text) {
    return index < words.size() && words.get(index).is(text);
  }

  private static int indexOf(String text, List<Word> words) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).is(text)) {
        return i;
      }
    }
    return -1;
  }

  /** {@code 10.0.0.1}, {@code (10.0.0.1)}, {@code 10.0.0.1:}, {@code fe80::1%eth0}. */
  private static Optional<IPAddress> address(Word word) {
    String text = word.text();
    if (text.startsWith("(") || text.startsWith("[")) {
      text = text.substring(1, Math.max(1, text.length() - 1));
    }
    int zone = text.indexOf('%');
    String bare = zone < 0 ? text : text.substring(0, zone);
    Optional<IPAddress> address = AddressText.address(bare);
    return address.isPresent() || !bare.endsWith(":")
        ? address
        : AddressText.address(bare.substring(0, bare.length() - 1));
  }

  private static Optional<Long> firstNumber(List<Word> words) {
    return words.stream().flatMap(word -> Numbers.parse(word.text()).stream()).findFirst();
  }

  /** {@code Received = 4,}. */
  private static Optional<Long> numberBehind(String name, List<Word> words) {
    int at = indexOf(name, words);
    return at >= 0 && at + 2 < words.size()
        ? Numbers.parse(words.get(at + 2).text().replace(",", ""))
        : Optional.empty();
  }

  private static String withoutStop(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
  }
}
