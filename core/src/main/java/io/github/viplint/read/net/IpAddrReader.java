package io.github.viplint.read.net;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.grammar.IpAddrParser;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Elision;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Numbers;
import io.github.viplint.read.line.Reader;
import io.github.viplint.read.line.UnreadableLine;
import io.github.viplint.read.line.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads {@code ip addr show}, with {@code -o} and {@code -br} too. */
public final class IpAddrReader implements Reader {
  /** What the second word of a line of {@code ip -br addr} may be. */
  private static final Set<String> OPERATIONAL_STATES =
      Set.of("UNKNOWN", "NOTPRESENT", "DOWN", "LOWERLAYERDOWN", "TESTING", "DORMANT", "UP");

  /** What lines about the kind of a device or its counters begin with ({@code -d}, {@code -s}). */
  private static final Set<String> IRRELEVANT =
      Set.of(
          "valid_lft",
          "altname",
          "alias",
          "prog",
          "promiscuity",
          "RX:",
          "TX:",
          "vf",
          "bond",
          "bond_slave",
          "bridge",
          "bridge_slave",
          "team",
          "team_slave",
          "vlan",
          "vxlan",
          "vrf",
          "vrf_slave",
          "macvlan",
          "tun",
          "veth",
          "dummy",
          "geneve",
          "gre",
          "gretap",
          "ipip",
          "sit");

  private final LineParser<IpAddrParser, IpAddrParser.LineContext> parser =
      new LineParser<>(TokenTables.ipAddr(), IpAddrParser::new, IpAddrParser::line);

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.IP_ADDR);
  }

  @Override
  public Reading read(Capture capture) {
    return new Walk(capture).reading();
  }

  private final class Walk {
    private final Capture capture;
    private final Lines lines;
    private final InterfaceList interfaces;

    Walk(Capture capture) {
      this.capture = capture;
      this.lines = new Lines(capture);
      this.interfaces = new InterfaceList();
    }

    Reading reading() {
      boolean unread = false;
      while (lines.next()) {
        if (!lines.blank() && (capture.isWhole() || !Elision.is(lines.text()))) {
          try {
            read(parser.parse(capture.text(), lines.start(), lines.end()));
          } catch (UnreadableLine e) {
            lines.problem(e.reason());
            unread = true;
          }
        }
      }
      return lines.reading(
          interfaces.build(
              capture, !unread && IpCommand.of(capture).stream().allMatch(IpAddrReader::showsAll)));
    }

    private void read(LineParser.Line<IpAddrParser.LineContext> line) throws UnreadableLine {
      if (!line.valid()) {
        interfaces.close();
        throw new UnreadableLine("no line of ip addr");
      }
      if (line.tree().head() != null) {
        head(line.tree().head());
      } else {
        Words words = Words.of(line.tree().detail());
        if (isBrief(words)) {
          brief(words);
        } else {
          detail(words);
        }
      }
      for (IpAddrParser.PartContext part : line.tree().part()) {
        detail(Words.of(part));
      }
    }

    private void head(IpAddrParser.HeadContext head) throws UnreadableLine {
      String name = head.name().getText();
      boolean oneLine = head.FLAGS() == null;
      if (oneLine == name.endsWith(":")) {
        interfaces.close();
        throw new UnreadableLine("an interface without flags");
      }
      interfaces.open(
          oneLine ? name : name.substring(0, name.length() - 1),
          line(head.getStart().getStartIndex()));
      if (oneLine) {
        Words words = Words.of(head);
        words.take();
        words.take();
        detail(words);
      } else {
        interfaces.flags(flags(head.FLAGS().getText()));
      }
    }

    private boolean isBrief(Words words) {
      return words.all().size() > 1 && OPERATIONAL_STATES.contains(words.all().get(1).text());
    }

    private void brief(Words words) throws UnreadableLine {
      interfaces.open(words.take().text(), line(lines.start()));
      words.take();
      while (words.more()) {
        if (words.skip("metric")) {
          words.value("metric");
        } else {
          interfaces.add(InetLine.brief(capture, words));
        }
      }
    }

    private void detail(Words words) throws UnreadableLine {
      String kind = words.peek();
      if (kind.equals("inet") || kind.equals("inet6")) {
        words.take();
        interfaces.add(InetLine.read(capture, words));
      } else if (kind.startsWith("link/")) {
        words.take();
        if (kind.equals("link/ether")) {
          interfaces.mac(words.value(kind));
        }
      } else if (!kind.isEmpty() && !IRRELEVANT.contains(kind) && !counters(words)) {
        throw new UnreadableLine("no line of ip addr");
      }
    }

    /** From {@code start} to the end of the line. */
    private Span line(int start) {
      return capture.span(start, lines.end());
    }

    private boolean counters(Words words) {
      return words.all().stream().allMatch(word -> Numbers.parse(word.text()).isPresent());
    }
  }

  private static List<String> flags(String text) {
    return Arrays.stream(text.substring(1, text.length() - 1).split(","))
        .filter(flag -> !flag.isEmpty())
        .toList();
  }

  /** Whether the command shows every interface. */
  private static boolean showsAll(IpCommand command) {
    return !command.isAddress() || command.lists() && command.arguments().isEmpty();
  }
}
