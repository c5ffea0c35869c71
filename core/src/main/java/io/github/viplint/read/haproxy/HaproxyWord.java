package io.github.viplint.read.haproxy;

/**
 * The value of a word of haproxy.cfg that has quotes or escapes in it, as parse_line() of haproxy's
 * src/tools.c makes it. Variables stay as they are written: what they hold on the host is not
 * known.
 */
final class HaproxyWord {
  private final String raw;
  private final StringBuilder value;
  private int at;

  private HaproxyWord(String raw) {
    this.raw = raw;
    this.value = new StringBuilder(raw.length());
  }

  static String value(String raw) {
    return new HaproxyWord(raw).cook();
  }

  private String cook() {
    char quote = 0;
    while (at < raw.length()) {
      char c = raw.charAt(at++);
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == '\\' && quote != '\'') {
        escape(quote == '"');
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  /** What follows a backslash; all that haproxy does not know keeps the backslash. */
  private void escape(boolean weak) {
    char c = at < raw.length() ? raw.charAt(at) : 0;
    switch (c) {
      case ' ', '\\', '#', '\'', '"' -> put(c, 1);
      case 'n' -> put('\n', 1);
      case 'r' -> put('\r', 1);
      case 't' -> put('\t', 1);
      case '$' -> put(weak ? '$' : '\\', weak ? 1 : 0);
      case 'x' -> hex();
      default -> put('\\', 0);
    }
  }

  private void hex() {
    int high = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 1), 16) : -1;
    int low = at + 2 < raw.length() ? Character.digit(raw.charAt(at + 2), 16) : -1;
    if (high >= 0 && low >= 0) {
      put((char) (16 * high + low), 3);
    } else {
      put('\\', 0);
    }
  }

  private void put(char c, int taken) {
    value.append(c);
    at += taken;
  }
}
