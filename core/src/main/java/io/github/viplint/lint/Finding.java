package io.github.viplint.lint;

import io.github.viplint.capture.Place;
import io.github.viplint.capture.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a rule found.
 *
 * @param host the name of the host that it is about; {@link io.github.viplint.model.Lab#PLAN} for a
 *     plan
 * @param message one sentence without a full stop: what is wrong and what comes of it
 * @param span where it stands
 * @param label what to say beside the marked text; may be empty
 * @param help what to do, as one imperative sentence; may be empty
 * @param trace the way of the packet that it is about, where routing decides
 * @param notes further facts, one sentence each
 * @param subjects the addresses, ranges, units or names that it is about; part of the fingerprint
 * @param confirm commands that show that it is cured
 * @param shows the conditions that it makes known
 * @param predicts those of them that it concludes from files, so that other captures may speak for
 *     them or against them
 */
public record Finding(
    RuleInfo rule,
    String host,
    Severity severity,
    Confidence confidence,
    String message,
    Span span,
    String label,
    String help,
    Optional<RouteTrace> trace,
    List<String> notes,
    List<Evidence> evidence,
    Optional<Occurrences> occurrences,
    List<Related> related,
    List<String> subjects,
    List<Fix> fixes,
    List<String> confirm,
    List<Condition> shows,
    List<Condition> predicts) {
  public Finding {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(span);
    notes = List.copyOf(notes);
    evidence = List.copyOf(evidence);
    related = List.copyOf(related);
    subjects = List.copyOf(subjects);
    fixes = List.copyOf(fixes);
    confirm = List.copyOf(confirm);
    shows = List.copyOf(shows);
    predicts = List.copyOf(predicts);
  }

  /** By file, line, column and rule. */
  static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(
              (Finding finding) -> finding.span().place(),
              Comparator.comparing(Place::file)
                  .thenComparingInt(Place::startLine)
                  .thenComparingInt(Place::startColumn))
          .thenComparing(finding -> finding.rule().code())
          .thenComparing(Finding::message);

  /** The same finding with these fixes. */
  public Finding withFixes(List<Fix> newFixes) {
    return with(severity, confidence, evidence, newFixes);
  }

  /** The same finding, as severe as somebody decided. */
  Finding withSeverity(Severity newSeverity) {
    return with(newSeverity, confidence, evidence, fixes);
  }

  /** The same finding with this evidence, and as sure as that makes it. */
  Finding withEvidence(List<Evidence> newEvidence, Confidence newConfidence) {
    return with(severity, newConfidence, newEvidence, fixes);
  }

  private Finding with(
      Severity newSeverity,
      Confidence newConfidence,
      List<Evidence> newEvidence,
      List<Fix> newFixes) {
    return new Finding(
        rule,
        host,
        newSeverity,
        newConfidence,
        message,
        span,
        label,
        help,
        trace,
        notes,
        newEvidence,
        occurrences,
        related,
        subjects,
        newFixes,
        confirm,
        shows,
        predicts);
  }

  /** Collects what a rule says; {@link Findings#at} makes one, {@link #report} hands it in. */
  public static final class Builder {
    private final RuleInfo rule;
    private final String host;
    private final Span span;
    private final String message;
    private final Consumer<Finding> sink;
    private Severity severity;
    private Confidence confidence = Confidence.HIGH;
    private String label = "";
    private String help = "";
    private Optional<RouteTrace> trace = Optional.empty();
    private Optional<Occurrences> occurrences = Optional.empty();
    private final List<String> notes = new ArrayList<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<Related> related = new ArrayList<>();
    private final List<String> subjects = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();
    private final List<String> confirm = new ArrayList<>();
    private final List<Condition> shows = new ArrayList<>();
    private final List<Condition> predicts = new ArrayList<>();

    Builder(RuleInfo rule, String host, Span span, String message, Consumer<Finding> sink) {
      this.rule = rule;
      this.host = host;
      this.span = span;
      this.message = message;
      this.sink = sink;
      this.severity = rule.severity();
    }

    public Builder severity(Severity value) {
      this.severity = value;
      return this;
    }

    public Builder confidence(Confidence value) {
      this.confidence = value;
      return this;
    }

    public Builder label(String value) {
      this.label = value;
      return this;
    }

    public Builder help(String value) {
      this.help = value;
      return this;
    }

    public Builder trace(RouteTrace value) {
      this.trace = Optional.of(value);
      return this;
    }

    public Builder occurrences(Occurrences value) {
      this.occurrences = Optional.of(value);
      return this;
    }

    public Builder note(String value) {
      notes.add(value);
      return this;
    }

    public Builder confirmedBy(Span where, String why) {
      evidence.add(new Evidence(where, Evidence.Says.CONFIRMS, why));
      return this;
    }

    public Builder contradictedBy(Span where, String why) {
      evidence.add(new Evidence(where, Evidence.Says.CONTRADICTS, why));
      return this;
    }

    public Builder related(Span where, String why) {
      related.add(new Related(where, why));
      return this;
    }

    public Builder subject(Object value) {
      subjects.add(value.toString());
      return this;
    }

    public Builder fix(Fix value) {
      fixes.add(value);
      return this;
    }

    public Builder confirm(String command) {
      confirm.add(command);
      return this;
    }

    public Builder shows(Condition condition) {
      shows.add(condition);
      return this;
    }

    /** Shows a condition that follows from files; what else was captured of it will be added. */
    public Builder predicts(Condition condition) {
      predicts.add(condition);
      return shows(condition);
    }

    /** Hands the finding in. */
    public void report() {
      sink.accept(
          new Finding(
              rule,
              host,
              severity,
              confidence,
              message,
              span,
              label,
              help,
              trace,
              notes,
              evidence,
              occurrences,
              related,
              subjects,
              fixes,
              confirm,
              shows,
              predicts));
    }
  }
}
