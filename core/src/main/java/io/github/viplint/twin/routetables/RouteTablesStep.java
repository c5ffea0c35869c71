package io.github.viplint.twin.routetables;

import io.github.viplint.capture.Span;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.RouteTables.Entry;
import io.github.viplint.twin.appliance.ApplianceVersion;
import io.github.viplint.twin.appliance.LineOutcome;
import io.github.viplint.twin.command.BashWords;
import io.github.viplint.twin.command.IpRouteCommand;
import io.github.viplint.twin.command.IpRuleCommand;
import io.github.viplint.twin.command.Refusal;
import io.github.viplint.twin.command.Refusal.Reason;
import io.github.viplint.twin.command.TableNames;
import io.github.viplint.twin.command.WorkingKernel;
import io.github.viplint.twin.routetables.RouteTablesBoot.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is done for one line: its commands, until the first that fails. */
final class RouteTablesStep {
  private final ApplianceVersion version;
  private final WorkingKernel kernel;
  private final Supplier<TableNames> names;
  private final Span span;
  private final Optional<Entry> entry;
  private final List<String> journal;
  private Refusal refusal = new Refusal(Reason.NONE, "");

  /**
   * @param names rt_tables as it is when a command runs
   * @param entry the line of route-tables.cfg, where it is one
   * @param announced what was printed for it before its turn came
   */
  RouteTablesStep(
      ApplianceVersion version,
      WorkingKernel kernel,
      Supplier<TableNames> names,
      Span span,
      Optional<Entry> entry,
      List<String> announced) {
    this.version = version;
    this.kernel = kernel;
    this.names = names;
    this.span = span;
    this.entry = entry;
    this.journal = new ArrayList<>(announced);
  }

  void refuse(Refusal refused) {
    refusal = refused;
  }

  void doubt() {
    refuse(new Refusal(Reason.NOT_UNDERSTOOD, ""));
  }

  void defaultRoute(List<String> fields, List<String> devices) {
    String table = TableNames.PREFIX + fields.get(1);
    List<String> words = new ArrayList<>(List.of("table", table, "default", "via"));
    List<String> tail = List.of("proto", "static");
    if (version == ApplianceVersion.V0_2_0) {
      words.addAll(BashWords.words(fields.get(4)));
      route(words, devices, tail);
    } else {
      journal.add("create default route for " + table);
      words.addAll(List.of(fields.get(4), "dev", String.join("\n", devices)));
      words.addAll(tail);
      add(words);
    }
  }

  void linkRoute(List<String> fields, List<String> devices) {
    Optional<Cidr> network = PythonNetwork.of(fields.get(3));
    if (network.isEmpty()) {
      refuse(
          new Refusal(
              Reason.UNPARSABLE,
              "ValueError: '" + fields.get(3) + "' does not appear to be an IPv4 or IPv6 network"));
      return;
    }
    String host = fields.get(3).split("/", -1)[0];
    List<String> words = new ArrayList<>(List.of("table", TableNames.PREFIX + fields.get(1)));
    words.add(network.get().toString());
    route(words, devices, List.of("proto", "kernel", "scope", "link", "src", host));
  }

  /** Two interfaces part the command in two, and the second half is none. */
  private void route(List<String> head, List<String> devices, List<String> tail) {
    List<String> words = new ArrayList<>(head);
    words.add("dev");
    words.addAll(devices.isEmpty() ? List.of() : devices.subList(0, 1));
    words.addAll(devices.size() > 1 ? List.of() : tail);
    String command = "ip route add " + String.join(" ", words);
    if (version == ApplianceVersion.V0_2_0) {
      journal.add(command);
    } else if (tail.contains("link")) {
      journal.add("create route with cmd: " + command);
    }
    IpRouteCommand.Parsed parsed = IpRouteCommand.parse(words, span, names.get(), kernel);
    Optional<Refusal> refused =
        parsed.refusal().or(() -> kernel.add(parsed.route().orElseThrow(), parsed.table()));
    refused.ifPresent(this::refuse);
    if (isOpen() && devices.size() > 1) {
      refuse(new Refusal(Reason.SEVERAL_DEVICES, devices.get(1) + ": command not found"));
    }
  }

  private void add(List<String> words) {
    IpRouteCommand.Parsed parsed = IpRouteCommand.parse(words, span, names.get(), kernel);
    Optional<Refusal> refused =
        parsed.refusal().or(() -> kernel.add(parsed.route().orElseThrow(), parsed.table()));
    refused.ifPresent(this::refuse);
  }

  void ruleFrom(List<String> fields) {
    if (version != ApplianceVersion.V0_2_0 && isOpen()) {
      journal.add("create IP rule for " + TableNames.PREFIX + fields.get(1));
    }
    List<String> words = new ArrayList<>(List.of("from"));
    words.addAll(
        version == ApplianceVersion.V0_2_0
            ? BashWords.words(fields.get(3))
            : List.of(fields.get(3)));
    words.addAll(List.of("lookup", TableNames.PREFIX + fields.get(1)));
    rule(words);
  }

  void rule(List<String> words) {
    if (!isOpen()) {
      return;
    }
    if (version == ApplianceVersion.V0_2_0 && !words.stream().allMatch(BashWords::isPlain)) {
      doubt();
      return;
    }
    if (version == ApplianceVersion.V0_2_0) {
      journal.add("ip rule add " + String.join(" ", words));
    }
    IpRuleCommand.Parsed parsed = IpRuleCommand.parse(words, names.get());
    Optional<Refusal> refused = parsed.refusal().or(() -> parsed.add(span, kernel));
    refused.ifPresent(this::refuse);
  }

  /** Whether nothing has failed so far. */
  boolean isOpen() {
    return refusal.reason() == Reason.NONE;
  }

  /** Whether something decides that the twin does not understand. */
  boolean doubtful() {
    return refusal.reason() == Reason.NOT_UNDERSTOOD;
  }

  /** What came of it. */
  Line line() {
    List<String> printedLines = new ArrayList<>(journal);
    if (!refusal.printed().isEmpty()) {
      printedLines.add(refusal.printed());
    }
    return new Line(
        span,
        entry,
        isOpen() ? LineOutcome.ADDED : LineOutcome.REJECTED,
        refusal.reason(),
        refusal.rival(),
        RouteTablesText.message(refusal.reason(), refusal.printed()),
        printedLines);
  }
}
