package io.github.viplint.fix;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.FixPlan;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How far the plan for one lab has come. Not for use by several threads. */
final class PlannedLab {
  /** A fix of a finding, whatever captures it was made for. */
  private record Try(String fingerprint, int line, String title) {
    static Try of(Entry entry, Fix fix) {
      return new Try(entry.fingerprint(), entry.finding().span().place().startLine(), fix.title());
    }
  }

  private final String name;
  private final Proof.Trial before;
  private final long cost;
  private final List<FixPlan.Step> steps = new ArrayList<>();
  private final Map<String, HostCommands> commands = new LinkedHashMap<>();
  private final Map<Try, String> refused = new HashMap<>();
  private EditedLab edited;
  private Report latest;

  PlannedLab(String name, Proof.Trial before) {
    this.name = name;
    this.before = before;
    this.cost = Effort.of(before.report(), name);
    this.edited = EditedLab.of(before.report(), name);
    this.latest = own(before.report());
  }

  String name() {
    return name;
  }

  /** What one more run costs. */
  long cost() {
    return cost;
  }

  EditedLab edited() {
    return edited;
  }

  /** What is found in this lab with what was kept so far. */
  Report latest() {
    return latest;
  }

  List<FixPlan.Step> steps() {
    return steps;
  }

  private Report own(Report report) {
    return report.withFindings(
        report.findings().stream().filter(entry -> entry.lab().equals(name)).toList());
  }

  /** The commands of what was kept so far, for a host. */
  HostCommands commands(String host) {
    return commands.getOrDefault(host, new HostCommands(before, name, host, List.of()));
  }

  /** What to do on each host. */
  List<FixPlan.Commands> commands() {
    return commands.values().stream().map(HostCommands::merged).toList();
  }

  void keep(Planning.Tried tried) {
    String host = tried.entry().finding().host();
    steps.add(new FixPlan.Step(tried.entry(), tried.fix().asProven(), tried.brings()));
    commands.put(host, commands(host).with(tried.fix()).after(tried.after()));
    edited = tried.edited();
    latest = own(tried.after().report());
    // what did not help before may help now
    refused.clear();
  }

  void refuse(Entry entry, Fix fix, String why) {
    refused.put(Try.of(entry, fix), why);
  }

  /** Why a fix does not help on what was kept so far, where it was tried. */
  Optional<String> refused(Entry entry, Fix fix) {
    return Optional.ofNullable(refused.get(Try.of(entry, fix)));
  }

  /**
   * What is left when the commands have been run as well, each fix that was not kept with the
   * reason why.
   *
   * @param notWanted why a fix was not even tried
   */
  List<Entry> left(Function<Fix, Optional<String>> notWanted) {
    return latest.findings().stream()
        .filter(
            entry -> !Cure.isCuredBy(commands(entry.finding().host()).inOrder(), entry.finding()))
        .map(
            entry -> {
              Finding finding = entry.finding();
              List<Fix> fixes =
                  finding.fixes().stream()
                      .map(
                          fix ->
                              refused(entry, fix)
                                  .or(() -> notWanted.apply(fix))
                                  .map(fix::asUnproven)
                                  .orElse(fix))
                      .toList();
              return new Entry(
                  entry.id(),
                  entry.lab(),
                  finding.withFixes(fixes),
                  entry.causedBy(),
                  entry.fingerprint());
            })
        .toList();
  }
}
