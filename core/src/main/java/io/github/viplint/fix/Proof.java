package io.github.viplint.fix;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Survey.LabHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves fixes. A fix is proven when, with its edits applied, the finding is gone, no new one as
 * severe has come, and its commands do the rest on a re-enacted appliance. It is applied together
 * with the proven fixes of the findings before it, so that one finding's cure is not blamed for the
 * next line's fault.
 */
public final class Proof {
  /** Every proof is a run of its own, so a hopeless file is not proven to the last line. */
  private static final int MOST_RUNS = 64;

  /** So many lines are linted again for all proofs together; more would take minutes. */
  private static final long MOST_LINES = 300_000;

  private final Trial before;
  private final Report report;
  private final Run run;
  private final Rehearsal rehearsal;
  private final Map<String, Cured> labs = new HashMap<>();
  private final Effort effort = new Effort(MOST_RUNS, MOST_LINES);

  /** A lab with the edits that are proven so far, and what is found in it with them. */
  private static final class Cured {
    private final long lines;
    private final List<TextEdit> proven = new ArrayList<>();
    private final Map<String, List<String>> commands = new HashMap<>();
    private Trial latest;

    Cured(Trial before, String lab) {
      Report report = before.report();
      this.latest =
          new Trial(
              report.withFindings(
                  report.findings().stream().filter(entry -> entry.lab().equals(lab)).toList()),
              before.hosts());
      this.lines = Effort.of(report, lab);
    }

    boolean has(Fix fix) {
      return proven.containsAll(fix.edits());
    }

    boolean overlaps(Fix fix) {
      return fix.edits().stream()
          .anyMatch(
              edit ->
                  proven.stream()
                      .anyMatch(
                          other ->
                              other.span().capture() == edit.span().capture()
                                  && other.span().start() <= edit.span().end()
                                  && edit.span().start() <= other.span().end()
                                  // one line behind the other
                                  && !(addsLines(other) && addsLines(edit))));
    }

    private static boolean addsLines(TextEdit edit) {
      return edit.span().start() == edit.span().end() && edit.newText().endsWith("\n");
    }

    /** The commands of the proven fixes for a host, in order. */
    List<String> commands(String host) {
      return commands.getOrDefault(host, List.of());
    }

    void keep(String host, Tried tried) {
      if (!has(tried.fix())) {
        proven.addAll(tried.fix().edits());
        commands.computeIfAbsent(host, key -> new ArrayList<>()).addAll(tried.fix().commands());
        latest = tried.after();
      }
    }
  }

  /** Reads and lints those labs again that have an edited capture. */
  @FunctionalInterface
  public interface Run {
    Trial with(Map<Capture, Capture> edited);
  }

  /**
   * What came of a run.
   *
   * @param hosts of the labs that were looked at
   */
  public record Trial(Report report, List<LabHost> hosts) {
    Optional<HostView> host(String lab, String name) {
      return hosts.stream()
          .filter(host -> host.lab().equals(lab) && host.view().name().equals(name))
          .map(LabHost::view)
          .findFirst();
    }
  }

  private Proof(Trial before, Run run) {
    this.before = before;
    this.report = before.report();
    this.run = run;
    this.rehearsal = new Rehearsal(before, run, effort);
  }

  /**
   * The report with every fix that could be proven marked so, and the reason with the others that
   * have edits.
   *
   * @param before what was found, with the hosts that it was found on
   */
  public static Report prove(Trial before, Run run) {
    return new Proof(before, run).all();
  }

  private Report all() {
    List<Report.Entry> entries = new ArrayList<>();
    for (Report.Entry entry : report.findings()) {
      Finding finding = entry.finding();
      Cured lab = labs.computeIfAbsent(entry.lab(), name -> new Cured(before, name));
      List<Fix> fixes = new ArrayList<>();
      // fixes of one finding are a choice: each is tried alone, and the first that works is kept
      Optional<Tried> kept = Optional.empty();
      for (Fix fix : finding.fixes()) {
        if (fix.edits().isEmpty()) {
          List<String> done = lab.commands(finding.host());
          fixes.add(rehearsal.of(entry, fix, lab.latest, done));
          continue;
        }
        Tried tried = tried(lab, entry, fix);
        kept = kept.or(() -> Optional.of(tried).filter(Tried::works));
        fixes.add(tried.works() ? fix.asProven() : fix.asUnproven(tried.why()));
      }
      kept.ifPresent(one -> lab.keep(finding.host(), one));
      entries.add(
          new Report.Entry(
              entry.id(),
              entry.lab(),
              finding.withFixes(fixes),
              entry.causedBy(),
              entry.fingerprint()));
    }
    return report.withFindings(entries);
  }

  /**
   * A fix that was tried.
   *
   * @param after what is found with it
   * @param why it does not work; empty when it does
   */
  private record Tried(Fix fix, Trial after, String why) {
    boolean works() {
      return why.isEmpty();
    }
  }

  private Tried tried(Cured lab, Report.Entry entry, Fix fix) {
    if (lab.has(fix)) {
      return new Tried(fix, lab.latest, "");
    }
    if (lab.overlaps(fix)) {
      return new Tried(fix, lab.latest, "a proven fix before it changes the same lines");
    }
    if (!effort.isLeft()) {
      return new Tried(fix, lab.latest, "there are too many to try them all");
    }
    effort.spend(lab.lines);
    try {
      return trial(lab, entry, fix);
    } catch (OutOfMemoryError e) {
      // the lab stands in memory twice while a fix is tried; what was found is worth more
      effort.end();
      return new Tried(fix, lab.latest, "trying it takes more memory than there is");
    }
  }

  private Tried trial(Cured lab, Report.Entry entry, Fix fix) {
    List<TextEdit> edits = new ArrayList<>(lab.proven);
    edits.addAll(fix.edits());
    Trial after = run.with(apply(edits));
    Cure cure = new Cure(lab.latest.report(), after.report(), entry, fix.commands());
    String why =
        cure.lost(fix).stream()
            .findFirst()
            .map(left -> "it leaves " + left.finding().rule() + ": " + left.finding().message())
            .orElseGet(cure::failure);
    return new Tried(fix, after, why.isEmpty() ? commands(lab, entry, fix, after) : why);
  }

  /** What is wrong when the edits are made and the commands were run; empty for nothing. */
  private String commands(Cured lab, Report.Entry entry, Fix fix, Trial after) {
    String host = entry.finding().host();
    Optional<HostView> now = before.host(entry.lab(), host);
    Optional<HostView> then = after.host(entry.lab(), host);
    if (fix.commands().isEmpty() || now.isEmpty() || then.isEmpty()) {
      return "";
    }
    List<String> commands = new ArrayList<>(lab.commands(host));
    commands.addAll(fix.commands());
    return new CommandProof(now.get(), then.get()).failure(commands);
  }

  private static Map<Capture, Capture> apply(List<TextEdit> edits) {
    Map<Capture, List<TextEdit>> byCapture = new IdentityHashMap<>();
    for (TextEdit edit : edits) {
      byCapture.computeIfAbsent(edit.span().capture(), key -> new ArrayList<>()).add(edit);
    }
    Map<Capture, Capture> edited = new IdentityHashMap<>();
    byCapture.forEach((capture, own) -> edited.put(capture, capture.edited(own)));
    return edited;
  }
}
