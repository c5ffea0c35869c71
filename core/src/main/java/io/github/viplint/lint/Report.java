package io.github.viplint.lint;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.SourceAccount;
import io.github.viplint.space.Claims;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that one run found and looked at. Report formats print this and decide nothing.
 *
 * @param version of viplint
 * @param rules all rules that there are
 * @param labs what was looked at
 * @param captures every capture, in the order given
 * @param findings in report order, see DESIGN: root causes, what they led to, infos
 * @param suppressed what was found and is not to be reported, by place
 * @param results what became of each rule on each host
 * @param wanted what to capture so that skipped rules can run
 * @param accounts one for each source, in the order given
 * @param problems what could not be read
 * @param ruleErrors rules that broke
 */
public record Report(
    String version,
    List<Rule> rules,
    Options options,
    List<LabSummary> labs,
    List<CaptureSummary> captures,
    List<Entry> findings,
    List<Suppressed> suppressed,
    List<RuleResult> results,
    List<Wanted> wanted,
    List<SourceAccount> accounts,
    List<InputProblem> problems,
    List<RuleError> ruleErrors) {
  public Report {
    rules = List.copyOf(rules);
    labs = List.copyOf(labs);
    captures = List.copyOf(captures);
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    results = List.copyOf(results);
    wanted = List.copyOf(wanted);
    accounts = List.copyOf(accounts);
    problems = List.copyOf(problems);
    ruleErrors = List.copyOf(ruleErrors);
  }

  /**
   * A finding in its place.
   *
   * @param id {@code f1}, {@code f2}… in report order
   * @param causedBy the ids of the findings that brought it about
   * @param fingerprint stays the same when lines move
   */
  public record Entry(
      String id, String lab, Finding finding, List<String> causedBy, String fingerprint) {
    public Entry {
      causedBy = List.copyOf(causedBy);
    }

    public Entry withFixes(List<Fix> fixes) {
      return new Entry(id, lab, finding.withFixes(fixes), causedBy, fingerprint);
    }

    /** An error or warning that nothing else explains. */
    public boolean isRoot() {
      return causedBy.isEmpty() && finding.severity().atLeast(Severity.WARNING);
    }
  }

  /** Why a rule that the user switched off was skipped. */
  public static final String OFF = "switched off";

  /**
   * A finding that is counted and listed, and not reported.
   *
   * @param fingerprint as {@link Entry} has it
   * @param by what suppresses it
   */
  public record Suppressed(String lab, Finding finding, String fingerprint, Suppression by) {
    static Suppressed of(String lab, Finding finding, Suppression by) {
      return new Suppressed(lab, finding, Fingerprint.shown(lab, finding), by);
    }
  }

  /**
   * A capture and what was made of it.
   *
   * @param id {@code c1}, {@code c2}… in the order given
   * @param host the name of the host that it was joined to; empty when that is open
   * @param state the state of that host in which it first counts, from 1
   */
  public record CaptureSummary(
      String id,
      Capture capture,
      String lab,
      Optional<String> host,
      int state,
      Coverage coverage) {}

  /**
   * A lab that was looked at.
   *
   * @param claims tells who uses which address for what; their labels may quote captures and are
   *     not masked
   */
  public record LabSummary(String name, List<HostSummary> hosts, Supplier<Claims> claims) {
    public LabSummary {
      hosts = List.copyOf(hosts);
    }
  }

  public record HostSummary(String name, Optional<Role> role, int states) {}

  /**
   * What became of a rule.
   *
   * @param host empty when the lab has no host that the rule is about
   * @param reason why it was skipped
   */
  public record RuleResult(
      RuleInfo rule, String lab, Optional<String> host, Outcome outcome, String reason) {}

  public enum Outcome {
    FOUND,
    PASSED,
    SKIPPED
  }

  /**
   * A capture that would let more rules run.
   *
   * @param host empty when any host of the role will do
   * @param enables codes of the rules that lack it
   */
  public record Wanted(
      String lab,
      Optional<Role> role,
      Optional<String> host,
      CaptureKind kind,
      String command,
      List<String> enables) {
    public Wanted {
      enables = List.copyOf(enables);
    }
  }

  /** A rule that broke; the message holds no text of a capture. */
  public record RuleError(RuleInfo rule, String message) {}

  /** The same report with other findings. */
  public Report withFindings(List<Entry> newFindings) {
    return new Report(
        version,
        rules,
        options,
        labs,
        captures,
        newFindings,
        suppressed,
        results,
        wanted,
        accounts,
        problems,
        ruleErrors);
  }

  /** The same report with the findings of one lab. */
  public Report ofLab(String lab) {
    return withFindings(findings.stream().filter(entry -> entry.lab().equals(lab)).toList());
  }

  /** The same report without what was found in no lab: in the configuration or a baseline. */
  public Report ofLabs() {
    return withFindings(findings.stream().filter(entry -> !entry.lab().isEmpty()).toList());
  }

  /** The same report with other suppressed findings. */
  public Report withSuppressed(List<Suppressed> newSuppressed) {
    return new Report(
        version,
        rules,
        options,
        labs,
        captures,
        findings,
        newSuppressed,
        results,
        wanted,
        accounts,
        problems,
        ruleErrors);
  }

  /** The same report with other problems. */
  public Report withProblems(List<InputProblem> newProblems) {
    return new Report(
        version,
        rules,
        options,
        labs,
        captures,
        findings,
        suppressed,
        results,
        wanted,
        accounts,
        newProblems,
        ruleErrors);
  }

  /** Whether names and addresses are not those of the lab. */
  public boolean anonymized() {
    return accounts.stream().anyMatch(account -> account.source().sha256().isEmpty());
  }

  /** What of the diagnosis has a time, in order of time. */
  public List<TimelineEvent> timeline() {
    return TimelineEvent.of(findings);
  }

  /** The root causes, the one that explains most first. */
  public List<Entry> roots() {
    return findings.stream().filter(Entry::isRoot).toList();
  }

  /** What to begin with: the first cause that is about the lab, and not about the configuration. */
  public Optional<Entry> firstCause() {
    List<Entry> roots = roots();
    return roots.stream()
        .filter(root -> rules.stream().noneMatch(rule -> isReviewOf(rule, root)))
        .findFirst()
        .or(() -> roots.stream().findFirst());
  }

  private static boolean isReviewOf(Rule rule, Entry entry) {
    return rule instanceof ReviewRule && rule.info().equals(entry.finding().rule());
  }

  /** Whether a rule or a reader broke: viplint's fault, whatever else it found. */
  public boolean broken() {
    return !ruleErrors.isEmpty()
        || problems.stream()
            .anyMatch(problem -> problem.extent() == InputProblem.Extent.BROKEN_READER);
  }

  public long count(Severity severity) {
    return findings.stream().filter(entry -> entry.finding().severity() == severity).count();
  }

  /** Whether the rule was skipped because the user switched it off. */
  public boolean isOff(RuleResult result) {
    return options.policy().off().contains(result.rule().code());
  }

  /** How many rules the user switched off. */
  public long off() {
    return results.stream()
        .filter(this::isOff)
        .map(result -> result.rule().code())
        .distinct()
        .count();
  }

  /**
   * What became of all lines, those of the captures and those around them. A source in which
   * nothing was recognised is not among them: it is a problem as a whole.
   */
  public Coverage coverage() {
    Coverage sum = Coverage.NONE;
    for (CaptureSummary capture : captures) {
      sum = sum.plus(capture.coverage());
    }
    for (SourceAccount account : accounts) {
      if (!account.captures().isEmpty()) {
        int strays = account.strays().size();
        sum = sum.plus(new Coverage(account.ignored() + strays, account.ignored(), 0, strays));
      }
    }
    return sum;
  }

  /** How many sources hold nothing that was recognised. */
  public long unrecognised() {
    return accounts.stream().filter(account -> account.captures().isEmpty()).count();
  }
}
