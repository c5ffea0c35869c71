package io.github.viplint.twin.routetables;

import io.github.viplint.capture.Span;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.RouteTables.Entry;
import io.github.viplint.model.RtTables;
import io.github.viplint.model.WorkloadNetworks;
import io.github.viplint.twin.appliance.ApplianceVersion;
import io.github.viplint.twin.appliance.LineOutcome;
import io.github.viplint.twin.command.BashWords;
import io.github.viplint.twin.command.Refusal;
import io.github.viplint.twin.command.Refusal.Reason;
import io.github.viplint.twin.command.TableNames;
import io.github.viplint.twin.command.WorkingKernel;
import io.github.viplint.twin.routetables.RouteTablesBoot.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@code routetablectl.sh up}: {@code down} first, then the tables' names, the rules of
 * the additional workload networks (v0.2.0), and route-tables.cfg line by line. The first command
 * that fails ends it.
 */
final class RouteTablesUp {
  private static final String ENDED = "the service ended at a line before it";

  /** More lines behind a failing one are too many to mend. */
  private static final int MOST_IMAGINED = 2_000;

  private static final Set<String> OWN_NAMES = Set.of("management", "workload", "frontend");

  private final ApplianceVersion version;
  private final WorkingKernel kernel;
  private final List<Line> lines = new ArrayList<>();

  /** What was printed for a line before its turn came. */
  private final Map<Span, List<String>> announced = new HashMap<>();

  private TableNames names;
  private boolean ended;
  private boolean doubtful;

  /** A run on a copy, for the lines that are not reached. */
  private @Nullable RouteTablesUp imagined;

  private int imaginedLines;
  private final Set<Span> badNames = new HashSet<>();

  RouteTablesUp(ApplianceVersion version, WorkingKernel kernel, TableNames names) {
    this.version = version;
    this.kernel = kernel;
    this.names = names;
  }

  /** One that has come as far as {@code other}, with the names of all lines. */
  private RouteTablesUp(RouteTablesUp other, List<Entry> all) {
    this(other.version, new WorkingKernel(other.kernel), other.names);
    announced.putAll(other.announced);
    if (version == ApplianceVersion.V0_2_0) {
      for (Entry entry : all) {
        if (!announced.containsKey(entry.span()) && !announce(entry)) {
          badNames.add(entry.span());
        }
      }
    }
  }

  /** What would come of the line if no line before it had ended the service. */
  private Line alone(Entry entry) {
    ended = false;
    entry(entry, badNames.contains(entry.span()), List.of());
    return lines.remove(0);
  }

  /** Whether it ends well. */
  boolean run(RouteTables file, Optional<WorkloadNetworks> networks) {
    RouteTablesStop stop = RouteTablesStop.run(version, kernel, names);
    names = stop.names();
    if (!stop.done()) {
      return false;
    }
    if (version == ApplianceVersion.V0_2_0) {
      Optional<Entry> bad = Optional.empty();
      for (Entry entry : file.entries()) {
        bad = bad.or(() -> announce(entry) ? Optional.empty() : Optional.of(entry));
      }
      ended = bad.isPresent();
      networks.stream().flatMap(one -> one.lines().stream()).forEach(this::network);
      Optional<Entry> failed = bad;
      file.entries()
          .forEach(entry -> entry(entry, failed.filter(entry::equals).isPresent(), file.entries()));
    } else {
      file.entries().forEach(entry -> entry(entry, false, file.entries()));
    }
    return !ended;
  }

  /** What came of each line, in order. */
  List<Line> lines() {
    return lines;
  }

  /** rt_tables as it is now. */
  TableNames names() {
    return names;
  }

  /** Whether something decides that the twin does not understand. */
  boolean doubtful() {
    return doubtful;
  }

  /** Writes the names of tables into rt_tables; whether it could. */
  private boolean announce(Entry entry) {
    char first = entry.text().charAt(0);
    if (!Character.isLetterOrDigit(first) && first != '_') {
      return true;
    }
    for (String word : BashWords.words(entry.text())) {
      List<String> fields = BashWords.fields(word);
      if (fields.size() < 2) {
        return false;
      }
      if (!announce(entry.span(), fields.get(0), fields.get(1))) {
        return false;
      }
    }
    return true;
  }

  private boolean announce(Span span, String id, String name) {
    String own = TableNames.PREFIX + name;
    announced
        .computeIfAbsent(span, key -> new ArrayList<>())
        .add("create new route table id=" + id + " name=" + own);
    BashWords.Printed number = BashWords.decimal(id);
    names = names.with(new RtTables.Entry(span, number.number(), own));
    return number.valid();
  }

  private void network(WorkloadNetworks.Line line) {
    if (ended) {
      notReached(line.span(), Optional.empty(), Reason.NONE, Optional.empty(), ENDED);
    } else if (isUnread(line.span(), line.terminated())) {
      unread(line.span(), Optional.empty());
    } else {
      List<String> words = new ArrayList<>(List.of("to"));
      words.addAll(BashWords.words(line.text()));
      words.addAll(List.of("lookup", TableNames.PREFIX + "workload"));
      RouteTablesStep step = step(line.span(), Optional.empty());
      step.rule(words);
      done(step);
    }
  }

  /**
   * @param all the lines of the file
   */
  private void entry(Entry entry, boolean badName, List<Entry> all) {
    if (badName) {
      Reason reason =
          BashWords.words(entry.text()).stream()
                  .allMatch(word -> BashWords.fields(word).size() >= 2)
              ? Reason.BAD_ID
              : Reason.TOO_FEW_FIELDS;
      RouteTablesStep step = step(entry.span(), Optional.of(entry));
      step.refuse(new Refusal(reason, RouteTablesText.printed(reason, entry)));
      done(step);
    } else if (ended) {
      notReached(entry, all);
    } else if (isUnread(entry.span(), entry.terminated())) {
      unread(entry.span(), Optional.of(entry));
    } else {
      RouteTablesStep step = step(entry.span(), Optional.of(entry));
      up(entry, step);
      done(step);
    }
  }

  /** A paste loses its last newline, so only an exact text can be believed to have none. */
  private static boolean isUnread(Span span, boolean terminated) {
    return !terminated && span.capture().isExact();
  }

  private void notReached(Entry entry, List<Entry> all) {
    if (imaginedLines++ >= MOST_IMAGINED) {
      notReached(entry.span(), Optional.of(entry), Reason.NONE, Optional.empty(), ENDED);
      return;
    }
    if (imagined == null) {
      imagined = new RouteTablesUp(this, all);
    }
    Line would = imagined.alone(entry);
    boolean ends = would.outcome() == LineOutcome.REJECTED;
    notReached(
        entry.span(),
        Optional.of(entry),
        would.reason(),
        would.rival(),
        ends && !would.message().isEmpty()
            ? ENDED + ", and would end here: " + would.message()
            : ENDED);
  }

  private void notReached(
      Span span, Optional<Entry> entry, Reason reason, Optional<Span> rival, String message) {
    lines.add(
        new Line(
            span,
            entry,
            LineOutcome.NOT_REACHED,
            reason,
            rival,
            message,
            announced.getOrDefault(span, List.of())));
  }

  private void unread(Span span, Optional<Entry> entry) {
    lines.add(
        new Line(
            span,
            entry,
            LineOutcome.UNREAD,
            Reason.NONE,
            Optional.empty(),
            "no newline ends it, so the service never reads it",
            announced.getOrDefault(span, List.of())));
  }

  private void up(Entry entry, RouteTablesStep step) {
    List<String> fields = BashWords.fields(entry.text());
    boolean gateway = version.addsDefault(entry);
    if (fields.size() < 4 || !version.knowsLinkRoutes() && fields.size() < 5) {
      step.refuse(
          new Refusal(
              Reason.TOO_FEW_FIELDS, RouteTablesText.printed(Reason.TOO_FEW_FIELDS, entry)));
      return;
    }
    boolean plain = fields.stream().skip(1).allMatch(field -> BashWords.isPlain(field.strip()));
    boolean ipv6 = fields.stream().skip(3).anyMatch(field -> field.indexOf(':') >= 0);
    if (!plain || ipv6) {
      step.doubt();
      return;
    }
    Optional<List<String>> devices = devices(fields.get(1), fields.get(2));
    if (devices.isEmpty()) {
      step.doubt();
      return;
    }
    if (version != ApplianceVersion.V0_2_0) {
      BashWords.Printed number = BashWords.decimal(fields.get(0));
      announce(entry.span(), fields.get(0), fields.get(1));
      if (!number.valid()) {
        step.refuse(new Refusal(Reason.BAD_ID, RouteTablesText.printed(Reason.BAD_ID, entry)));
        return;
      }
    }
    if (gateway) {
      step.defaultRoute(fields, devices.get());
    } else {
      step.linkRoute(fields, devices.get());
    }
    if (gateway || version != ApplianceVersion.V0_2_0) {
      step.ruleFrom(fields);
    }
  }

  private Optional<List<String>> devices(String table, String mac) {
    if (kernel.knowsInterfaces()) {
      return LinkPattern.devices(mac, kernel.interfaces());
    }
    // taken to be an interface's: the appliance calls its interfaces like their tables
    return Optional.of(
        !LinkPattern.isMac(mac) ? List.of() : List.of(OWN_NAMES.contains(table) ? table : mac));
  }

  private RouteTablesStep step(Span span, Optional<Entry> entry) {
    return new RouteTablesStep(
        version, kernel, this::names, span, entry, announced.getOrDefault(span, List.of()));
  }

  private void done(RouteTablesStep step) {
    lines.add(step.line());
    ended |= !step.isOpen();
    doubtful |= step.doubtful();
  }
}
