package io.github.viplint.redact;

import io.github.viplint.capture.Secret;
import io.github.viplint.capture.Secret.Kind;
import io.github.viplint.capture.Stretch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds secrets by the form in which they stand. Lines without a clue cost one look at each
 * character.
 */
final class SecretSearch {
  /** So far around a clue a line is looked at. */
  static final int FURTHEST = 1 << 16;

  private static final int OVERLAP = 1 << 13;

  /** What tells the kind of a crypt(3) hash and how it is made; it may stay. */
  private static final Pattern HASH_FORM =
      Pattern.compile("\\$[0-9a-z]{1,4}\\$(?:rounds=\\d{1,9}\\$|(?<=\\$2[a-z]?\\$)\\d\\d\\$)?");

  /** A name of a variable, which the shell or a template puts a value in place of. */
  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\$[A-Z_]{2,64}|\\$[a-z][A-Za-z_]{2,32}|%[A-Z][A-Z_]{1,63}%|\\$\\{.*|\\$\\(.*|\\{\\{.*");

  /** {@code <use your password>}. */
  private static final Pattern INVITATION = Pattern.compile("<[^<>]{1,128}>(?=[\\s\"'&;,]|$)");

  private static final Set<String> WORDS =
      Set.of(
          "null", "true", "false", "yes", "no", "none", "error", "is", "for", "of", "and", "was",
          "not", "the", "from", "set");

  /** What manuals write in place of one. */
  private static final Set<String> STANDS_FOR_ONE =
      Set.of("PASSWORD", "PASS", "PASSWD", "SECRET", "TOKEN", "YOUR_PASSWORD", "YOURPASSWORD");

  private static final int SHORTEST_SURE = 6;

  private SecretSearch() {}

  /** All secrets in a text, in any order; they may overlap. */
  static List<Secret> in(String text) {
    List<Secret> found =
        Stretch.shared(Stretch.of(text, Stretch.WORTHWHILE))
            .flatMap(stretch -> in(text, stretch).stream())
            .collect(Collectors.toCollection(ArrayList::new));
    KeyBlocks.find(text, found);
    return found;
  }

  /** What a line holds depends on no other. */
  private static List<Secret> in(String text, Stretch stretch) {
    List<Secret> found = new ArrayList<>();
    for (int at = Clue.next(text, stretch.from(), stretch.to()); at >= 0; ) {
      // a window, since a line may be very long
      int start = lineStart(text, at, OVERLAP);
      int lineEnd = lineEnd(text, at, text.length());
      int end = Math.min(lineEnd, start + FURTHEST);
      line(text.substring(start, end), start, found);
      int next = Math.max(at + 1, end == lineEnd ? end : end - OVERLAP);
      at = Clue.next(text, next, stretch.to());
    }
    return found;
  }

  private static void line(String line, int offset, List<Secret> found) {
    Set<Clue> clues = Clue.in(line);
    for (Form form : Form.ALL) {
      if (!form.mayBeIn(line, clues)) {
        continue;
      }
      Matcher matcher = form.pattern().matcher(line);
      while (matcher.find()) {
        secret(form, line, matcher.start("s"), matcher.end("s"), offset, found);
      }
    }
  }

  private static void secret(
      Form form, String line, int from, int to, int offset, List<Secret> found) {
    int start = from;
    int end = to;
    char quote = line.charAt(start);
    if (end - start > 1
        && (quote == '"' || quote == '\'')
        && line.indexOf(quote, start + 1) == end - 1) {
      start++;
      end--;
    }
    Matcher hash = HASH_FORM.matcher(line).region(start, end);
    Kind kind = form.kind();
    if (hash.lookingAt()) {
      start = hash.end();
      kind = Kind.HASH;
    }
    while (kind != Kind.HASH && end > start && ",;".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end <= start) {
      return;
    }
    String value = line.substring(start, end);
    if (isPlaceholder(value)
        || isCertificate(value)
        || INVITATION.matcher(line).region(start, line.length()).lookingAt()) {
      return;
    }
    found.add(
        new Secret(
            kind,
            offset + start,
            offset + end,
            (form.sure() || looksSo(value)) && !Mark.is(value)));
  }

  /** Whether a value is more than a word of a sentence. */
  private static boolean looksSo(String value) {
    boolean lower = value.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    boolean upper = value.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    boolean digit = value.chars().anyMatch(c -> c >= '0' && c <= '9');
    return value.length() >= SHORTEST_SURE
        && digit
        && (lower || upper)
        && value.chars().noneMatch(c -> c == '/' || c == '(' || c == '[');
  }

  private static boolean isPlaceholder(String value) {
    return VARIABLE.matcher(value).matches()
        || STANDS_FOR_ONE.contains(value)
        || value.chars().allMatch(c -> c == '*' || c == 'x' || c == '.' || c == '\u2022')
        || WORDS.contains(value.toLowerCase(Locale.ROOT));
  }

  /** PEM that was encoded once more, of something that everybody may see. */
  private static boolean isCertificate(String value) {
    if (!value.startsWith("LS0tLS1CRUdJTi")) {
      return false;
    }
    String head = value.substring(0, Math.min(value.length() & ~3, 64));
    return new String(Base64.getDecoder().decode(head), StandardCharsets.ISO_8859_1)
        .startsWith("-----BEGIN CERTIFICATE");
  }

  static int lineStart(String text, int at, int furthest) {
    int start = at;
    while (start > 0 && at - start < furthest && text.charAt(start - 1) != '\n') {
      start--;
    }
    return start;
  }

  static int lineEnd(String text, int from, int furthest) {
    int end = from;
    while (end < text.length() && end - from < furthest && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }
}
