package io.github.viplint.redact;

import io.github.viplint.capture.Secret;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Private keys in PEM (RFC 7468), whole or cut off, whatever a paste put before their lines. */
final class KeyBlocks {
  private static final Pattern BEGIN =
      Pattern.compile("-----BEGIN [A-Z0-9 ]{0,32}PRIVATE KEY(?: BLOCK)?-----");
  private static final Pattern END =
      Pattern.compile("-----END [A-Z0-9 ]{0,32}PRIVATE KEY(?: BLOCK)?-----");
  private static final Pattern LINE = Pattern.compile("[A-Za-z0-9+/=]+");

  /** Where nothing says where a key ends, only this is long enough to be of it. */
  private static final Pattern LONG_LINE = Pattern.compile("[A-Za-z0-9+/=]{16,}");

  /** A line of a key that is cut off, with what a mail or terminal put around it, or a header. */
  private static final Pattern OF_KEY =
      Pattern.compile(
          "[^A-Za-z0-9]{0,16}[A-Za-z0-9+/=]{0,80}[^A-Za-z0-9]{0,16}|(?:Proc-Type|DEK-Info):.*\\r?");

  private static final int LONGEST = 1 << 15;

  private KeyBlocks() {}

  /** Adds the lines of all keys in {@code text}, one place for each. */
  static void find(String text, List<Secret> found) {
    int from = text.indexOf("-----BEGIN ");
    if (from < 0) {
      return;
    }
    Matcher begin = BEGIN.matcher(text);
    while (begin.find(from)) {
      int last = Math.min(text.length(), begin.end() + LONGEST);
      Matcher end = END.matcher(text).region(begin.end(), last);
      boolean ends = end.find();
      int to = ends ? end.start() : cutOff(text, begin.end(), last);
      Matcher line = (ends ? LINE : LONG_LINE).matcher(text).region(begin.end(), to);
      while (line.find()) {
        found.add(new Secret(Secret.Kind.PRIVATE_KEY, line.start(), line.end(), true));
      }
      from = Math.max(to, begin.end());
    }
  }

  /** Where a key that does not end is over: before the first further line that can't be of it. */
  private static int cutOff(String text, int from, int last) {
    int at = lineEnd(text, from, last);
    while (at < last) {
      int end = lineEnd(text, at + 1, last);
      if (!OF_KEY.matcher(text).region(at + 1, end).matches()) {
        return at;
      }
      at = end;
    }
    return last;
  }

  private static int lineEnd(String text, int from, int last) {
    int end = text.indexOf('\n', from);
    return end < 0 ? last : Math.min(end, last);
  }
}
