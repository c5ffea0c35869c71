package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a person wrote below a text, about it or to someone.
 *
 * @param kind of the text
 */
record Prose(CaptureKind kind) {
  private static final int LONGEST = 400;

  private static final Pattern SENTENCE =
      Pattern.compile("[\\p{L}\"'(][^=/#]{0,40}(?: [\\p{L}\\d,.;:!?'\"()&-]{1,40}){3,400}");

  /** {@code Regards}: nothing that stands in a file of ours begins with a capital. */
  private static final Pattern WORDS = Pattern.compile("\\p{Lu}[^0-9/=#\\[\\]{}]{0,200}");

  /** How many of the lines stand before it, blank lines above it left out; all where none is it. */
  int before(List<Line> lines) {
    int end = lines.size();
    for (int i = lines.size(); i > 1; i--) {
      Line line = lines.get(i - 1);
      if (line.isBlank()) {
        continue;
      }
      if (!is(line.text())) {
        break;
      }
      if (begins(line.text(), lines.get(i - 2))) {
        end = i - 1;
      }
    }
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    return end == 0 ? lines.size() : end;
  }

  /** Whether it may begin with {@code text}, by what stands above. */
  private boolean begins(String text, Line above) {
    return above.isBlank()
        || LineTraits.NUMBERED.contains(kind) && SENTENCE.matcher(text).matches()
        || LineTraits.LISTINGS.contains(kind) && text.startsWith("#");
  }

  private boolean is(String text) {
    boolean foreign =
        LineTraits.LISTINGS.contains(kind)
            && !Character.isWhitespace(text.charAt(0))
            && Verdict.of(text).isEmpty();
    boolean words = LineTraits.COMMENTED.contains(kind) && WORDS.matcher(text).matches();
    return foreign || words || text.length() <= LONGEST && SENTENCE.matcher(text).matches();
  }
}
