package io.github.viplint.twin;

import io.github.viplint.capture.Span;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.twin.command.IpRouteCommand;
import io.github.viplint.twin.command.IpRuleCommand;
import io.github.viplint.twin.command.Refusal;
import io.github.viplint.twin.command.TableNames;
import io.github.viplint.twin.command.WorkingKernel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code ip} does to a running appliance: routes and rules, added and deleted. */
final class IpCommands {
  private final Operator before;
  private final WorkingKernel kernel;
  private final TableNames names;

  IpCommands(Operator before) {
    this.before = before;
    this.kernel = new WorkingKernel(before.appliance().kernel());
    this.names = before.appliance().names();
  }

  /**
   * The appliance after it; what the kernel refuses changes nothing.
   *
   * @param words behind {@code ip}
   */
  Optional<Operator> after(List<String> words) {
    String object = words.isEmpty() ? "" : words.get(0);
    String verb = words.size() < 2 ? "show" : words.get(1);
    if (Set.of("show", "list", "get", "ls").contains(verb)) {
      return Optional.of(before);
    }
    List<String> rest = words.subList(2, words.size());
    boolean done =
        switch (object + " " + verb) {
          case "route add" -> addRoute(rest);
          case "route del", "route delete" -> deleteRoute(rest);
          case "rule add" -> addRule(rest);
          case "rule del", "rule delete" -> deleteRule(rest);
          default -> false;
        };
    return done ? Optional.of(before.with(kernel.state(names), names)) : Optional.empty();
  }

  private Span span() {
    return before.appliance().origin();
  }

  private boolean addRoute(List<String> words) {
    IpRouteCommand.Parsed parsed = IpRouteCommand.parse(words, span(), names, kernel);
    parsed.route().ifPresent(route -> kernel.add(route, parsed.table()));
    return true;
  }

  private boolean deleteRoute(List<String> words) {
    IpRouteCommand.Parsed parsed = IpRouteCommand.parse(words, span(), names, kernel);
    parsed.route().ifPresent(route -> kernel.delete(route, parsed.table()));
    return true;
  }

  private boolean addRule(List<String> words) {
    IpRuleCommand.Parsed parsed = IpRuleCommand.parse(words, names);
    if (parsed.refusal().isEmpty()) {
      // what is there already is there afterwards, too
      parsed.add(span(), kernel);
    }
    return parsed.refusal().filter(this::isUnknown).isEmpty();
  }

  private boolean deleteRule(List<String> words) {
    IpRuleCommand.Parsed parsed = IpRuleCommand.parse(words, names);
    if (parsed.refusal().isEmpty()) {
      Optional<PolicyRule> first = kernel.rules().all().stream().filter(parsed::means).findFirst();
      first.ifPresent(kernel.rules()::remove);
    }
    return parsed.refusal().filter(this::isUnknown).isEmpty();
  }

  private boolean isUnknown(Refusal refusal) {
    return refusal.reason() == Refusal.Reason.NOT_UNDERSTOOD;
  }
}
