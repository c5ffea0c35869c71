package io.github.viplint.read.net;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.RouteNParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Reading;
import io.github.viplint.model.Route;
import io.github.viplint.model.Route.NextHop;
import io.github.viplint.model.Routes;
import io.github.viplint.read.line.Elision;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Numbers;
import io.github.viplint.read.line.Reader;
import io.github.viplint.read.line.UnreadableLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Reads {@code route -n} and {@code netstat -rn}: table main, whatever other tables there are. The
 * flag {@code !} is an unreachable route (route(8)).
 */
public final class RouteNReader implements Reader {
  private final LineParser<RouteNParser, RouteNParser.LineContext> parser =
      new LineParser<>(TokenTables.routeN(), RouteNParser::new, RouteNParser::line);

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.ROUTE_N);
  }

  @Override
  public Reading read(Capture capture) {
    Lines lines = new Lines(capture);
    List<Route> routes = new ArrayList<>();
    boolean hasMetric = true;
    boolean hasColumns = false;
    boolean complete = capture.isWhole();
    while (lines.next()) {
      if (lines.blank() || !capture.isWhole() && Elision.is(lines.text())) {
        continue;
      }
      LineParser.Line<RouteNParser.LineContext> line =
          parser.parse(capture.text(), lines.start(), lines.end());
      List<String> words = line.tree().WORD().stream().map(TerminalNode::getText).toList();
      if (line.valid() && words.get(0).equals("Kernel")) {
        continue;
      }
      if (line.valid() && words.get(0).equals("Destination")) {
        hasColumns = true;
        hasMetric = words.contains("Metric");
        continue;
      }
      try {
        if (!line.valid() || words.size() != 8) {
          throw new UnreadableLine("no route");
        }
        routes.add(route(words, hasMetric, lines.span()));
      } catch (UnreadableLine e) {
        complete = false;
        lines.problem(e.reason());
      }
    }
    return lines.reading(
        hasColumns || !routes.isEmpty()
            ? List.of(
                new Routes(capture, Optional.of("main"), Set.of(IPVersion.IPV4), routes, complete))
            : List.of());
  }

  /** Destination, gateway, genmask, flags, metric, ref, use, interface. */
  private static Route route(List<String> columns, boolean hasMetric, Span span)
      throws UnreadableLine {
    IPAddress destination =
        address(columns.get(0).equals("default") ? "0.0.0.0" : columns.get(0))
            .orElseThrow(() -> new UnreadableLine("no destination where a route's should stand"));
    int length = Netmask.length(columns.get(2));
    String flags = columns.get(3);
    Optional<Long> metric = hasMetric ? Numbers.parse(none(columns.get(4), "0")) : Optional.of(0L);
    if (metric.isEmpty() || flags.chars().noneMatch(c -> c == 'U' || c == '!')) {
      throw new UnreadableLine("no route");
    }
    Optional<IPAddress> gateway = Optional.empty();
    if (!columns.get(1).equals("*") && !columns.get(1).equals("-")) {
      gateway =
          Optional.of(address(columns.get(1)).orElseThrow(() -> new UnreadableLine("no gateway")));
    }
    boolean rejects = flags.indexOf('!') >= 0;
    NextHop hop =
        new NextHop(gateway.filter(via -> !via.isZero()), Optional.of(columns.get(7)), Set.of());
    return new Route(
        span,
        rejects ? Route.Type.UNREACHABLE : Route.Type.UNICAST,
        new Cidr(destination, length),
        "main",
        0,
        metric.get(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        rejects ? List.of() : List.of(hop),
        false);
  }

  private static Optional<IPAddress> address(String text) {
    return AddressText.address(text).filter(IPAddress::isIPv4);
  }

  private static String none(String column, String instead) {
    return column.equals("-") ? instead : column;
  }
}
