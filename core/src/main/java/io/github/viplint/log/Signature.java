package io.github.viplint.log;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Objects;

/**
 * A log message worth knowing.
 *
 * @param id unique, lower case with dashes: {@code haproxy-cannot-bind}
 * @param rule the code of the rule that reports it
 * @param literal a text that every match contains; lines without it never meet the pattern
 * @param pattern found anywhere in a message; named groups carry what the rule needs
 * @param meaning one sentence
 * @param source where the fact comes from: a source file, a man page, a knowledge-base article
 * @param matches messages that must match
 * @param differs messages that look alike and must not
 */
public record Signature(
    String id,
    String rule,
    String literal,
    Pattern pattern,
    String meaning,
    String source,
    List<String> matches,
    List<String> differs) {
  public Signature {
    Objects.requireNonNull(pattern);
    if (literal.isEmpty()) {
      throw new IllegalArgumentException("a signature needs a literal: " + id);
    }
    matches = List.copyOf(matches);
    differs = List.copyOf(differs);
  }
}
