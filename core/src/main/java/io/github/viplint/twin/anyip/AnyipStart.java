package io.github.viplint.twin.anyip;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.capture.Span;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Route;
import io.github.viplint.twin.anyip.AnyipBoot.Line;
import io.github.viplint.twin.anyip.AnyipBoot.Reason;
import io.github.viplint.twin.anyip.AnyipBoot.TakenBack;
import io.github.viplint.twin.appliance.LineOutcome;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.command.RoutePrefix;
import io.github.viplint.twin.kernel.Fib;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.kernel.OwnAddresses;
import io.github.viplint.twin.kernel.RouteText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
  private final Map<String, Route> printed = new LinkedHashMap<>();

  /** The IPv6 ranges, which that command doesn't print. */
  private final List<Route> unprinted = new ArrayList<>();

  /** The routes of table local that are none of the service's. */
  private final List<Route> others = new ArrayList<>();

  private final KernelState kernel;

  AnyipStart(KernelState before) {
    this.kernel = before;
    for (Cidr loopback : LOOPBACK) {
      taken.put(loopback, "loopback");
    }
    before
        .table("local")
        .orElseGet(() -> OwnAddresses.routes(before.interfaces()))
        .forEach(this::before);
    before.table(IPVersion.IPV6, "local").orElse(List.of()).forEach(this::before);
  }

  /**
   * After a start that has left these ranges, for want of table local.
   *
   * @param file what the ranges will be said to come from
   */
  AnyipStart(KernelState before, AnyipRoutes file, List<Cidr> active) {
    this(before);
    if (before.table("local").isEmpty()) {
      active.forEach(range -> before(route(file.capture().span(0, 0), range)));
    }
  }

  private void before(Route route) {
    boolean ipv6 = route.destination().address().isIPv6();
    if (route.tos() == 0 && route.metric() == (ipv6 ? IPV6_METRIC : 0)) {
      taken.putIfAbsent(route.destination(), owner(route));
    }
    if (!route.isAnyip()) {
      others.add(route);
    } else if (ipv6 || route.protocol().isPresent() || route.metric() != 0 || route.tos() != 0) {
      unprinted.add(route);
    } else {
      printed.put(RouteText.prefix(route.destination()), route);
    }
  }

  private static String owner(Route route) {
    if (route.isAnyip()) {
      return "a range added before";
    }
    String device = route.device().map(name -> " of " + name).orElse("");
    return (route.type() == Route.Type.BROADCAST ? "the broadcast address" : "an address") + device;
  }

  /** A start that comes as far as this one has. */
  private AnyipStart(AnyipStart other) {
    this.kernel = other.kernel;
    taken.putAll(other.taken);
    printed.putAll(other.printed);
    unprinted.addAll(other.unprinted);
  }

  /** A start of the service: what fails is taken back. */
  AnyipBoot run(AnyipRoutes file) {
    List<Line> lines = lines(file);
    boolean failed = lines.stream().anyMatch(line -> line.outcome() == LineOutcome.REJECTED);
    return boot(file, lines, failed ? down(file) : List.of());
  }

  /** One run of {@code up} alone. */
  AnyipBoot up(AnyipRoutes file) {
    return boot(file, lines(file), List.of());
  }

  private List<Line> lines(AnyipRoutes file) {
    List<Line> lines = new ArrayList<>();
    AnyipStart imagined = null;
    for (AnyipRoutes.Line line : file.lines()) {
      Line done = imagined == null ? up(line) : behindFailure(line, imagined.up(line));
      if (imagined == null && done.outcome() == LineOutcome.REJECTED) {
        imagined = new AnyipStart(this);
      }
      lines.add(done);
    }
    return lines;
  }

  private AnyipBoot boot(AnyipRoutes file, List<Line> lines, List<TakenBack> takenBack) {
    boolean failed = lines.stream().anyMatch(line -> line.outcome() == LineOutcome.REJECTED);
    StartResult result =
        failed
            ? StartResult.FAILED
            : file.capture().isWhole() ? StartResult.STARTED : StartResult.UNKNOWN;
    List<Route> active = active();
    return new AnyipBoot(
        result, lines, active.stream().map(Route::destination).toList(), takenBack, after(active));
  }

  /** A stop and a start. */
  AnyipBoot restart(AnyipRoutes file) {
    down(file);
    return run(file);
  }

  private List<Route> active() {
    List<Route> active = new ArrayList<>(printed.values());
    active.addAll(unprinted);
    return active;
  }

  /** A stop of the service: its {@code ExecStopPost}. */
  KernelState stop(AnyipRoutes file) {
    down(file);
    return after(active());
  }

  /** What else is in table local is unknown as long as not all addresses are known. */
  private KernelState after(List<Route> active) {
    if (kernel.table("local").isEmpty() && !kernel.interfacesComplete()) {
      return kernel;
    }
    String key = kernel.key("local");
    Fib six = kernel.ipv6();
    return kernel.with(
        kernel.ipv4().withTable(key, local(active, false)),
        six.table(key).isPresent() ? six.withTable(key, local(active, true)) : six);
  }

  private List<Route> local(List<Route> active, boolean ipv6) {
    return Stream.concat(others.stream(), active.stream())
        .filter(route -> route.destination().address().isIPv6() == ipv6)
        .toList();
  }

  /**
   * A line that is never reached.
   *
   * @param imagined what would become of it
   */
  private static Line behindFailure(AnyipRoutes.Line line, Line imagined) {
    if (line.type() != AnyipRoutes.Type.ENTRY) {
      return imagined;
    }
    String ended = "the service ended at a line before it";
    if (imagined.outcome() == LineOutcome.UNREAD) {
      ended += ", and would not read this one: no newline ends it";
    }
    return new Line(
        line,
        LineOutcome.NOT_REACHED,
        imagined.prefix(),
        imagined.reason(),
        imagined.outcome() == LineOutcome.REJECTED
            ? ended + ", and would end here: " + imagined.message()
            : ended);
  }

  private Line up(AnyipRoutes.Line line) {
    if (line.type() != AnyipRoutes.Type.ENTRY) {
      return line(line, LineOutcome.IGNORED, Optional.empty(), "");
    }
    Optional<Cidr> prefix = RoutePrefix.parse(line.text());
    if (!isRead(line)) {
      return line(
          line, LineOutcome.UNREAD, prefix, "no newline ends it, so the service never reads it");
    }
    if (printed.containsKey(asSearched(line))) {
      return line(
          line, LineOutcome.EXISTS, prefix, "route already exists for " + line.span().shown());
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
    Route added = route(line.span(), network);
    if (ipv6) {
      unprinted.add(added);
    } else {
      printed.put(RouteText.prefix(network), added);
    }
    return line(line, LineOutcome.ADDED, prefix, "");
  }

  private static Route route(Span span, Cidr network) {
    return new Route(
        span,
        Route.Type.LOCAL,
        network,
        "local",
        0,
        network.address().isIPv6() ? IPV6_METRIC : 0,
        Optional.empty(),
        Optional.empty(),
        Optional.of("host"),
        List.of(new Route.NextHop(Optional.empty(), Optional.of("lo"), Set.of())),
        false);
  }

  /** What {@code down} finds by its text goes; a range in another spelling stays. */
  private List<TakenBack> down(AnyipRoutes file) {
    return file.lines().stream()
        .filter(line -> line.type() == AnyipRoutes.Type.ENTRY && isRead(line))
        .map(line -> new TakenBack(line, down(line)))
        .toList();
  }

  private boolean down(AnyipRoutes.Line line) {
    Route gone = printed.remove(asSearched(line));
    if (gone != null) {
      taken.remove(gone.destination());
    }
    return gone != null;
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
    return new Line(line, LineOutcome.REJECTED, prefix, reason, message);
  }

  private static Line line(
      AnyipRoutes.Line line, LineOutcome outcome, Optional<Cidr> prefix, String message) {
    return new Line(line, outcome, prefix, Reason.NONE, message);
  }
}
