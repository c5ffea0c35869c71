package io.github.viplint.model.haproxy;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The options at the end of a {@code bind} or {@code server} line: names, some with a value behind
 * them. A value may be spelled like an option and is not taken for one.
 *
 * @param from the first word that may be an option
 */
public record LineOptions(Directive directive, int from) {
  /** Whether the option takes a value in any release; else it is a flag, or none at all. */
  public static boolean takesValue(String option) {
    return ValuedOptions.ALL.contains(option);
  }

  /** Where the option stands; of several the last one, as for haproxy. */
  public OptionalInt index(String option) {
    if (!directive.hasArgument(option)) {
      return OptionalInt.empty();
    }
    int found = -1;
    for (int i = from; i < directive.size(); i++) {
      String word = directive.word(i);
      if (word.equals(option)) {
        found = i;
      }
      if (takesValue(word)) {
        i++;
      }
    }
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }

  public boolean has(String option) {
    return index(option).isPresent();
  }

  /** The value of the option; empty where it or the value is missing. */
  public Optional<String> value(String option) {
    OptionalInt index = index(option);
    return index.isPresent() && index.getAsInt() + 1 < directive.size()
        ? Optional.of(directive.word(index.getAsInt() + 1))
        : Optional.empty();
  }
}
