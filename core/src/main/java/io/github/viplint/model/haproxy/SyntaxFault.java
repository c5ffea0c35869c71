package io.github.viplint.model.haproxy;

import io.github.viplint.capture.Span;
import java.util.Objects;

/**
 * What keeps haproxy from taking a line apart into words, or from knowing which lines to read.
 *
 * @param span from where haproxy stumbles
 */
public record SyntaxFault(Kind kind, Span span) {
  public SyntaxFault {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(span);
  }

  /** Whether this release stumbles over it. */
  public boolean isIn(HaproxyVersion version) {
    return version.compareTo(kind.first) >= 0 && version.compareTo(kind.last) <= 0;
  }

  /** Whether this release refuses the file for it; else it warns and goes on. */
  public boolean refusedBy(HaproxyVersion version) {
    return isIn(version) && version.compareTo(kind.refused) >= 0;
  }

  /** In the words of haproxy where it has some. */
  public enum Kind {
    /** {@code unmatched quote} */
    UNMATCHED_QUOTE,
    /** {@code unmatched brace in environment variable name} */
    UNMATCHED_BRACE,
    /** {@code forbidden first char in environment variable name} */
    BAD_VARIABLE_NAME,
    /** {@code truncated or invalid hexadecimal sequence} */
    BAD_HEX,
    /** {@code truncated or invalid word expansion sequence} */
    BAD_EXPANSION,
    /**
     * <code>${NAME-default}</code>, <code>${NAME[*]}</code> or <code>${.NAME}</code>, which until
     * 2.3 is an {@code unmatched brace}.
     */
    VARIABLE_FORM_OF_2_4(Versions.OLDEST, Versions.V2_3, Versions.OLDEST),
    /** {@code too many words, truncating after word 64} */
    TOO_MANY_WORDS,
    /** {@code Stray NUL character}; until 2.2 the rest of the line is dropped with a warning. */
    STRAY_NUL(Versions.OLDEST, Versions.NEWEST, Versions.V2_3),
    /** {@code unknown keyword '\uFEFFglobal' out of section} */
    BYTE_ORDER_MARK,
    /** {@code Missing LF on last line}; until 2.2 a warning. */
    MISSING_LAST_LF(Versions.OLDEST, Versions.NEWEST, Versions.V2_3),
    /** {@code empty scope name is forbidden}: a line that begins with {@code [}. */
    EMPTY_SCOPE,
    /** {@code character 'x' is not permitted in scope name} */
    BAD_SCOPE_NAME,
    /** {@code character 'x' is not permitted after scope declaration} */
    TEXT_BEHIND_SCOPE,
    /** {@code non-terminated '.if' block} */
    OPEN_IF(Versions.V2_4, Versions.NEWEST, Versions.V2_4),
    /** {@code lone '.endif' with no matching '.if'}, and likewise {@code .else}, {@code .elif} */
    LONE_BRANCH(Versions.V2_4, Versions.NEWEST, Versions.V2_4),
    /** {@code '.else' after '.else' is not permitted}, and likewise {@code .elif} */
    BRANCH_BEHIND_ELSE(Versions.V2_4, Versions.NEWEST, Versions.V2_4),
    /** {@code unparsable conditional expression} */
    BAD_CONDITION(Versions.V2_4, Versions.NEWEST, Versions.V2_4),
    /** {@code too many nested '.if'} */
    NESTED_TOO_DEEP(Versions.V2_4, Versions.NEWEST, Versions.V2_4),
    /** {@code Unexpected argument} behind {@code .else}, {@code .endif}, {@code .notice "text"}… */
    UNEXPECTED_ARGUMENT(Versions.V2_4, Versions.NEWEST, Versions.V2_4),
    /** {@code unknown directive}: a first word that begins with a dot. */
    UNKNOWN_MACRO(Versions.V2_4, Versions.NEWEST, Versions.V2_4),
    /** {@code .alert}, by which the file itself asks to be refused. */
    ALERT(Versions.V2_4, Versions.NEWEST, Versions.V2_4);

    private final HaproxyVersion first;
    private final HaproxyVersion last;
    private final HaproxyVersion refused;

    Kind() {
      this(Versions.OLDEST, Versions.NEWEST, Versions.OLDEST);
    }

    Kind(HaproxyVersion first, HaproxyVersion last, HaproxyVersion refused) {
      this.first = first;
      this.last = last;
      this.refused = refused;
    }
  }

  private static final class Versions {
    static final HaproxyVersion OLDEST = new HaproxyVersion(0, 0);
    static final HaproxyVersion V2_3 = new HaproxyVersion(2, 3);
    static final HaproxyVersion V2_4 = new HaproxyVersion(2, 4);
    static final HaproxyVersion NEWEST = new HaproxyVersion(9999, 0);

    private Versions() {}
  }
}
