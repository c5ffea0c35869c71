package io.github.viplint.report;

import io.github.viplint.lint.Severity;

/**
 * How a report for people looks.
 *
 * @param color whether to colour with ANSI sequences
 */
public record Style(boolean color, Detail detail) {
  /** No colours, the usual detail. */
  public static final Style PLAIN = new Style(false, Detail.NORMAL);

  /** How much is said. */
  public enum Detail {
    /** Findings only. */
    QUIET,
    NORMAL,
    /** Symptoms in full, and what became of each rule. */
    VERBOSE
  }

  enum Paint {
    RED("1;31"),
    YELLOW("1;33"),
    CYAN("1;36"),
    BLUE("34"),
    GREEN("32"),
    REMOVED("31"),
    BOLD("1");

    private final String code;

    Paint(String code) {
      this.code = code;
    }

    static Paint of(Severity severity) {
      return switch (severity) {
        case ERROR -> RED;
        case WARNING -> YELLOW;
        case INFO -> CYAN;
      };
    }
  }

  boolean quiet() {
    return detail == Detail.QUIET;
  }

  boolean verbose() {
    return detail == Detail.VERBOSE;
  }

  String paint(Paint paint, String text) {
    return color && !text.isEmpty() ? "\u001b[" + paint.code + "m" + text + "\u001b[0m" : text;
  }
}
