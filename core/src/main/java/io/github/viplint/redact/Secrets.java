package io.github.viplint.redact;

import io.github.viplint.capture.Mask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows the secrets of a run and hides them in whatever is shown: where a secret stands by its form
 * (a password's directive, a hash, a token), and wherever its value comes again.
 *
 * <p>Immutable; made once from all texts of a run.
 */
public final class Secrets implements Mask {
  private static final String HIDDEN = "****";

  /** A shorter value is too likely to be part of something else. */
  private static final int SHORTEST_VALUE = 8;

  /** Values are found by their first characters. */
  private static final int KEY = 4;

  /** So far around what is shown a line is looked at. */
  private static final int FURTHEST = 1 << 16;

  private static final int OVERLAP = 1 << 13;

  private static final String VALUE =
      "(?<s>\"[^\"\\r\\n]{1,512}\"|'[^'\\r\\n]{1,512}'|[^\\s\"',;]{1,4096})";

  /** A way in which a secret stands in a line; its group {@code s} is the secret. */
  private record Form(Set<Clue> clues, Pattern pattern) {}

  private static final List<Form> FORMS =
      List.of(
          form(
              "user[ \\t]+\\S{1,128}[ \\t]+(?:insecure-)?password[ \\t]+(?<s>[^\\s#]{1,512})",
              Clue.PASSWORD),
          form("insecure-password[ \\t]+(?<s>[^\\s#]{1,512})", Clue.PASSWORD),
          form("stats[ \\t]+auth[ \\t]+[^\\s:]{1,128}:(?<s>\\S{1,512})", Clue.AUTH),
          // crypt(3): $1$, $5$, $6$, $2y$, $y$, $apr1$
          form("\\$(?:[0-9][a-z]?|y|gy|apr1)\\$(?<s>[./0-9A-Za-z$=,]{8,512})", Clue.HASH),
          form(
              "(?i)(?:password|passwd|_pwd|_pass|secret|api_?key)[a-z_]{0,32}[ \\t]*[=:][ \\t]*"
                  + VALUE,
              Clue.PASSWORD,
              Clue.SECRET,
              Clue.KEY),
          form(
              "(?i)(?:pwd|password|cert_key)\"[ \\t]*[,:][ \\t]*(?:\"value\"[ \\t]*:[ \\t]*)?\"(?<s>[^\"\\r\\n]{1,4096})\"",
              Clue.PASSWORD,
              Clue.KEY),
          form(
              "(?i)authorization[\"']?(?:[ \\t]{0,8}:[ \\t]{0,8}[\"']?(?:(?:basic|bearer|digest)[ \\t]{1,8})?"
                  + "|[ \\t,\"']{1,8}(?:basic|bearer|digest)[ \\t]{1,8})(?<s>[^\\s\"']{1,4096})",
              Clue.AUTH),
          form("(?i)key-data[\"']?[ \\t]{0,8}:[ \\t]{0,8}" + VALUE, Clue.KEY),
          form("(?i)session-id[\"']?[ \\t]{0,8}[:=][ \\t]{0,8}" + VALUE, Clue.SECRET),
          form("(?<![\\w-])(?<s>eyJ[\\w-]{6,4096}+\\.[\\w-]{4,8192}+\\.[\\w-]{0,4096})", Clue.JWT),
          form(
              "(?<=[ \\t])(?:-u|--user)[ \\t=]*[\"']?[^\\s:\"']{1,128}:(?<s>[^\\s\"']{1,512})",
              Clue.CURL),
          form("://[^\\s/:@]{1,128}:(?<s>[^\\s/@]{1,512})@", Clue.URL),
          form(
              "(?i)-(?:password|passwd|token|secret)(?:[ \\t]+|=)" + VALUE,
              Clue.PASSWORD,
              Clue.SECRET,
              Clue.TOKEN),
          form(
              "(?:sshpass|login)\\b[^\\r\\n]{0,128}?[ \\t]-p[ \\t]*" + VALUE,
              Clue.PASSWORD,
              Clue.LOGIN),
          form("(?i)token[ \\t]*[=:][ \\t]*(?=\\S{0,64}\\d)" + VALUE, Clue.TOKEN));

  private static Form form(String pattern, Clue... clues) {
    return new Form(Set.of(clues), Pattern.compile(pattern));
  }

  /** What tells the kind of a crypt(3) hash; it may stay. */
  private static final Pattern HASH_FORM = Pattern.compile("\\$[0-9a-z]{1,4}\\$");

  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN [A-Z0-9 ]{0,32}PRIVATE KEY-----");
  private static final Pattern KEY_END =
      Pattern.compile("-----END [A-Z0-9 ]{0,32}PRIVATE KEY-----");
  private static final Pattern KEY_LINE = Pattern.compile("[A-Za-z0-9+/=]{6,}");

  /** Where nothing says where a key ends, only this is long enough to be of it. */
  private static final Pattern LONG_KEY_LINE = Pattern.compile("[A-Za-z0-9+/=]{16,}");

  private static final int LONGEST_KEY = 1 << 15;

  /** Words that stand where a secret could, and would hide half of every text. */
  private static final Set<String> ORDINARY =
      Set.of(
          "password",
          "passwords",
          "username",
          "haproxy",
          "administrator",
          "required",
          "environment",
          "insecure-password",
          "invalid",
          "incorrect",
          "controller",
          "management",
          "workload",
          "frontend",
          "default",
          "expired",
          "changeme",
          "undefined",
          "localhost",
          "authentication");

  private final Map<String, List<String>> values;

  /** The hashes of all keys: almost every place of a text is ruled out by a look here. */
  private final BitSet keys = new BitSet();

  /** The places of secrets in each text of the run, by their form; texts by identity. */
  private final Map<String, Places> places;

  private final int longest;

  private Secrets(Map<String, List<String>> values, Map<String, Places> places) {
    this.values = values;
    this.places = places;
    this.longest =
        values.values().stream().flatMap(List::stream).mapToInt(String::length).max().orElse(0);
    values.keySet().forEach(key -> keys.set(hash(key, 0)));
  }

  private static int hash(String text, int at) {
    int hash = 0;
    for (int i = at; i < at + KEY; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash & 0xFFFF;
  }

  /** The secrets in the texts of a run. */
  public static Secrets in(Collection<String> texts) {
    Set<String> found = new HashSet<>();
    Map<String, Places> places = new IdentityHashMap<>();
    for (String text : texts) {
      Places.Builder own = new Places.Builder();
      collect(text, found, own);
      places.put(text, own.build());
    }
    Map<String, List<String>> byKey = new HashMap<>();
    for (String value : found) {
      byKey.computeIfAbsent(value.substring(0, KEY), key -> new ArrayList<>()).add(value);
    }
    byKey.values().forEach(list -> list.sort((a, b) -> b.length() - a.length()));
    return new Secrets(byKey, places);
  }

  private static void collect(String text, Set<String> found, Places.Builder places) {
    for (int at = Clue.next(text, 0); at >= 0; ) {
      // a window, since a line may be very long
      int start = lineStart(text, at, OVERLAP);
      int lineEnd = lineEnd(text, at, text.length());
      int end = Math.min(lineEnd, start + FURTHEST);
      String window = text.substring(start, end);
      for (int[] span : spans(window)) {
        places.add(start + span[0], start + span[1]);
        String value = window.substring(span[0], span[1]);
        if (value.length() >= SHORTEST_VALUE
            && !ORDINARY.contains(value.toLowerCase(Locale.ROOT))) {
          found.add(value);
        }
      }
      at = Clue.next(text, Math.max(at + 1, end == lineEnd ? end : end - OVERLAP));
    }
    int first = text.indexOf("-----BEGIN ");
    Matcher begin = PRIVATE_KEY.matcher(text);
    for (int from = first; from >= 0 && begin.find(from); ) {
      int last = Math.min(text.length(), begin.end() + LONGEST_KEY);
      Matcher end = KEY_END.matcher(text).region(begin.end(), last);
      boolean ends = end.find();
      int to = ends ? end.start() : last;
      Matcher line = (ends ? KEY_LINE : LONG_KEY_LINE).matcher(text).region(begin.end(), to);
      while (line.find()) {
        found.add(line.group());
      }
      from = to;
    }
  }

  private static int lineStart(String text, int at, int furthest) {
    int start = at;
    while (start > 0 && at - start < furthest && text.charAt(start - 1) != '\n') {
      start--;
    }
    return start;
  }

  private static int lineEnd(String text, int from, int furthest) {
    int end = from;
    while (end < text.length() && end - from < furthest && text.charAt(end) != '\n') {
      end++;
    }
    return end;
  }

  /** Where secrets stand in a line by their form. */
  private static List<int[]> spans(String line) {
    List<int[]> spans = new ArrayList<>();
    Set<Clue> clues = Clue.in(line);
    for (Form form : clues.isEmpty() ? List.<Form>of() : FORMS) {
      if (Collections.disjoint(clues, form.clues)) {
        continue;
      }
      Matcher matcher = form.pattern.matcher(line);
      while (matcher.find()) {
        int start = matcher.start("s");
        int end = matcher.end("s");
        if (end - start > 1 && (line.charAt(start) == '"' || line.charAt(start) == '\'')) {
          start++;
          end--;
        }
        Matcher hash = HASH_FORM.matcher(line).region(start, end);
        start = hash.lookingAt() ? hash.end() : start;
        if (end > start && !isPlaceholder(line.substring(start, end))) {
          spans.add(new int[] {start, end});
        }
      }
    }
    return spans;
  }

  private static boolean isPlaceholder(String value) {
    return value.startsWith("<")
        || value.startsWith("${")
        || value.startsWith("$(")
        || value.startsWith("{{")
        || value.chars().allMatch(c -> c == '*' || c == 'x' || c == '.' || c == '\u2022')
        || Set.of(
                "null", "true", "false", "yes", "no", "none", "error", "is", "for", "of", "and",
                "was")
            .contains(value.toLowerCase(Locale.ROOT));
  }

  @Override
  public String shown(String text, int start, int end) {
    Places known = places.get(text);
    int around = known == null ? FURTHEST : longest;
    int from = lineStart(text, start, around);
    int to = lineEnd(text, end, around);
    boolean[] hidden = new boolean[to - from];
    if (known == null) {
      hideForms(text.substring(from, to), hidden);
    } else {
      known.hide(from, to, hidden);
    }
    hideValues(text, from, to, hidden);
    StringBuilder out = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (!hidden[i - from]) {
        out.append(text.charAt(i));
      } else if (i == start || !hidden[i - 1 - from]) {
        out.append(HIDDEN);
      }
    }
    return out.toString();
  }

  /** {@code text} with every secret in it replaced: for messages and the like. */
  public String mask(String text) {
    return shown(text, 0, text.length());
  }

  private static void hideForms(String window, boolean[] hidden) {
    for (int start = 0; start < window.length(); ) {
      int end = lineEnd(window, start, window.length());
      for (int[] span : spans(window.substring(start, end))) {
        Arrays.fill(hidden, start + span[0], start + span[1], true);
      }
      start = end + 1;
    }
  }

  private void hideValues(String text, int from, int to, boolean[] hidden) {
    for (int i = from; longest > 0 && i + KEY <= to; i++) {
      if (!keys.get(hash(text, i))) {
        continue;
      }
      for (String value : values.getOrDefault(text.substring(i, i + KEY), List.of())) {
        if (text.startsWith(value, i)) {
          Arrays.fill(hidden, i - from, Math.min(to, i + value.length()) - from, true);
          break;
        }
      }
    }
  }
}
