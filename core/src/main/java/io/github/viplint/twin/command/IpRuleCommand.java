package io.github.viplint.twin.command;

import io.github.viplint.capture.Span;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.twin.command.Refusal.Reason;
import io.github.viplint.twin.kernel.KernelAtBoot;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What iproute2 makes of the words behind {@code ip rule add} or {@code del}, as far as appliances
 * and fixes use them: {@code iprule_modify} of its ip/iprule.c (6.1), IPv4 only.
 */
public final class IpRuleCommand {
  private final TableNames names;
  private Optional<Cidr> from = Optional.empty();
  private Optional<Cidr> to = Optional.empty();
  private OptionalLong priority = OptionalLong.empty();
  private Optional<Long> table = Optional.empty();

  private IpRuleCommand(TableNames names) {
    this.names = names;
  }

  /**
   * A rule to add or delete, or why iproute2 refuses the command.
   *
   * @param priority empty where the command names none
   * @param table empty where the command names none
   */
  public record Parsed(
      Optional<Cidr> from,
      Optional<Cidr> to,
      OptionalLong priority,
      Optional<Long> table,
      Optional<Refusal> refusal) {

    /** Adds the rule, its table by number; or why the kernel refuses it. */
    public Optional<Refusal> add(Span span, WorkingKernel kernel) {
      long pref = priority.orElseGet(() -> kernel.rules().nextPriority());
      long id = table.orElse(WorkingKernel.MAIN);
      if (kernel.rules().all().stream().anyMatch(rule -> isThere(rule, pref, id))) {
        return Optional.of(Refusal.FILE_EXISTS);
      }
      String key = Long.toString(kernel.tableOfRule(id));
      kernel
          .rules()
          .add(
              KernelAtBoot.rule(
                  span,
                  pref,
                  from,
                  to,
                  new PolicyRule.Lookup(key, Optional.empty(), Optional.empty())));
      return Optional.empty();
    }

    /** {@code rule_exists}: a selector that the command lacks is not compared. */
    private boolean isThere(PolicyRule rule, long pref, long id) {
      return rule.priority() == pref
          && (from.isEmpty() || from.equals(rule.from()))
          && (to.isEmpty() || to.equals(rule.to()))
          && rule.equals(
              KernelAtBoot.rule(
                  rule.span(),
                  pref,
                  rule.from(),
                  rule.to(),
                  new PolicyRule.Lookup(Long.toString(id), Optional.empty(), Optional.empty())));
    }

    /** Whether {@code ip rule del} takes this rule for the one that is meant; ID 0 is any table. */
    public boolean means(PolicyRule rule) {
      return (priority.isEmpty() || priority.getAsLong() == rule.priority())
          && (from.isEmpty() || from.equals(rule.from()))
          && (to.isEmpty() || to.equals(rule.to()))
          && (table.filter(id -> id != 0).isEmpty()
              || rule.action() instanceof PolicyRule.Lookup lookup
                  && lookup.table().equals(table.get().toString()));
    }
  }

  /**
   * Reads a command.
   *
   * @param words behind {@code add} or {@code del}
   */
  public static Parsed parse(List<String> words, TableNames names) {
    IpRuleCommand command = new IpRuleCommand(names);
    Iterator<String> rest = words.iterator();
    Optional<Refusal> refused = Optional.empty();
    while (rest.hasNext() && refused.isEmpty()) {
      refused = command.take(rest.next(), rest);
    }
    return new Parsed(
        command.from.filter(prefix -> prefix.prefixLength() > 0),
        command.to.filter(prefix -> prefix.prefixLength() > 0),
        command.priority,
        command.table,
        refused);
  }

  private Optional<Refusal> take(String word, Iterator<String> rest) {
    if (!rest.hasNext()) {
      return Optional.of(
          new Refusal(Reason.UNPARSABLE, "Command line is not complete. Try option \"help\""));
    }
    String value = rest.next();
    switch (word) {
      case "from":
        from = RoutePrefix.parse(value);
        return from.isEmpty() ? Optional.of(Refusal.prefix(value)) : Optional.empty();
      case "to":
        to = RoutePrefix.parse(value);
        return to.isEmpty() ? Optional.of(Refusal.prefix(value)) : Optional.empty();
      case "pref", "preference", "priority", "order":
        priority = OptionalLong.of(BashWords.decimal(value).number());
        return Optional.empty();
      case "table", "lookup":
        table = names.idOf(value);
        return table.isEmpty()
            ? Optional.of(
                new Refusal(
                    Reason.UNNAMED_TABLE,
                    "Error: argument \"" + value + "\" is wrong: invalid table ID"))
            : Optional.empty();
      default:
        return Optional.of(
            new Refusal(Reason.NOT_UNDERSTOOD, "Failed to parse rule type \"" + word + "\""));
    }
  }
}
