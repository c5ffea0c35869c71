package io.github.viplint.lint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    /** Of more causes that are as near as each other the first ones stand for all. */
    private static final int MOST_CAUSES = 100;

    private final List<Finding> findings;
    private final ShownConditions shown;
    private final List<BitSet> allCauses = new ArrayList<>();

    /** What follows from states of a whole host or unit, which many findings lead to. */
    private final Map<Condition, BitSet> followed = new HashMap<>();

    Graph(List<Finding> findings) {
      this.findings = findings.stream().sorted(Finding.BY_PLACE).toList();
      this.shown = new ShownConditions(this.findings);
      for (int i = 0; i < this.findings.size(); i++) {
        allCauses.add(new BitSet());
      }
      for (int i = 0; i < this.findings.size(); i++) {
        int cause = i;
        BitSet effects = new BitSet();
        this.findings.get(i).shows().forEach(condition -> follow(condition, effects));
        effects.clear(cause);
        effects.stream().forEach(effect -> allCauses.get(effect).set(cause));
      }
    }

    /** Adds what follows from {@code condition}, at once or by way of others. */
    private void follow(Condition condition, BitSet effects) {
      for (Condition next : Causality.consequences(condition)) {
        if (next.subject() instanceof Condition.Addresses
            || next.subject() instanceof Condition.Service) {
          shown.includedIn(next, effects::set);
          follow(next, effects);
        } else {
          effects.or(followed(next));
        }
      }
    }

    private BitSet followed(Condition condition) {
      BitSet known = followed.get(condition);
      if (known == null) {
        known = new BitSet();
        shown.includedIn(condition, known::set);
        follow(condition, known);
        followed.put(condition, known);
      }
      return known;
    }

    Diagnosis ordered() {
      List<int[]> nearest = new ArrayList<>();
      int[] explains = new int[findings.size()];
      for (int i = 0; i < findings.size(); i++) {
        nearest.add(nearest(i));
        allCauses.get(i).stream().forEach(cause -> explains[cause]++);
      }
      int[] steps = steps(nearest);
      List<Link> links = new ArrayList<>();
      for (int i = 0; i < findings.size(); i++) {
        List<Finding> causes = Arrays.stream(nearest.get(i)).mapToObj(findings::get).toList();
        links.add(new Link(findings.get(i), causes, steps[i], explains[i]));
      }
      links.sort(ORDER);
      return new Diagnosis(links);
    }

    private int[] steps(List<int[]> nearest) {
      int[] steps = new int[findings.size()];
      boolean changed = true;
      // Settles after as many rounds as the longest chain, which is no longer than the kinds of
      // conditions.
      for (int round = 0; changed && round < Condition.Kind.values().length; round++) {
        changed = false;
        for (int i = 0; i < steps.length; i++) {
          int shortest =
              Arrays.stream(nearest.get(i)).map(cause -> steps[cause] + 1).min().orElse(0);
          changed |= shortest != steps[i];
          steps[i] = shortest;
        }
      }
      return steps;
    }

    private int[] nearest(int i) {
      BitSet nearest = (BitSet) allCauses.get(i).clone();
      allCauses.get(i).stream().forEach(cause -> nearest.andNot(allCauses.get(cause)));
      return nearest.stream().limit(MOST_CAUSES).toArray();
    }
  }
}
