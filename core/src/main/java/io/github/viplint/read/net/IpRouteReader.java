package io.github.viplint.read.net;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.grammar.IpRouteParser;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Reading;
import io.github.viplint.model.Routes;
import io.github.viplint.read.line.Elision;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import io.github.viplint.read.line.UnreadableLine;
import io.github.viplint.read.line.Words;
import io.github.viplint.read.net.RouteListing.Asked;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code ip route show}: of one table, of all, with {@code -o}, {@code -d}, {@code -4},
 * {@code -6}. Which table of which family it is, the command says; where that is not known, the
 * lines do.
 *
 * <p>The appliance's network-info.log lists table after table, the name of each alone on a line:
 * one {@link Routes} for each of them.
 *
 * <p>What shows a part of a table only ({@code ip route show dev eth0}) is read and gives no facts,
 * since {@link Routes} stands for the whole of a table.
 */
public final class IpRouteReader implements Reader {
  private final LineParser<IpRouteParser, IpRouteParser.LineContext> parser =
      new LineParser<>(TokenTables.ipRoute(), IpRouteParser::new, IpRouteParser::line);

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.IP_ROUTE, CaptureKind.IP6_ROUTE);
  }

  @Override
  public Reading read(Capture capture) {
    return new Walk(capture).reading();
  }

  private final class Walk {
    private final Capture capture;
    private final Lines lines;
    private final Optional<IpCommand> command;
    private final Optional<Set<IPVersion>> versions;
    private final boolean onlyIpv6;
    private final Map<Optional<Asked>, RouteListing> listings = new LinkedHashMap<>();
    private RouteListing listing;
    private final boolean mayBeginWithHeading;
    private boolean hasHeadings;
    private @Nullable RouteLine route;

    Walk(Capture capture) {
      this.capture = capture;
      this.lines = new Lines(capture);
      this.command = IpCommand.of(capture).filter(IpCommand::isRoute);
      Optional<Asked> asked = command.map(IpRouteReader::askedBy);
      this.versions = versions(asked);
      this.onlyIpv6 = versions.filter(Set.of(IPVersion.IPV6)::equals).isPresent();
      this.mayBeginWithHeading = asked.flatMap(Asked::table).isEmpty();
      this.listing = new RouteListing(capture, asked);
      listings.put(asked, listing);
    }

    /** The families whose routes were asked for; empty when nobody knows. */
    private Optional<Set<IPVersion>> versions(Optional<Asked> asked) {
      if (capture.kind() == CaptureKind.IP6_ROUTE) {
        return Optional.of(Set.of(IPVersion.IPV6));
      }
      Optional<IPVersion> family = command.flatMap(IpCommand::family);
      if (family.isPresent() || command.isEmpty()) {
        return family.map(Set::of);
      }
      // of one table, ip shows the routes of IPv4 only
      return Optional.of(
          asked.flatMap(Asked::table).isEmpty()
              ? EnumSet.allOf(IPVersion.class)
              : EnumSet.of(IPVersion.IPV4));
    }

    Reading reading() {
      boolean first = true;
      while (lines.next()) {
        if (!lines.blank() && (capture.isWhole() || !Elision.is(lines.text()))) {
          read(first);
          first = false;
        }
      }
      boolean part = command.filter(IpRouteReader::showsPart).isPresent();
      return lines.reading(
          part
              ? List.of()
              : listings.values().stream().flatMap(one -> one.build(versions).stream()).toList());
    }

    private void read(boolean first) {
      List<IpRouteParser.PartContext> parts =
          parser.parse(capture.text(), lines.start(), lines.end()).tree().part();
      try {
        for (IpRouteParser.PartContext part : parts) {
          Words words = Words.of(part);
          if (words.more()) {
            read(words, first);
          }
        }
      } catch (UnreadableLine e) {
        listing.unread();
        lines.problem(e.reason());
      }
    }

    private void read(Words words, boolean first) throws UnreadableLine {
      String word = words.peek();
      if (word.equals("nexthop") || word.equals("cache")) {
        if (route == null) {
          throw new UnreadableLine("goes on with a route that could not be read");
        }
        route.more(words);
        return;
      }
      route = null;
      if (isHeading(words, first)) {
        open(Asked.of(word));
        return;
      }
      Optional<RouteLine> begun = listing.begin(words, onlyIpv6);
      if (begun.isPresent()) {
        route = begun.get();
        begun.get().more(words);
      } else if (!saysThereIsNoTable()) {
        throw new UnreadableLine("no route");
      }
    }

    /**
     * A name alone: in a capture that begins with one, or one that only the appliance gives to
     * tables. {@code default} may be a multipath route.
     */
    private boolean isHeading(Words words, boolean first) {
      String word = words.peek();
      return words.all().size() == 1
          && isTableName(word)
          && !word.equals("default")
          && (word.startsWith("rtctl_") || (first ? mayBeginWithHeading : hasHeadings));
    }

    private void open(Asked table) {
      if (!hasHeadings && mayBeginWithHeading && listing.isEmpty()) {
        // nothing was listed before the first heading
        listings.clear();
      }
      hasHeadings = true;
      listing = new RouteListing(capture, Optional.of(table));
      // doubled names of rt_tables list a table twice
      listings.putIfAbsent(Optional.of(table), listing);
    }

    /** What the kernel and iproute2 print for a table that has no route, and so does not exist. */
    private boolean saysThereIsNoTable() {
      String text = lines.text().strip();
      return text.endsWith("FIB table does not exist.")
          || text.equals("Dump terminated")
          || text.startsWith("RTNETLINK answers: No such")
          || text.startsWith("Error: argument ") && text.endsWith("table id value is invalid");
    }
  }

  private static Asked askedBy(IpCommand command) {
    List<String> words = command.arguments();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (IpCommand.shortens(words.get(i), "table")) {
        return Asked.of(words.get(i + 1));
      }
    }
    return Asked.of("main");
  }

  /** Whether the command leaves out routes of the table. */
  private static boolean showsPart(IpCommand command) {
    List<String> words = command.arguments();
    boolean tableOnly =
        words.isEmpty() || words.size() == 2 && IpCommand.shortens(words.get(0), "table");
    return !command.lists() || !tableOnly;
  }

  private static boolean isTableName(String word) {
    return word.length() <= 64
        && AddressText.cidrOrAddress(word).isEmpty()
        && word.chars()
            .allMatch(
                c ->
                    c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || c == '_'
                        || c == '-'
                        || c == '.');
  }
}
