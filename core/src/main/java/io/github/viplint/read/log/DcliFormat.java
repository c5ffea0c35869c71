package io.github.viplint.read.log;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What dcli prints of a Supervisor where it was not told to print JSON: {@code key: value}, a field
 * a line, or a table. How deep its fields stand means nothing here.
 */
final class DcliFormat implements LogFormat {
  private static final Set<String> TEXTS = Set.of("default_message", "message");

  /** A value that goes on in the next line is indented there. */
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /**
   * A field of a line.
   *
   * @param name without the dash of a list
   * @param value without quotes
   */
  record Field(String name, String value) {
    /** The field that {@code line} is. */
    static Optional<Field> of(String line) {
      String bare = line.strip();
      bare = bare.startsWith("- ") ? bare.substring(2).strip() : bare;
      int colon = bare.indexOf(':');
      for (int i = 0; i < colon; i++) {
        char c = bare.charAt(i);
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_') {
          return Optional.empty();
        }
      }
      return colon <= 0
          ? Optional.empty()
          : Optional.of(new Field(bare.substring(0, colon), bare(bare.substring(colon + 1))));
    }

    private static String bare(String value) {
      String text = value.strip();
      boolean quoted =
          text.length() > 1
              && (text.charAt(0) == '\'' || text.charAt(0) == '"')
              && text.charAt(text.length() - 1) == text.charAt(0);
      return quoted ? text.substring(1, text.length() - 1) : text;
    }
  }

  /** Whether {@code text} is an answer of dcli's, and no JSON. */
  static boolean is(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        return c != '{' && c != '[' && c != '"';
      }
    }
    return false;
  }

  /** A field, a dash or a row of a table; what else there is goes on with the value before. */
  @Override
  public boolean begins(String text, int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) == ' ') {
      at++;
    }
    return at < to
        && (text.charAt(at) == '-'
            || text.charAt(at) == '|'
            || Field.of(text.substring(at, Math.min(to, at + 80))).isPresent());
  }

  @Override
  public LogHead head(String record) {
    String message =
        Field.of(record)
            .filter(field -> TEXTS.contains(field.name()))
            .map(field -> BLANKS.matcher(field.value()).replaceAll(" "))
            .orElse(record.strip());
    return new LogHead(
        Optional.empty(),
        Optional.empty(),
        "",
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        message);
  }
}
