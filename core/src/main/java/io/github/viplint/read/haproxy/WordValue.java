package io.github.viplint.read.haproxy;

/**
 * What the parts of a word say together, once quotes and escapes are resolved. Variables stay as
 * they are written: what they hold on the host is not known.
 */
final class WordValue {
  private final String text;
  private final StringBuilder value = new StringBuilder();
  private int start;
  private boolean cooked;

  WordValue(String text) {
    this.text = text;
  }

  /** Goes on with the word that starts here. */
  void begin(int at) {
    start = at;
    cooked = false;
  }

  /** Whether the value may differ from what is written. */
  boolean isCooked() {
    return cooked;
  }

  /** The value of a cooked word. */
  String cooked() {
    return value.toString();
  }

  /** A part that means what it says. */
  void plain(int from, int to) {
    if (cooked) {
      value.append(text, from, to);
    }
  }

  /** A quote: it only says where others are quotes. */
  void quote(int at) {
    cook(at);
  }

  void variable(int from, int to) {
    plain(from, to);
  }

  /** A backslash and what it escapes. */
  void escape(int from) {
    cook(from);
    char c = text.charAt(from + 1);
    value.append(
        switch (c) {
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'x' -> (char) Integer.parseInt(text, from + 2, from + 4, 16);
          default -> c;
        });
  }

  private void cook(int to) {
    if (!cooked) {
      cooked = true;
      value.setLength(0);
      value.append(text, start, to);
    }
  }
}
