package io.github.viplint.rules.hygiene;

import io.github.viplint.capture.Span;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.NearestName;
import io.github.viplint.lint.Review;
import io.github.viplint.lint.Review.LabIgnore;
import io.github.viplint.lint.Review.Use;
import io.github.viplint.lint.ReviewFindings;
import io.github.viplint.lint.ReviewRule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.lint.Suppression;
import io.github.viplint.model.Ignore;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** VL903: a suppression that does nothing, or whose time is over. */
final class UnusedSuppression implements ReviewRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL903",
          "unused-suppression",
          Severity.WARNING,
          "a suppression, an entry of the baseline or an ignore comment that matches nothing, or"
              + " whose last day is past");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void review(Review review, ReviewFindings findings) {
    Map<Ignore, StaleIgnore> stale = stale(review);
    for (Use use : review.uses()) {
      Suppression suppression = use.suppression();
      if (use.over()) {
        over(use, findings);
      } else if (use.isStale()) {
        unused(use, stale, findings);
      } else if (use.looked()
          && suppression.kind() == Suppression.Kind.BASELINE
          && use.fitting() < suppression.most()) {
        fewer(use, findings);
      }
    }
    review.unusable().forEach(ignore -> unusable(ignore, review, findings));
  }

  private static void over(Use use, ReviewFindings findings) {
    Suppression suppression = use.suppression();
    String day = suppression.until().map(Object::toString).orElse("");
    String now =
        use.fitting() > 0
            ? use.fitting() == 1
                ? "the finding is reported again"
                : "the findings are reported again"
            : use.looked() ? "nothing matches it any more" : "it suppresses nothing";
    findings
        .at(use.lab(), suppression.span(), "this suppression ended on " + day + ": " + now)
        .label("its last day is past")
        .help(use.fitting() > 0 ? "mend what it hid, or give it a new last day" : "remove it")
        .subject(suppression.rule() + " until " + day)
        .report();
  }

  private static void unused(Use use, Map<Ignore, StaleIgnore> stale, ReviewFindings findings) {
    Suppression suppression = use.suppression();
    String what =
        switch (suppression.kind()) {
          case INLINE -> "nothing on its line is " + suppression.rule() + ": this ignore is stale";
          case CONFIGURATION -> "no " + suppression.rule() + " matches this suppression";
          case BASELINE ->
              "the " + suppression.rule() + " of this entry of the baseline is found no more";
        };
    Finding.Builder finding =
        findings
            .at(use.lab(), suppression.span(), what)
            .label("suppresses nothing")
            .help(
                suppression.kind() == Suppression.Kind.BASELINE
                    ? "write the baseline anew with --write-baseline"
                    : "remove it")
            .subject(suppression.rule() + " " + about(suppression));
    use.ignore()
        .map(stale::get)
        .ifPresent(ignore -> finding.fix(ignore.without(suppression.span())));
    finding.report();
  }

  /** What comments name in vain. */
  private static Map<Ignore, StaleIgnore> stale(Review review) {
    Map<Ignore, List<Span>> named = new IdentityHashMap<>();
    for (Use use : review.uses()) {
      if (use.isStale()) {
        use.ignore()
            .ifPresent(
                ignore ->
                    named
                        .computeIfAbsent(ignore, key -> new ArrayList<>())
                        .add(use.suppression().span()));
      }
    }
    Map<Ignore, StaleIgnore> stale = new IdentityHashMap<>();
    named.forEach((ignore, rules) -> stale.put(ignore, new StaleIgnore(ignore, rules)));
    return stale;
  }

  private static void fewer(Use use, ReviewFindings findings) {
    Suppression suppression = use.suppression();
    findings
        .at(
            use.lab(),
            suppression.span(),
            "the baseline knows "
                + suppression.most()
                + " of these "
                + suppression.rule()
                + ", and "
                + use.fitting()
                + " "
                + (use.fitting() == 1 ? "is" : "are")
                + " left")
        .label("more than there are")
        .help("write the baseline anew with --write-baseline")
        .subject(suppression.rule() + " " + about(suppression))
        .report();
  }

  /** What tells it from others of its rule, without a line number. */
  private static String about(Suppression suppression) {
    Suppression.Scope scope = suppression.scope();
    List<String> parts = new ArrayList<>();
    scope.line().map(Span::shown).ifPresent(parts::add);
    scope.files().map(Object::toString).ifPresent(parts::add);
    scope.subject().ifPresent(parts::add);
    scope.fingerprint().ifPresent(parts::add);
    return String.join(" ", parts);
  }

  private static void unusable(LabIgnore unusable, Review review, ReviewFindings findings) {
    Ignore ignore = unusable.ignore();
    String what;
    String help;
    if (ignore.rules().isEmpty()) {
      what = "this ignore names no rule, so it suppresses nothing";
      help = "name the rules in brackets: # viplint: ignore[VL103] reason";
    } else if (ignore.reason().isEmpty()) {
      what = "this ignore gives no reason, so it suppresses nothing";
      help = "write behind the brackets why it is right as it is";
    } else {
      String named = unusable.fault().shown();
      boolean own = INFO.isCalled(unusable.fault().text());
      what =
          own
              ? INFO.code() + " can't be ignored by a comment"
              : "there is no rule " + named + ", so this ignore suppresses nothing of it";
      help = own ? "switch it off in the configuration" : meant(named, review);
    }
    findings
        .at(unusable.lab(), unusable.fault(), what)
        .label("suppresses nothing")
        .help(help)
        .subject(unusable.fault().shown())
        .report();
  }

  private static String meant(String named, Review review) {
    List<String> names = new ArrayList<>();
    review.rules().forEach(rule -> names.addAll(List.of(rule.code(), rule.name())));
    return NearestName.to(named, names)
        .map(name -> "write " + name + ", if that is meant")
        .orElse("`viplint rules` lists all");
  }
}
