package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Encoding;
import io.github.viplint.capture.LineNumbers;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The decoded text of one input, without byte order mark.
 *
 * @param numbers which lines of the input the text has
 * @param lines how many line ends the text has
 * @param sha256 tells that of all its bytes, in lower-case hexadecimal
 * @param log the kind of a large log, of which only the lines that matter are there
 * @param interrupted other things stand in the middle of it, which are there too
 * @param endsOtherwise such a log has something else behind it
 * @param notes what was left out that should not have been, in words
 */
record Content(
    String text,
    LineNumbers numbers,
    Encoding encoding,
    int lines,
    Supplier<String> sha256,
    Optional<CaptureKind> log,
    boolean interrupted,
    boolean endsOtherwise,
    List<String> notes) {
  /** No text that people write or tools print has longer lines. */
  static final int LONGEST_LINE = 2 << 20;

  /** What a line takes besides its characters while it is looked at, in bytes. */
  static final int LINE = 64;

  Content {
    notes = List.copyOf(notes);
  }

  /** Why an input can't be read as text; the message is for people. */
  static final class NoTextException extends Exception {
    private static final long serialVersionUID = 1L;

    NoTextException(String message) {
      super(message);
    }
  }

  /** The same with other words in its lines; the hash of the bytes would tell what they were. */
  Content with(String otherText) {
    return new Content(
        otherText, numbers, encoding, lines, () -> "", log, interrupted, endsOtherwise, notes);
  }

  /** Whether it begins as a log, so that a part of it is worth as much as the whole. */
  boolean isLog() {
    return log.isPresent()
        || LogSample.kind(text.substring(0, Math.min(text.length(), LogSample.ENOUGH))).isPresent();
  }

  /** What of the memory for all inputs this one takes. */
  long cost() {
    return text.length() + (long) LINE * lines;
  }
}
