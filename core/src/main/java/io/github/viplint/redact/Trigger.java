package io.github.viplint.redact;

/**
 * Finds, in one pass, the places where a secret may be near: a cheap look that spares most lines
 * the patterns.
 */
final class Trigger {
  private static final int LONGEST_HASH_FORM = 5;

  private final String text;

  Trigger(String text) {
    this.text = text;
  }

  /** The first such place at or behind {@code from}; -1 when there is none. */
  int next(int from) {
    for (int i = from; i < text.length(); i++) {
      if (isOne(i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isOne(int i) {
    return switch (text.charAt(i)) {
      case 'p', 'P' -> is(i, "pass") || is(i, "pwd");
      case 's', 'S' -> is(i, "secret");
      case 'a', 'A' -> is(i, "auth ") || is(i, "auth\t") || is(i, "authorization") || is(i, "api");
      case 't', 'T' -> is(i, "token");
      case 'c', 'C' -> is(i, "ca_cert_key") || is(i, "curl");
      case 'l', 'L' -> is(i, "login");
      case 'e' -> text.startsWith("eyJ", i);
      case '$' -> {
        int last = Math.min(text.length(), i + 1 + LONGEST_HASH_FORM);
        yield text.substring(i + 1, last).indexOf('$') > 0;
      }
      case ':' -> text.startsWith("://", i);
      default -> false;
    };
  }

  private boolean is(int at, String word) {
    return text.regionMatches(true, at, word, 0, word.length());
  }
}
