package io.github.viplint.lint;

import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.SourceAccount;
import io.github.viplint.lint.Report.Outcome;
import io.github.viplint.lint.Report.RuleError;
import io.github.viplint.lint.Report.RuleResult;
import io.github.viplint.lint.Report.Wanted;
import io.github.viplint.model.Host;
import io.github.viplint.model.Lab;
import io.github.viplint.model.Reading;
import io.github.viplint.space.Claims;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs rules over labs. A rule that throws is reported and stops no other. */
public final class Linter {
  /** Below this many characters of captures one core is done before a second one has begun. */
  private static final long WORTH_SHARING = 1 << 20;

  private final Map<RuleInfo, Rule> rules;
  private final List<Run> runs;
  private final List<RuleInfo> off;
  private final List<Witness.Call> witnesses;
  private final Options options;

  /**
   * @param witnesses who knows whether what rules predict came true, beside what the kernel and
   *     systemd were captured to say
   */
  public Linter(List<Rule> rules, List<Witness.Call> witnesses, Options options) {
    this(byInfo(rules), witnesses, options);
  }

  /**
   * @param rules by what they say of themselves, in their order: asked once, for it is made anew
   */
  public Linter(Map<RuleInfo, Rule> rules, List<Witness.Call> witnesses, Options options) {
    this.rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    this.witnesses =
        Stream.concat(
                Stream.of(
                    ActiveRanges::of,
                    (lab, host) -> List.of(new RunningUnits(host)),
                    (lab, host) -> ListeningPrograms.of(host)),
                witnesses.stream())
            .toList();
    this.options = options;
    List<Run> runs = new ArrayList<>();
    List<RuleInfo> off = new ArrayList<>();
    rules.forEach(
        (info, rule) -> {
          if (options.policy().off().contains(info.code())) {
            off.add(info);
          } else {
            runs.add(new Run(rule, info, rule.needs()));
          }
        });
    this.runs = List.copyOf(runs);
    this.off = List.copyOf(off);
  }

  private static Map<RuleInfo, Rule> byInfo(List<Rule> rules) {
    Map<RuleInfo, Rule> byInfo = new LinkedHashMap<>();
    rules.forEach(rule -> byInfo.put(rule.info(), rule));
    return byInfo;
  }

  /** A rule that is not switched off, and what it says of itself. */
  private record Run(Rule rule, RuleInfo info, Needs needs) {}

  /**
   * Lints labs, one by one, and puts the report together.
   *
   * @param version of viplint, for the report
   * @param accounts of the sources, in the order given
   * @param problems what could not be read
   */
  public Report lint(
      String version, List<Lab> labs, List<SourceAccount> accounts, List<InputProblem> problems) {
    Suppressing suppressing =
        new Suppressing(options.policy(), List.copyOf(rules.keySet()), reviewing(), labs);
    List<LabResult> results = labs.stream().map(lab -> lint(lab, suppressing)).toList();
    List<Looked> back = reviews(suppressing, results);
    return Assembly.report(
        version, List.copyOf(rules.values()), options, results, back, accounts, problems);
  }

  private Set<String> reviewing() {
    Set<String> codes = new HashSet<>();
    rules.forEach(
        (info, rule) -> {
          if (rule instanceof ReviewRule) {
            codes.add(info.code());
          }
        });
    return codes;
  }

  /** What a rule says that looked back at the run. */
  record Looked(ReviewFindings found, List<RuleResult> results) {}

  private List<Looked> reviews(Suppressing suppressing, List<LabResult> labs) {
    Review review =
        suppressing.review(labs.stream().flatMap(lab -> lab.results().stream()).toList());
    List<Looked> looked = new ArrayList<>();
    for (Run run : runs) {
      if (run.rule() instanceof ReviewRule back) {
        ReviewFindings found = new ReviewFindings(run.info());
        back.review(review, found);
        boolean any = found.found().values().stream().anyMatch(one -> !one.found().isEmpty());
        boolean nothing = review.uses().isEmpty() && review.unusable().isEmpty();
        Outcome outcome = nothing ? Outcome.SKIPPED : any ? Outcome.FOUND : Outcome.PASSED;
        looked.add(
            new Looked(
                found,
                labs.stream()
                    .map(
                        lab ->
                            result(run.info(), lab.lab(), outcome, nothing ? "no suppression" : ""))
                    .toList()));
      }
    }
    return looked;
  }

  private static RuleResult result(RuleInfo rule, Lab lab, Outcome outcome, String reason) {
    return new RuleResult(rule, lab.name(), Optional.empty(), outcome, reason);
  }

  /** What the rules say of one lab. */
  record LabResult(
      Lab lab,
      Supplier<Claims> claims,
      Diagnosis diagnosis,
      List<Report.Suppressed> suppressed,
      List<RuleResult> results,
      List<Wanted> wanted,
      List<InputProblem> leftOut,
      List<RuleError> errors) {}

  private LabResult lint(Lab lab, Suppressing suppressing) {
    LabView view = new LabView(lab, options);
    List<Finding> findings = new ArrayList<>();
    RuleResults results = new RuleResults(view);
    List<RuleError> errors = new ArrayList<>();
    List<InputProblem> leftOut = new ArrayList<>();
    Predictions predictions = new Predictions(view, witnesses);
    for (Checked checked : check(view)) {
      checked.error().ifPresent(errors::add);
      Findings found = checked.found();
      for (Finding finding : found.found()) {
        findings.add(predictions.weighed(options.policy().judged(finding)));
      }
      if (found.leftOut() > 0) {
        leftOut.add(leftOut(checked.run().info(), found));
      }
      Run run = checked.run();
      results.looked(
          run.info(), run.needs(), checked.reach(), found.found(), checked.error().isPresent());
    }
    off.forEach(results::off);
    // before the diagnosis: what is suppressed explains nothing and is no root cause
    List<Finding> reported = new ArrayList<>();
    List<Report.Suppressed> suppressed = new ArrayList<>();
    for (Finding finding : findings.stream().sorted(Finding.BY_PLACE).toList()) {
      suppressing
          .of(lab.name(), finding)
          .ifPresentOrElse(
              by -> suppressed.add(Report.Suppressed.of(lab.name(), finding, by)),
              () -> reported.add(finding));
    }
    return new LabResult(
        lab,
        view::claims,
        Diagnosis.of(reported),
        suppressed,
        results.all(),
        results.wanted(),
        leftOut,
        errors);
  }

  /**
   * What one rule says of a lab; an error when it broke, which spoils this rule and no other. One
   * that can judge nothing there is not asked.
   */
  private record Checked(Run run, Reach reach, Findings found, Optional<RuleError> error) {
    static Checked by(Run run, LabView view) {
      Reach reach = Reach.of(run.needs(), view);
      Findings found = new Findings(run.info());
      try {
        if (!reach.isNothing()) {
          run.rule().check(view, found);
        }
        return new Checked(run, reach, found, Optional.empty());
      } catch (RuntimeException | StackOverflowError e) {
        RuleError error = new RuleError(run.info(), describe(e));
        return new Checked(run, reach, found, Optional.of(error));
      }
    }
  }

  /**
   * What all rules say, in their order. They know nothing of each other, so cores may share them.
   */
  private List<Checked> check(LabView view) {
    List<Run> looking = runs.stream().filter(run -> !(run.rule() instanceof ReviewRule)).toList();
    if (characters(view.lab()) <= WORTH_SHARING) {
      return looking.stream().map(run -> Checked.by(run, view)).toList();
    }
    List<ForkJoinTask<Checked>> tasks =
        looking.stream().map(run -> ForkJoinTask.adapt(() -> Checked.by(run, view))).toList();
    ForkJoinTask.invokeAll(tasks);
    return tasks.stream().map(ForkJoinTask::join).toList();
  }

  private static long characters(Lab lab) {
    long characters = 0;
    for (Host host : lab.hosts()) {
      for (Reading reading : host.last().readings()) {
        characters += reading.capture().text().length();
      }
    }
    return characters;
  }

  private static InputProblem leftOut(RuleInfo rule, Findings found) {
    return InputProblem.inFolder(
        found.found().get(0).span().place().file(),
        rule
            + " fits "
            + found.leftOut()
            + " more times; only the first "
            + found.found().size()
            + " are reported");
  }

  /** Class and place of a failure; its message could hold text of a capture. */
  private static String describe(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return e.getClass().getSimpleName() + (trace.length > 0 ? " at " + trace[0] : "");
  }
}
