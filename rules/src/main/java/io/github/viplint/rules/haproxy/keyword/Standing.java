package io.github.viplint.rules.haproxy.keyword;

/** How one release of haproxy takes a word in its place. */
public enum Standing {
  TAKEN('+'),
  /** Ignored there, with a warning. */
  IGNORED('i'),
  /** Taken, with a warning that it will go. */
  DEPRECATED('d'),
  /** Refused in a defaults section without a name, taken in a named one. */
  NAMED_ONLY('n'),
  /** Known to haproxy and refused there. */
  REFUSED('r'),
  /** Refused: haproxy knows that it was taken in former times. */
  GONE('g'),
  UNKNOWN('-'),
  /** Nothing tells; a rule must be silent. */
  UNSURE('?');

  private static final Standing[] ALL = values();

  private final char letter;

  Standing(char letter) {
    this.letter = letter;
  }

  /**
   * The standing that a table writes so.
   *
   * @throws IllegalArgumentException for any other letter
   */
  static Standing of(char letter) {
    for (Standing standing : ALL) {
      if (standing.letter == letter) {
        return standing;
      }
    }
    throw new IllegalArgumentException("no standing: " + letter);
  }

  /** Whether haproxy starts with the word, in some way. */
  public boolean accepted() {
    return this == TAKEN || this == IGNORED || this == DEPRECATED || this == NAMED_ONLY;
  }
}
