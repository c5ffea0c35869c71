package io.github.viplint.log;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Objects;

/**
 * A log message worth knowing.
 *
 * @param id unique, lower case with dashes: {@code haproxy-cannot-bind}
 * @param rule the code of the rule that reports it
 * @param forms how it is written; the first form that matches counts
 * @param meaning one sentence
 * @param source where the fact comes from: a source file, a man page, a knowledge-base article
 * @param matches messages that must match
 * @param differs messages that look alike and must not
 */
public record Signature(
    String id,
    String rule,
    List<Form> forms,
    String meaning,
    String source,
    List<String> matches,
    List<String> differs) {
  public Signature {
    forms = List.copyOf(forms);
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("a signature needs a form: " + id);
    }
    matches = List.copyOf(matches);
    differs = List.copyOf(differs);
  }

  /**
   * One way to write the message; versions differ.
   *
   * @param literal a text that every match contains; lines without it never meet the pattern
   * @param pattern found anywhere in a message; named groups carry what the rule needs
   */
  public record Form(String literal, Pattern pattern) {
    public Form {
      Objects.requireNonNull(pattern);
      if (literal.isEmpty()) {
        throw new IllegalArgumentException("a form needs a literal: " + pattern);
      }
    }

    /**
     * @param pattern in RE2 syntax, its named groups as {@code (?P<name>…)}
     * @throws com.google.re2j.PatternSyntaxException when it is none
     */
    public static Form of(String literal, String pattern) {
      return new Form(literal, Pattern.compile(pattern));
    }
  }
}
