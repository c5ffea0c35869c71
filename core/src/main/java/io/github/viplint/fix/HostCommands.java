package io.github.viplint.fix;

import io.github.viplint.lint.Fix;
import io.github.viplint.lint.FixPlan;
import io.github.viplint.lint.HostView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The commands of all fixes of a host, made one list.
 *
 * @param before the labs as captured
 * @param after the same with the fixes; empty before the first
 */
record HostCommands(
    Proof.Trial before, Optional<Proof.Trial> after, String lab, String host, List<Fix> fixes) {
  private static final String REBOOT = "reboot";

  HostCommands(Proof.Trial before, String lab, String host, List<Fix> fixes) {
    this(before, Optional.empty(), lab, host, fixes);
  }

  HostCommands {
    fixes = List.copyOf(fixes);
  }

  HostCommands with(List<Fix> more) {
    List<Fix> all = new ArrayList<>(fixes);
    all.addAll(more);
    return new HostCommands(before, after, lab, host, all);
  }

  HostCommands after(Proof.Trial trial) {
    return new HostCommands(before, Optional.of(trial), lab, host, fixes);
  }

  /** What is wrong when the edits are made and the commands were run; empty for nothing. */
  String failure(Proof.Trial trial) {
    String failure = failure(trial, once());
    return failure.isEmpty() ? "" : failure(trial, inOrder());
  }

  private String failure(Proof.Trial trial, List<String> commands) {
    Optional<HostView> now = before.host(lab, host);
    Optional<HostView> then = trial.host(lab, host);
    return now.isEmpty() || then.isEmpty()
        ? ""
        : new CommandProof(now.get(), then.get()).failure(commands);
  }

  List<String> inOrder() {
    return fixes.stream().flatMap(fix -> fix.commands().stream()).toList();
  }

  /** Each command once, services in the order of a boot; where that would not do, a reboot. */
  FixPlan.Commands merged() {
    Set<String> elsewhere = new LinkedHashSet<>();
    fixes.forEach(fix -> elsewhere.addAll(fix.elsewhere()));
    List<String> commands = once();
    if (after.filter(trial -> !failure(trial, commands).isEmpty()).isPresent()) {
      return new FixPlan.Commands(lab, host, List.of(REBOOT), List.copyOf(elsewhere));
    }
    return new FixPlan.Commands(lab, host, commands, List.copyOf(elsewhere));
  }

  /** Each command once, services in the order of a boot. */
  private List<String> once() {
    List<String> all = inOrder();
    return all.contains(REBOOT)
        ? List.of(REBOOT)
        : all.stream().distinct().sorted(Comparator.comparingInt(HostCommands::rank)).toList();
  }

  /** What stayed behind goes first; then routes, ranges, and what needs both. */
  private static int rank(String command) {
    if (command.startsWith("#")) {
      return 9;
    }
    if (command.startsWith("ip ")) {
      return 0;
    }
    boolean haproxy = command.contains("haproxy");
    if (command.contains("route-tables")) {
      return haproxy ? 3 : 1;
    }
    return command.contains("anyip-routes") ? 2 : haproxy ? 4 : 5;
  }
}
