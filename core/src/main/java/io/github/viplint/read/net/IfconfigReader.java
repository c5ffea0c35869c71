package io.github.viplint.read.net;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.grammar.IfconfigParser;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.NetInterface.Address;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Elision;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import io.github.viplint.read.line.UnreadableLine;
import io.github.viplint.read.line.Words;
import io.github.viplint.read.line.Words.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code ifconfig}: of old net-tools ({@code eth0 Link encap:Ethernet}, {@code inet
 * addr:10.0.0.5 Mask:…}) and of new ones ({@code eth0: flags=4163<UP>}, {@code inet 10.0.0.5
 * netmask …}).
 */
public final class IfconfigReader implements Reader {
  /** What lines about counters and hardware begin with, up to a colon. */
  private static final Set<String> IRRELEVANT =
      Set.of(
          "RX",
          "TX",
          "collisions",
          "Interrupt",
          "Base",
          "Memory",
          "device",
          "loop",
          "unspec",
          "infiniband",
          "tunnel",
          "sit",
          "txqueuelen");

  private final LineParser<IfconfigParser, IfconfigParser.LineContext> parser =
      new LineParser<>(TokenTables.ifconfig(), IfconfigParser::new, IfconfigParser::line);

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.IFCONFIG);
  }

  @Override
  public Reading read(Capture capture) {
    Lines lines = new Lines(capture);
    InterfaceList interfaces = new InterfaceList();
    boolean unread = false;
    while (lines.next()) {
      if (!lines.blank() && (capture.isWhole() || !Elision.is(lines.text()))) {
        try {
          read(
              Words.of(parser.parse(capture.text(), lines.start(), lines.end()).tree()),
              lines.span(),
              interfaces);
        } catch (UnreadableLine e) {
          lines.problem(e.reason());
          unread = true;
        }
      }
    }
    boolean all = capture.command().map(IfconfigReader::showsAll).orElse(true);
    return lines.reading(interfaces.build(capture, all && !unread));
  }

  private static void read(Words words, Span line, InterfaceList interfaces) throws UnreadableLine {
    String first = words.take().text();
    if (first.equals("inet")) {
      interfaces.add(inet(words, line));
    } else if (first.equals("inet6")) {
      interfaces.add(inet6(words, line));
    } else if (first.equals("ether")) {
      interfaces.mac(words.value(first));
    } else if (words.at("Link")) {
      interfaces.open(first, line);
      ethernet(words, interfaces);
    } else if (words.peek().startsWith("flags=")) {
      interfaces.open(first, line);
      interfaces.flags(flags(words.take().text()));
    } else if (words.all().stream().anyMatch(word -> word.text().startsWith("MTU:"))) {
      interfaces.flags(
          words.all().stream()
              .map(Word::text)
              .takeWhile(word -> !word.startsWith("MTU:"))
              .toList());
    } else if (!IRRELEVANT.contains(first.split(":", 2)[0])) {
      if (words.all().get(0).start() == line.start()) {
        // it may be the head of the next interface
        interfaces.close();
      }
      throw new UnreadableLine("no line of ifconfig");
    }
  }

  private static void ethernet(Words words, InterfaceList interfaces) throws UnreadableLine {
    words.take();
    if (words.skip("encap:Ethernet") && words.skip("HWaddr")) {
      interfaces.mac(words.value("HWaddr"));
    }
  }

  /** {@code flags=4163<UP,BROADCAST>}. */
  private static List<String> flags(String text) throws UnreadableLine {
    int open = text.indexOf('<');
    if (open < 0 || !text.endsWith(">")) {
      throw new UnreadableLine("an interface without flags");
    }
    return Arrays.stream(text.substring(open + 1, text.length() - 1).split(","))
        .filter(flag -> !flag.isEmpty())
        .toList();
  }

  private static Address inet(Words words, Span line) throws UnreadableLine {
    Word local = words.more() ? words.take() : new Word("", line.start(), line.end());
    String text = local.text();
    Optional<IPAddress> broadcast = Optional.empty();
    Optional<IPAddress> peer = Optional.empty();
    String mask = "";
    while (words.more()) {
      String word = words.take().text();
      int colon = word.indexOf(':') + 1;
      String name = word.substring(0, colon);
      switch (colon == 0 ? word : name) {
        case "Bcast:" -> broadcast = AddressText.address(word.substring(colon));
        case "broadcast" -> broadcast = AddressText.address(words.value(word));
        case "P-t-P:" -> peer = AddressText.address(word.substring(colon));
        case "destination" -> peer = AddressText.address(words.value(word));
        case "Mask:" -> mask = word.substring(colon);
        case "netmask" -> mask = words.value(word);
        default -> throw new UnreadableLine("no line of ifconfig");
      }
    }
    int length = Netmask.length(mask);
    IPAddress address = address(text.startsWith("addr:") ? text.substring(5) : text);
    if (!address.isIPv4()) {
      throw new UnreadableLine("no address where one should stand");
    }
    return new Address(
        line.capture().span(local.start() + (text.startsWith("addr:") ? 5 : 0), local.end()),
        new Cidr(address, peer.isPresent() ? address.getBitCount() : length),
        broadcast.filter(found -> !found.isZero()),
        peer.filter(IPAddress::isIPv4).map(found -> new Cidr(found, length)),
        Optional.empty(),
        Set.of());
  }

  private static Address inet6(Words words, Span line) throws UnreadableLine {
    words.skip("addr:");
    Word word = words.more() ? words.take() : new Word("", line.start(), line.end());
    String text = word.text().startsWith("addr:") ? word.text().substring(5) : word.text();
    Cidr cidr;
    if (words.skip("prefixlen")) {
      IPAddress address = address(text);
      cidr = new Cidr(address, (int) words.number("prefixlen", address.getBitCount()));
    } else {
      cidr =
          AddressText.cidr(text)
              .orElseThrow(() -> new UnreadableLine("no address where one should stand"));
    }
    return new Address(
        line.capture().span(word.start(), word.end()),
        cidr,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of());
  }

  private static IPAddress address(String text) throws UnreadableLine {
    return AddressText.address(text)
        .orElseThrow(() -> new UnreadableLine("no address where one should stand"));
  }

  /** Whether the command names no single interface. */
  private static boolean showsAll(String command) {
    List<String> words = List.of(command.strip().split("\\s+"));
    int name = 0;
    while (name < words.size() && !words.get(name).endsWith("ifconfig")) {
      name++;
    }
    return words.stream().skip(name + 1L).allMatch(word -> word.startsWith("-"));
  }
}
