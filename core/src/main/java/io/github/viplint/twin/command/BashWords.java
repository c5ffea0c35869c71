package io.github.viplint.twin.command;

import java.util.List;
import java.util.OptionalLong;

/** What bash makes of text in the places where the appliance's scripts use it. */
public final class BashWords {
  private BashWords() {}

  /**
   * {@code IFS=, read -ra}: fields between commas. A comma at the end closes the last field and
   * opens none.
   */
  public static List<String> fields(String text) {
    List<String> fields = List.of(text.split(",", -1));
    return fields.get(fields.size() - 1).isEmpty() ? fields.subList(0, fields.size() - 1) : fields;
  }

  /** The words of an unquoted expansion. */
  public static List<String> words(String text) {
    return List.of(text.split("[ \t\n]+")).stream().filter(word -> !word.isEmpty()).toList();
  }

  /**
   * Whether {@code eval} takes the text for plain words, so that nothing in it is quoted, expanded,
   * redirected or run.
   */
  public static boolean isPlain(String text) {
    return text.chars()
        .allMatch(c -> c > ' ' && c < 127 && "\"'`$\\|&;<>(){}[]*?~!#".indexOf(c) < 0);
  }

  /**
   * What {@code printf '%d'} prints.
   *
   * @param valid whether it returns 0; it prints the number that the text begins with all the same
   */
  public record Printed(long number, boolean valid) {}

  /**
   * What {@code printf '%d'} makes of an argument: decimal, octal behind 0, hexadecimal behind 0x.
   */
  public static Printed decimal(String text) {
    int at = 0;
    while (at < text.length() && " \t\n\f\r\u000b".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    boolean negative = text.startsWith("-", at);
    if (negative || text.startsWith("+", at)) {
      at++;
    }
    int base = 10;
    if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
      base = 16;
      at += 2;
    } else if (text.startsWith("0", at)) {
      base = 8;
    }
    int end = at;
    while (end < text.length() && text.charAt(end) < 128 && digit(text.charAt(end), base) >= 0) {
      end++;
    }
    if (base == 16 && end == at) {
      return new Printed(0, false);
    }
    OptionalLong value = value(text.substring(at, end), base);
    long number = value.orElse(Long.MAX_VALUE);
    boolean valid = end == text.length() && (end > at || text.isEmpty());
    return new Printed(negative ? value.isPresent() ? -number : Long.MIN_VALUE : number, valid);
  }

  private static int digit(char c, int base) {
    return Character.digit(c, base);
  }

  private static OptionalLong value(String digits, int base) {
    if (digits.isEmpty()) {
      return OptionalLong.of(0);
    }
    try {
      return OptionalLong.of(Long.parseLong(digits, base));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
