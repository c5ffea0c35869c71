package io.github.viplint.twin.command;

import io.github.viplint.model.PolicyRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The policy rules of a kernel while commands change them, by priority: {@code fib_nl_newrule} of
 * net/core/fib_rules.c (6.18). Tables are called by number, for names come and go.
 */
public final class WorkingRules {
  private final List<PolicyRule> rules = new ArrayList<>();

  /**
   * @param key the number of the table that has a name
   */
  WorkingRules(List<PolicyRule> before, UnaryOperator<String> key) {
    before.forEach(rule -> rules.add(calling(rule, key)));
  }

  /** All of them, in the order in which the kernel asks them. */
  public List<PolicyRule> all() {
    return Collections.unmodifiableList(rules);
  }

  /** {@code ip rule add}: behind all rules of its priority. */
  public void add(PolicyRule rule) {
    int at = 0;
    while (at < rules.size() && rules.get(at).priority() <= rule.priority()) {
      at++;
    }
    rules.add(at, rule);
  }

  /** Takes one away; nothing when it is not there. */
  public void remove(PolicyRule rule) {
    rules.remove(rule);
  }

  /**
   * The priority of a rule that is added without one: one less than that of the second rule, so
   * that it comes before all others but the first.
   */
  long nextPriority() {
    long second = rules.size() > 1 ? rules.get(1).priority() : 0;
    return Math.max(0, second - 1);
  }

  /** The rule as {@code ip rule} prints it with these names. */
  public static PolicyRule printed(PolicyRule rule, TableNames names) {
    return calling(rule, table -> number(table).map(names::nameOf).orElse(table));
  }

  /** The rules with those names of tables that lead back to them; of two IDs, a name has one. */
  List<PolicyRule> named(TableNames names) {
    return rules.stream()
        .map(
            rule ->
                calling(
                    rule,
                    table ->
                        number(table)
                            .map(names::nameOf)
                            .filter(name -> names.idOf(name).equals(number(table)))
                            .orElse(table)))
        .toList();
  }

  /** The number that a table is called by, where it is called by one. */
  static Optional<Long> number(String table) {
    try {
      return Optional.of(Long.parseLong(table));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The rule with another word for its table. */
  private static PolicyRule calling(PolicyRule rule, UnaryOperator<String> word) {
    if (!(rule.action() instanceof PolicyRule.Lookup lookup)) {
      return rule;
    }
    return new PolicyRule(
        rule.span(),
        rule.priority(),
        rule.not(),
        rule.from(),
        rule.to(),
        rule.iif(),
        rule.oif(),
        rule.fwmark(),
        rule.tos(),
        rule.transport(),
        new PolicyRule.Lookup(
            word.apply(lookup.table()), lookup.suppressPrefixLength(), lookup.suppressGroup()),
        rule.unknown());
  }
}
