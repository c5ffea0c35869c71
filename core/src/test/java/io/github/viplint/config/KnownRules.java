package io.github.viplint.config;

import io.github.viplint.lint.Findings;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Review;
import io.github.viplint.lint.ReviewFindings;
import io.github.viplint.lint.ReviewRule;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import java.util.List;

/** Rules that a configuration may name. */
final class KnownRules {
  static final List<Rule> RULES =
      List.of(
          rule("VL101", "anyip-host-bits-set"),
          rule("VL102", "anyip-unparsable-line"),
          rule("VL103", "vip-range-overlap"),
          rule("VL104", "vip-range-rejected-as-existing"),
          review());

  private KnownRules() {}

  private static Rule rule(String code, String name) {
    return new Rule() {
      @Override
      public RuleInfo info() {
        return RuleInfo.of(code, name, Severity.WARNING, "a rule to be named");
      }

      @Override
      public Needs needs() {
        return Needs.ofAnyHost();
      }

      @Override
      public void check(LabView lab, Findings findings) {}
    };
  }

  private static Rule review() {
    return new ReviewRule() {
      @Override
      public RuleInfo info() {
        return RuleInfo.of("VL903", "unused-suppression", Severity.WARNING, "looks back");
      }

      @Override
      public void review(Review review, ReviewFindings findings) {}
    };
  }
}
