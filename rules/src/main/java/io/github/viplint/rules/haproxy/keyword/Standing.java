package io.github.viplint.rules.haproxy.keyword;

/** How one release of haproxy takes a word in its place. */
public enum Standing {
  TAKEN,
  /** Ignored there, with a warning. */
  IGNORED,
  /** Taken, with a warning that it will go. */
  DEPRECATED,
  /** Refused in a defaults section without a name, taken in a named one. */
  NAMED_ONLY,
  /** Known to haproxy and refused there. */
  REFUSED,
  /** Refused: haproxy knows that it was taken in former times. */
  GONE,
  UNKNOWN,
  /** Nothing tells; a rule must be silent. */
  UNSURE;

  /**
   * The standing that a table writes so.
   *
   * @throws IllegalArgumentException for any other letter
   */
  static Standing of(char letter) {
    return switch (letter) {
      case '+' -> TAKEN;
      case 'i' -> IGNORED;
      case 'd' -> DEPRECATED;
      case 'n' -> NAMED_ONLY;
      case 'r' -> REFUSED;
      case 'g' -> GONE;
      case '-' -> UNKNOWN;
      case '?' -> UNSURE;
      default -> throw new IllegalArgumentException("no standing: " + letter);
    };
  }

  /** Whether haproxy starts with the word, in some way. */
  public boolean accepted() {
    return this == TAKEN || this == IGNORED || this == DEPRECATED || this == NAMED_ONLY;
  }
}
