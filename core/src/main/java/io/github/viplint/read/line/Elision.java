package io.github.viplint.read.line;

import java.util.Set;

/** What people write for lines that they left out. */
public final class Elision {
  private static final Set<String> MARKS = Set.of("…", "[…]", "[...]", "<snip>", "[snip]");

  private Elision() {}

  /** Whether the line is only such a mark: {@code ...}, {@code [...]}, {@code <snip>}. */
  public static boolean is(String line) {
    String text = line.strip();
    return MARKS.contains(text)
        || text.length() >= 2 && text.length() <= 20 && text.chars().allMatch(c -> c == '.');
  }
}
