package io.github.viplint.model.haproxy;

import io.github.viplint.capture.Capture;
import org.jspecify.annotations.Nullable;

/**
 * Tells which lines hold a character. Asked of lines one behind the other, it looks at each
 * character of their text once. Belongs to one thread.
 */
public final class CharCursor {
  private final char wanted;
  private @Nullable Capture capture;
  private int from;
  private int found;

  public CharCursor(char wanted) {
    this.wanted = wanted;
  }

  /** Whether the line as it is written holds the character. */
  public boolean isOn(Directive line) {
    int start = line.start();
    if (capture != line.capture() || start < from || start > found) {
      capture = line.capture();
      from = start;
      int next = capture.text().indexOf(wanted, start);
      found = next < 0 ? Integer.MAX_VALUE : next;
    }
    return found < line.end();
  }
}
