package io.github.viplint.twin;

import io.github.viplint.capture.Span;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.twin.command.IpRouteCommand;
import io.github.viplint.twin.command.IpRuleCommand;
import io.github.viplint.twin.command.Refusal;
import io.github.viplint.twin.command.TableNames;
import io.github.viplint.twin.command.WorkingKernel;
import io.github.viplint.twin.kernel.KernelState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code ip} does to a kernel: routes and rules, added and deleted. */
public final class IpCommands {
  private final KernelState before;
  private final WorkingKernel kernel;
  private final TableNames names;
  private final Span origin;

  /**
   * @param names rt_tables
   * @param origin what added routes and rules will be said to come from
   */
  public IpCommands(KernelState before, TableNames names, Span origin) {
    this.before = before;
    this.kernel = new WorkingKernel(before);
    this.names = names;
    this.origin = origin;
  }

  /**
   * The kernel after it, empty when what it does is not known here; what the kernel refuses changes
   * nothing.
   *
   * @param words behind {@code ip}
   */
  public Optional<KernelState> after(List<String> words) {
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
    return done ? Optional.of(kernel.state(names)) : Optional.empty();
  }

  private boolean addRoute(List<String> words) {
    IpRouteCommand.Parsed parsed = IpRouteCommand.parse(words, origin, names, kernel);
    parsed.route().ifPresent(route -> kernel.add(route, parsed.table()));
    return true;
  }

  private boolean deleteRoute(List<String> words) {
    IpRouteCommand.Parsed parsed = IpRouteCommand.parse(words, origin, names, kernel);
    parsed.route().ifPresent(route -> kernel.delete(route, parsed.table()));
    return true;
  }

  private boolean addRule(List<String> words) {
    IpRuleCommand.Parsed parsed = IpRuleCommand.parse(words, names);
    if (parsed.refusal().isEmpty()) {
      // what is there already is there afterwards, too
      parsed.add(origin, kernel);
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
