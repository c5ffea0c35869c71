package io.github.viplint.intake;

import java.util.Collection;
import java.util.function.UnaryOperator;

/** Puts other words in place of some in the texts of a run, before anything is made of them. */
@FunctionalInterface
public interface Rewriting {
  Rewriting NONE = (texts, labels) -> UnaryOperator.identity();

  /**
   * What is done to each text. No text may gain or lose a line.
   *
   * @param texts all texts of the run
   * @param labels names of labs and hosts that come from folders and from the user
   */
  UnaryOperator<String> of(Collection<String> texts, Collection<String> labels);
}
