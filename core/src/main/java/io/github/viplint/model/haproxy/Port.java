package io.github.viplint.model.haproxy;

/**
 * What stands behind the last colon of an address.
 *
 * @param text as written, without the colon
 * @param first the port, or the first of a range, or how far from the port of the connection; 0
 *     where it is none of these, or over 65535
 * @param last the last of a range, else the same
 */
public record Port(Kind kind, String text, int first, int last) {
  /** The forms that a port can have. */
  public enum Kind {
    /** No colon. */
    ABSENT,
    /** A colon and nothing behind it. */
    EMPTY,
    NUMBER,
    RANGE,
    /** {@code +10} or {@code -10}, counted from the port of the connection. */
    RELATIVE,
    /** Anything else. */
    OTHER
  }

  public static final Port NONE = new Port(Kind.ABSENT, "", 0, 0);

  /** Reads what stands behind the colon. */
  static Port of(String text) {
    if (text.isEmpty()) {
      return new Port(Kind.EMPTY, text, 0, 0);
    }
    int value = number(text, 0, text.length());
    if (value >= 0) {
      return new Port(Kind.NUMBER, text, inRange(value), inRange(value));
    }
    char sign = text.charAt(0);
    if (sign == '+' || sign == '-') {
      int offset = number(text, 1, text.length());
      int signed = sign == '-' ? -offset : offset;
      return offset < 0 ? other(text) : new Port(Kind.RELATIVE, text, signed, signed);
    }
    int dash = text.indexOf('-');
    int first = dash < 0 ? -1 : number(text, 0, dash);
    int last = dash < 0 ? -1 : number(text, dash + 1, text.length());
    return first >= 0 && last >= 0
        ? new Port(Kind.RANGE, text, inRange(first), inRange(last))
        : other(text);
  }

  /** Whether it is one port or a range of ports that a socket can have. */
  public boolean isBindable() {
    return (kind == Kind.NUMBER || kind == Kind.RANGE) && first > 0 && last >= first;
  }

  private static Port other(String text) {
    return new Port(Kind.OTHER, text, 0, 0);
  }

  private static int inRange(int port) {
    return port <= 65535 ? port : 0;
  }

  /** The number; -1 when it is none; a huge one for more than nine digits. */
  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = value > 99_999_999 ? Integer.MAX_VALUE / 10 : 10 * value + c - '0';
    }
    return from < to ? value : -1;
  }
}
