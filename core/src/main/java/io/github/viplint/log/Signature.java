package io.github.viplint.log;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log message worth knowing.
 *
 * @param id unique, lower case with dashes: {@code haproxy-cannot-bind}
 * @param rule the code of the rule that reports it
 * @param forms how it is written; the first form that matches counts
 * @param meaning what it says, as one sentence without a full stop
 * @param fix what to do, as one imperative sentence; may be empty
 * @param source where the fact comes from: a source file, a man page, a knowledge-base article
 * @param matches messages that must match; a compiled pack has none
 * @param differs messages that look alike and must not; a compiled pack has none
 */
public record Signature(
    String id,
    String rule,
    List<Form> forms,
    String meaning,
    String fix,
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

  /** One way to write the message; versions differ. Its pattern is compiled when first needed. */
  public static final class Form {
    private final String literal;
    private final String regex;
    private final boolean headed;
    private volatile @Nullable Pattern pattern;

    private Form(String literal, String regex, boolean headed) {
      if (literal.isEmpty()) {
        throw new IllegalArgumentException("a form needs a literal: " + regex);
      }
      this.literal = literal;
      this.regex = regex;
      this.headed = headed;
    }

    /**
     * @param literal a text that every match contains; lines without it never meet the pattern
     * @param regex found anywhere in a message, in RE2 syntax; named groups, as {@code
     *     (?P<name>…)}, carry what the rule needs
     */
    public static Form of(String literal, String regex) {
      return new Form(literal, regex, false);
    }

    /** The same, for a pattern that looks at the whole record: the head of its line as well. */
    public static Form withHead(String literal, String regex) {
      return new Form(literal, regex, true);
    }

    public String literal() {
      return literal;
    }

    public String regex() {
      return regex;
    }

    /** Whether the pattern looks at the whole record. */
    public boolean headed() {
      return headed;
    }

    /**
     * @throws com.google.re2j.PatternSyntaxException when it is none
     */
    public Pattern pattern() {
      Pattern known = pattern;
      if (known == null) {
        known = Pattern.compile(regex);
        pattern = known;
      }
      return known;
    }

    /** Whether {@code text}, a message or a record, is written so. */
    public boolean matches(String text) {
      return text.contains(literal) && pattern().matcher(text).find();
    }

    /** Why its pattern is none. */
    public Optional<String> fault() {
      try {
        pattern();
        return Optional.empty();
      } catch (PatternSyntaxException e) {
        return Optional.of(e.getDescription());
      }
    }

    @Override
    public String toString() {
      return regex;
    }
  }
}
