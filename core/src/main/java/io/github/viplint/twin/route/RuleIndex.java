package io.github.viplint.twin.route;

import io.github.viplint.model.Cidr;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.twin.table.FlowKey;
import io.github.viplint.twin.table.PrefixIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The policy rules of a kernel, found by the addresses of a packet. Rules that ask for a
 * destination, or else for a source, are only looked at when they hold it.
 */
final class RuleIndex {
  private final List<PolicyRule> rules;
  private final PrefixIndex<Numbered> byDestination;
  private final PrefixIndex<Numbered> bySource;

  /** Those that any packet may fit, as far as addresses are concerned. */
  private final int[] others;

  private record Numbered(int number, Cidr prefix) {}

  /**
   * @param rules by priority
   */
  RuleIndex(List<PolicyRule> rules) {
    this.rules = rules;
    List<Numbered> destinations = new ArrayList<>();
    List<Numbered> sources = new ArrayList<>();
    IntStream.Builder rest = IntStream.builder();
    for (int i = 0; i < rules.size(); i++) {
      PolicyRule rule = rules.get(i);
      if (!rule.not() && rule.to().isPresent()) {
        destinations.add(new Numbered(i, rule.to().get()));
      } else if (!rule.not() && rule.from().filter(from -> from.prefixLength() > 0).isPresent()) {
        sources.add(new Numbered(i, rule.from().get()));
      } else {
        rest.add(i);
      }
    }
    byDestination = new PrefixIndex<>(destinations, Numbered::prefix);
    bySource = new PrefixIndex<>(sources, Numbered::prefix);
    others = rest.build().toArray();
  }

  PolicyRule rule(int number) {
    return rules.get(number);
  }

  int size() {
    return rules.size();
  }

  /** The numbers of the rules that a packet may fit, in order. */
  int[] candidates(FlowKey key) {
    IntStream.Builder held = IntStream.builder();
    byDestination.holding(key.destination()).forEach(rule -> held.add(rule.number()));
    key.source().ifPresent(s -> bySource.holding(s).forEach(rule -> held.add(rule.number())));
    int[] found = IntStream.concat(held.build(), Arrays.stream(others)).toArray();
    Arrays.sort(found);
    return found;
  }

  /** The first rule of this priority behind {@code from}; the next rule where there is none. */
  int target(int from, long priority) {
    int low = from + 1;
    int high = rules.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rules.get(middle).priority() < priority) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < rules.size() && rules.get(low).priority() == priority ? low : from + 1;
  }
}
