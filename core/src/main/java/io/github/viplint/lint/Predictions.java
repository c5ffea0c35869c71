package io.github.viplint.lint;

import io.github.viplint.lint.Evidence.Says;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds what rules predict from files against what else was captured: a prediction that a capture
 * confirms is said to be confirmed, and one that it contradicts loses confidence. Written once, so
 * that rules need not look for evidence.
 */
final class Predictions {
  /** Nobody reads more of one finding. */
  private static final int MOST = 4;

  private final LabView lab;
  private final List<Witness.Call> calls;
  private final Map<String, List<Witness>> byHost = new HashMap<>();

  Predictions(LabView lab, List<Witness.Call> calls) {
    this.lab = lab;
    this.calls = List.copyOf(calls);
  }

  /** The same finding with what speaks for its predictions and against them. */
  Finding weighed(Finding finding) {
    Set<Evidence> evidence = new LinkedHashSet<>();
    for (Condition predicted : finding.predicts()) {
      ask(predicted, evidence);
    }
    return evidence.isEmpty() ? finding : with(finding, evidence);
  }

  private void ask(Condition condition, Set<Evidence> evidence) {
    for (Witness witness : witnesses(condition.host())) {
      evidence.addAll(witness.on(condition));
    }
    Causality.certain(condition).forEach(next -> ask(next, evidence));
  }

  private List<Witness> witnesses(String host) {
    return byHost.computeIfAbsent(
        host,
        name ->
            lab.hosts().stream()
                .filter(view -> view.name().equals(name))
                .flatMap(view -> calls.stream().flatMap(call -> call.of(lab, view).stream()))
                .toList());
  }

  private static Finding with(Finding finding, Set<Evidence> found) {
    List<Evidence> all = new ArrayList<>(finding.evidence());
    for (Says says : Says.values()) {
      found.stream().filter(piece -> piece.says() == says).limit(MOST).forEach(all::add);
    }
    boolean contradicted = found.stream().anyMatch(piece -> piece.says() == Says.CONTRADICTS);
    return finding.withEvidence(
        all, contradicted ? finding.confidence().less() : finding.confidence());
  }
}
