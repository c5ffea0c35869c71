package io.github.viplint.redact;

import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Secret;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows the secrets of a run and hides them in whatever is shown: where a secret stands by its form
 * (a password's directive, a hash, a token), and wherever its value comes again.
 *
 * <p>Immutable; made once from all texts of a run.
 */
public final class Secrets implements Mask {
  private final KnownValues values;

  /** The places of secrets in each text of the run, by their form; texts by identity. */
  private final Map<String, Places> places;

  private Secrets(KnownValues values, Map<String, Places> places) {
    this.values = values;
    this.places = places;
  }

  /** The secrets in the texts of a run. */
  public static Secrets in(Collection<String> texts) {
    Set<String> known = new HashSet<>();
    Map<String, Places> places = new IdentityHashMap<>();
    for (String text : texts) {
      List<Secret> found = SecretSearch.in(text);
      for (Secret secret : found) {
        String value = text.substring(secret.start(), secret.end());
        if (KnownValues.isTelling(value) && !Mark.is(value)) {
          known.add(value);
        }
      }
      places.put(text, Places.of(found));
    }
    return new Secrets(new KnownValues(known), places);
  }

  @Override
  public String shown(String text, int start, int end) {
    Places own = places.get(text);
    int around = own == null ? SecretSearch.FURTHEST : values.longest();
    int from = SecretSearch.lineStart(text, start, around);
    int to = SecretSearch.lineEnd(text, end, around);
    boolean[] hidden = new boolean[to - from];
    if (own == null) {
      String window = text.substring(from, to);
      Places.of(SecretSearch.in(window)).hide(0, window.length(), hidden);
    } else {
      own.hide(from, to, hidden);
    }
    values.hide(text, from, to, hidden);
    if (isShown(hidden, start - from, end - from)) {
      return text.substring(start, end);
    }
    StringBuilder out = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      if (!hidden[i - from]) {
        out.append(text.charAt(i));
      } else if (i == start || !hidden[i - 1 - from]) {
        out.append(Mark.SHORT);
      }
    }
    return out.toString();
  }

  private static boolean isShown(boolean[] hidden, int from, int to) {
    for (int i = from; i < to; i++) {
      if (hidden[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * A text of the run for a file: what stands in place of a secret keeps the file valid, and is
   * none when it is read again.
   */
  public Redacted redacted(String text) {
    List<Secret> own = secrets(text);
    boolean[] hidden = new boolean[text.length()];
    Places.of(own).hide(0, text.length(), hidden);
    values.hide(text, 0, text.length(), hidden);
    StringBuilder out = new StringBuilder(text.length());
    int next = 0;
    int repeated = 0;
    for (int at = 0; at < text.length(); ) {
      int end = at + 1;
      while (end < text.length() && hidden[end] == hidden[at]) {
        end++;
      }
      String run = text.substring(at, end);
      while (next < own.size() && own.get(next).end() <= at) {
        next++;
      }
      if (!hidden[at]) {
        out.append(run);
      } else if (next < own.size() && own.get(next).start() < end) {
        out.append(Mark.of(own.get(next).kind(), run));
      } else {
        repeated++;
        out.append(Mark.SHORT);
      }
      at = end;
    }
    return new Redacted(out.toString(), Counted.of(text, own), repeated);
  }

  /** Texts of a run without their secrets, in order: what may be learned from. */
  public static List<String> without(Collection<String> texts) {
    Secrets secrets = in(texts);
    return texts.stream().map(text -> secrets.redacted(text).text()).toList();
  }

  @Override
  public List<Secret> secrets(String text) {
    Places own = places.get(text);
    return own == null ? List.of() : own.all();
  }

  /** {@code text} with every secret in it replaced: for messages and the like. */
  public String mask(String text) {
    return shown(text, 0, text.length());
  }
}
