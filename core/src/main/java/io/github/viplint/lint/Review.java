package io.github.viplint.lint;

import io.github.viplint.capture.Span;
import io.github.viplint.model.Ignore;
import java.util.List;
import java.util.Optional;

/**
 * What became of all suppressions, once the rules have spoken.
 *
 * @param rules all that there are
 */
public record Review(List<RuleInfo> rules, List<Use> uses, List<LabIgnore> unusable) {
  public Review {
    rules = List.copyOf(rules);
    uses = List.copyOf(uses);
    unusable = List.copyOf(unusable);
  }

  /**
   * A suppression and what it did.
   *
   * @param lab in whose files it stands; empty where it stands in none
   * @param ignore the comment that says so, where it is one; it may name other rules as well
   * @param fitting how many findings it fits
   * @param over whether its last day is past, so that they are reported
   * @param looked whether all it is about was looked at and its rule has run
   */
  public record Use(
      Suppression suppression,
      String lab,
      Optional<Ignore> ignore,
      int fitting,
      boolean over,
      boolean looked) {

    /** Whether it has nothing to do any more. */
    public boolean isStale() {
      return looked && fitting == 0;
    }
  }

  /** A comment that suppresses nothing, because it lacks something or names no rule that exists. */
  public record LabIgnore(String lab, Ignore ignore, Span fault) {}
}
