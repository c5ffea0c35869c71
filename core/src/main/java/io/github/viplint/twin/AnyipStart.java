package io.github.viplint.twin;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Route;
import io.github.viplint.twin.AnyipBoot.Line;
import io.github.viplint.twin.AnyipBoot.Outcome;
import io.github.viplint.twin.AnyipBoot.Reason;
import io.github.viplint.twin.AnyipBoot.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One start of anyip-routes.service: the state of table local while its script runs. */
final class AnyipStart {
  /** The metric of an IPv6 route that is added without one; the kernel's own have others. */
  private static final long IPV6_METRIC = 1024;

  /** Every system has these, captured or not. */
  private static final List<Cidr> LOOPBACK =
      List.of(
          RoutePrefix.parse("127.0.0.0/8").orElseThrow(),
          RoutePrefix.parse("127.0.0.1").orElseThrow(),
          RoutePrefix.parse("127.255.255.255").orElseThrow());

  /** Whose each prefix of table local is, for those that a new route would collide with. */
  private final Map<Cidr, String> taken = new HashMap<>();

  /** The AnyIP ranges, by what {@code ip route show table local} prints for them. */
  private final Map<String, Cidr> printed = new LinkedHashMap<>();

  /** The IPv6 ranges, which that command doesn't print. */
  private final List<Cidr> unprinted = new ArrayList<>();

  AnyipStart(KernelState before) {
    for (Cidr loopback : LOOPBACK) {
      taken.put(loopback, "loopback");
    }
    before
        .table("local")
        .orElseGet(() -> OwnAddresses.routes(before.interfaces()))
        .forEach(this::before);
    before.table(IPVersion.IPV6, "local").orElse(List.of()).forEach(this::before);
  }

  private void before(Route route) {
    boolean ipv6 = route.destination().address().isIPv6();
    if (route.tos() == 0 && route.metric() == (ipv6 ? IPV6_METRIC : 0)) {
      taken.putIfAbsent(route.destination(), owner(route));
    }
    if (!route.isAnyip()) {
      return;
    }
    if (ipv6 || route.protocol().isPresent() || route.metric() != 0 || route.tos() != 0) {
      unprinted.add(route.destination());
    } else {
      printed.put(RouteText.prefix(route.destination()), route.destination());
    }
  }

  private static String owner(Route route) {
    if (route.isAnyip()) {
      return "a range added before";
    }
    String device = route.device().map(name -> " of " + name).orElse("");
    return (route.type() == Route.Type.BROADCAST ? "the broadcast address" : "an address") + device;
  }

  AnyipBoot run(AnyipRoutes file) {
    List<Line> lines = new ArrayList<>();
    boolean failed = false;
    for (AnyipRoutes.Line line : file.lines()) {
      Line done = failed ? behindFailure(line) : up(line);
      failed |= done.outcome() == Outcome.REJECTED;
      lines.add(done);
    }
    if (failed) {
      file.lines().forEach(this::down);
    }
    Result result =
        failed ? Result.FAILED : file.capture().isWhole() ? Result.STARTED : Result.UNKNOWN;
    List<Cidr> active = new ArrayList<>(printed.values());
    active.addAll(unprinted);
    return new AnyipBoot(result, lines, active);
  }

  private static Line behindFailure(AnyipRoutes.Line line) {
    if (line.type() != AnyipRoutes.Type.ENTRY) {
      return line(line, Outcome.IGNORED, Optional.empty(), "");
    }
    return line(
        line,
        Outcome.NOT_REACHED,
        RoutePrefix.parse(line.text()),
        "the service ended at a line before it");
  }

  private Line up(AnyipRoutes.Line line) {
    if (line.type() != AnyipRoutes.Type.ENTRY) {
      return line(line, Outcome.IGNORED, Optional.empty(), "");
    }
    Optional<Cidr> prefix = RoutePrefix.parse(line.text());
    if (!isRead(line)) {
      return line(
          line, Outcome.UNREAD, prefix, "no newline ends it, so the service never reads it");
    }
    if (printed.containsKey(asSearched(line))) {
      return line(line, Outcome.EXISTS, prefix, "route already exists for " + line.span().shown());
    }
    if (prefix.isEmpty()) {
      return rejected(
          line,
          prefix,
          Reason.UNPARSABLE,
          "no prefix for ip (Error: any valid prefix is expected rather than \""
              + line.span().shown()
              + "\".)");
    }
    boolean ipv6 = prefix.get().address().isIPv6();
    if (!ipv6 && prefix.get().hasHostBits()) {
      return rejected(
          line,
          prefix,
          Reason.HOST_BITS,
          "host bits are set, so the kernel refuses it (RTNETLINK answers: Invalid argument; newer"
              + " systems: Error: Invalid prefix for given prefix length.)");
    }
    Cidr network = prefix.get().network();
    String owner = taken.get(network);
    if (owner != null) {
      return rejected(
          line,
          prefix,
          Reason.FILE_EXISTS,
          "table local has "
              + RouteText.prefix(network)
              + " already, "
              + owner
              + " (RTNETLINK answers: File exists)");
    }
    taken.put(network, "a range that a line before it adds in another spelling");
    if (ipv6) {
      unprinted.add(network);
    } else {
      printed.put(RouteText.prefix(network), network);
    }
    return line(line, Outcome.ADDED, prefix, "");
  }

  /** What {@code down} finds by its text goes; a range in another spelling stays. */
  private void down(AnyipRoutes.Line line) {
    if (line.type() == AnyipRoutes.Type.ENTRY && isRead(line)) {
      printed.remove(asSearched(line));
    }
  }

  /** A paste loses its last newline, so only an exact text can be believed to have none. */
  private static boolean isRead(AnyipRoutes.Line line) {
    return line.terminated() || !line.span().capture().isExact();
  }

  /** The script looks for {@code local <X without /32> dev lo scope host} as plain text. */
  private static String asSearched(AnyipRoutes.Line line) {
    String text = line.text();
    return text.endsWith("/32") ? text.substring(0, text.length() - 3) : text;
  }

  private static Line rejected(
      AnyipRoutes.Line line, Optional<Cidr> prefix, Reason reason, String message) {
    return new Line(line, Outcome.REJECTED, prefix, reason, message);
  }

  private static Line line(
      AnyipRoutes.Line line, Outcome outcome, Optional<Cidr> prefix, String message) {
    return new Line(line, outcome, prefix, Reason.NONE, message);
  }
}
