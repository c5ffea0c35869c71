package io.github.viplint.lint;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The findings of one lab, put in order from root cause to symptom.
 *
 * @param links in report order: root causes (the one that explains most first), then what has a
 *     cause (fewest steps from its root first), then infos
 */
record Diagnosis(List<Link> links) {

  /**
   * A finding and what caused it.
   *
   * @param causes the findings that brought it about, nearest only: no cause here is a cause of
   *     another
   * @param steps how many steps from a root cause; 0 for what has no cause
   * @param explains how many findings it leads to, at once or by way of others
   */
  record Link(Finding finding, List<Finding> causes, int steps, int explains) {

    /** 0 for a root cause, 1 for what has a cause, 2 for an info. */
    private int group() {
      if (finding.severity() == Severity.INFO) {
        return 2;
      }
      return causes.isEmpty() ? 0 : 1;
    }
  }

  /** Report order. */
  static final Comparator<Link> ORDER =
      Comparator.comparingInt(Link::group)
          .thenComparingInt(link -> link.group() == 0 ? -link.explains() : link.steps())
          .thenComparing(Link::finding, Finding.BY_PLACE);

  static Diagnosis of(List<Finding> findings) {
    return new Graph(findings).ordered();
  }

  /** Findings by number; an edge leads from a cause to what it brought about. */
  private static final class Graph {
    private final List<Finding> findings;
    private final Map<HostKind, List<Integer>> byCondition = new HashMap<>();
    private final List<Set<Integer>> allCauses = new ArrayList<>();

    private record HostKind(String host, Condition.Kind kind) {}

    Graph(List<Finding> findings) {
      this.findings = findings.stream().sorted(Finding.BY_PLACE).toList();
      for (int i = 0; i < this.findings.size(); i++) {
        allCauses.add(new TreeSet<>());
        for (Condition shown : this.findings.get(i).shows()) {
          byCondition
              .computeIfAbsent(new HostKind(shown.host(), shown.kind()), key -> new ArrayList<>())
              .add(i);
        }
      }
      for (int i = 0; i < this.findings.size(); i++) {
        for (int effect : effectsOf(i)) {
          allCauses.get(effect).add(i);
        }
      }
    }

    private Set<Integer> effectsOf(int cause) {
      Set<Condition> followed = new LinkedHashSet<>();
      Deque<Condition> open = new ArrayDeque<>(findings.get(cause).shows());
      Set<Integer> effects = new TreeSet<>();
      while (!open.isEmpty()) {
        for (Condition next : Causality.consequences(open.remove())) {
          if (followed.add(next)) {
            open.add(next);
            for (int candidate :
                byCondition.getOrDefault(new HostKind(next.host(), next.kind()), List.of())) {
              if (candidate != cause
                  && findings.get(candidate).shows().stream().anyMatch(next::includes)) {
                effects.add(candidate);
              }
            }
          }
        }
      }
      return effects;
    }

    Diagnosis ordered() {
      List<Set<Integer>> nearest = new ArrayList<>();
      int[] explains = new int[findings.size()];
      for (int i = 0; i < findings.size(); i++) {
        nearest.add(nearest(i));
        allCauses.get(i).forEach(cause -> explains[cause]++);
      }
      int[] steps = steps(nearest);
      List<Link> links = new ArrayList<>();
      for (int i = 0; i < findings.size(); i++) {
        List<Finding> causes = nearest.get(i).stream().map(findings::get).toList();
        links.add(new Link(findings.get(i), causes, steps[i], explains[i]));
      }
      links.sort(ORDER);
      return new Diagnosis(links);
    }

    private int[] steps(List<Set<Integer>> nearest) {
      int[] steps = new int[findings.size()];
      boolean changed = true;
      // Settles after as many rounds as the longest chain, which is no longer than the kinds of
      // conditions.
      for (int round = 0; changed && round < Condition.Kind.values().length; round++) {
        changed = false;
        for (int i = 0; i < steps.length; i++) {
          int shortest =
              nearest.get(i).stream().mapToInt(cause -> steps[cause] + 1).min().orElse(0);
          changed |= shortest != steps[i];
          steps[i] = shortest;
        }
      }
      return steps;
    }

    private Set<Integer> nearest(int i) {
      Set<Integer> nearest = new TreeSet<>(allCauses.get(i));
      allCauses.get(i).forEach(cause -> nearest.removeAll(allCauses.get(cause)));
      return nearest;
    }
  }
}
