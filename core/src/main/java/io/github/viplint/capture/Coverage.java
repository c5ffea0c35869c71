package io.github.viplint.capture;

/**
 * What became of the lines of a capture.
 *
 * @param understood read into the model, or ignored on purpose (comments, blanks, the known and
 *     irrelevant)
 * @param scanned log lines that no signature wants
 * @param problems lines that could not be read
 */
public record Coverage(int total, int understood, int scanned, int problems) {
  public static final Coverage NONE = new Coverage(0, 0, 0, 0);

  public Coverage {
    if (total != understood + scanned + problems) {
      throw new IllegalArgumentException("every line is understood, scanned or a problem");
    }
  }

  public Coverage plus(Coverage other) {
    return new Coverage(
        total + other.total,
        understood + other.understood,
        scanned + other.scanned,
        problems + other.problems);
  }
}
