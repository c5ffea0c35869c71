package io.github.viplint.redact;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is in a text where a secret may be near. A cheap look, in one pass, that spares most lines
 * the patterns.
 */
enum Clue {
  PASSWORD,
  SECRET,
  KEY,
  AUTH,
  TOKEN,
  USER,
  LOGIN,
  BASE64,
  HASH,
  URL;

  private static final int LONGEST_HASH_FORM = 10;

  /** For each character that a clue begins with, the last five bits of those that may follow. */
  private static final int[] SECOND = second();

  private static int[] second() {
    int[] second = new int[128];
    for (String begin :
        List.of(
            "pa", "pw", "se", "au", "ap", "ke", "to", "cu", "ce", "lo", "ey", "ls", ":/", "-u",
            "--", "_u", "dy")) {
      char first = begin.charAt(0);
      int bit = 1 << (begin.charAt(1) & 31);
      second[first] |= bit;
      second[Character.toUpperCase(first)] |= bit;
    }
    second['$'] = -1;
    return second;
  }

  /**
   * The first place from {@code from} to {@code to} where there is a clue; -1 when there is none.
   */
  static int next(String text, int from, int to) {
    int last = Math.min(text.length() - 1, to);
    for (int i = from; i < last; i++) {
      char c = text.charAt(i);
      if (c < 128
          && SECOND[c] != 0
          && (SECOND[c] >>> (text.charAt(i + 1) & 31) & 1) != 0
          && at(text, i) != null) {
        return i;
      }
    }
    return -1;
  }

  /** All clues in {@code text}. */
  static Set<Clue> in(String text) {
    Set<Clue> found = EnumSet.noneOf(Clue.class);
    int end = text.length();
    for (int i = next(text, 0, end); i >= 0; i = next(text, i + 1, end)) {
      found.add(at(text, i));
    }
    return found;
  }

  private static @Nullable Clue at(String text, int i) {
    return switch (text.charAt(i)) {
      case 'p', 'P' -> is(text, i, "pass") || is(text, i, "pwd") ? PASSWORD : null;
      case 's', 'S' -> is(text, i, "secret") || is(text, i, "session-id") ? SECRET : null;
      case 'a', 'A' ->
          is(text, i, "auth ") || is(text, i, "auth\t") || is(text, i, "authorization")
              ? AUTH
              : is(text, i, "apikey") || is(text, i, "api_key") || is(text, i, "api-key")
                  ? KEY
                  : null;
      case 'k', 'K' -> is(text, i, "key-data") ? KEY : null;
      case 'd', 'D' -> is(text, i, "dynamic-cookie-key") ? KEY : null;
      case 't', 'T' -> is(text, i, "token") ? TOKEN : null;
      case 'c', 'C' -> is(text, i, "curl") ? USER : is(text, i, "cert_key") ? KEY : null;
      case '-' -> isUser(text, i) ? USER : null;
      case '_' -> is(text, i, "_url=") ? URL : null;
      case 'l', 'L' ->
          text.startsWith("login", i) ? LOGIN : text.startsWith("LS0t", i) ? BASE64 : null;
      case 'e' -> text.startsWith("eyJ", i) ? BASE64 : null;
      case ':' -> text.startsWith("://", i) ? URL : null;
      case '$' -> isHash(text, i) ? HASH : null;
      default -> null;
    };
  }

  /** {@code -u} and {@code --user} of curl, which may stand on a line of their own. */
  private static boolean isUser(String text, int i) {
    if (text.startsWith("-u", i)) {
      return i == 0 || Character.isWhitespace(text.charAt(i - 1));
    }
    return text.startsWith("--user", i) || text.startsWith("--proxy-user", i);
  }

  private static boolean isHash(String text, int i) {
    int last = Math.min(text.length(), i + LONGEST_HASH_FORM);
    for (int k = i + 2; k < last; k++) {
      if (text.charAt(k) == '$') {
        return true;
      }
    }
    return false;
  }

  private static boolean is(String text, int at, String word) {
    return text.regionMatches(true, at, word, 0, word.length());
  }
}
