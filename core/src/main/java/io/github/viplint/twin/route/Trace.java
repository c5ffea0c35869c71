package io.github.viplint.twin.route;

import io.github.viplint.model.PolicyRule;
import io.github.viplint.twin.route.Answer.Step;
import io.github.viplint.twin.table.FlowKey;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules that a packet was held against, in order. Why it passed by those that it does not fit
 * is worked out when somebody asks, for there may be a hundred thousand of them.
 */
final class Trace extends AbstractList<Step> {
  private final RuleIndex rules;
  private final FlowKey key;
  private final List<Part> parts = new ArrayList<>();
  private int size;

  /**
   * Rules in a row that the packet does not fit, or one that it fits.
   *
   * @param start the place of the first in this list
   * @param rule the number of the first
   * @param step of the one that it fits
   */
  private record Part(int start, int rule, Optional<Step> step) {}

  Trace(RuleIndex rules, FlowKey key) {
    this.rules = rules;
    this.key = key;
  }

  /** Adds the rules from number {@code from} up to {@code to}, which is not one of them. */
  void passedBy(int from, int to) {
    if (from < to) {
      parts.add(new Part(size, from, Optional.empty()));
      size += to - from;
    }
  }

  /** Adds a rule that the packet fits. */
  void fitted(int rule, Step step) {
    parts.add(new Part(size++, rule, Optional.of(step)));
  }

  @Override
  public Step get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    int low = 0;
    int high = parts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (parts.get(middle).start() <= index) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Part part = parts.get(low);
    return part.step().orElseGet(() -> passed(rules.rule(part.rule() + index - part.start())));
  }

  private Step passed(PolicyRule rule) {
    return new Step(rule, Optional.empty(), Optional.empty(), new Selector(rule, key).reason());
  }

  @Override
  public int size() {
    return size;
  }
}
