package io.github.viplint.rules.haproxy.keyword;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The words of one place, and the places that are behind some of them. */
public final class Words {
  /** Of a place of which nothing is known. */
  public static final Words NONE = new Words("");

  private final String place;
  private final List<Keyword> all = new ArrayList<>();
  private final Map<String, Optional<Keyword>> exact = new LinkedHashMap<>();
  private final List<Keyword> prefixes = new ArrayList<>();
  private final Map<String, Optional<Words>> behind = new HashMap<>();

  Words(String place) {
    this.place = place;
  }

  /** What the place is called: {@code global}, {@code frontend option}. */
  public String place() {
    return place;
  }

  void add(Keyword keyword) {
    all.add(keyword);
    exact.put(keyword.word(), Optional.of(keyword));
    if (keyword.isPrefix()) {
      prefixes.add(keyword);
    }
  }

  void addBehind(String word, Words words) {
    behind.put(word, Optional.of(words));
  }

  /** Whether anything is known of this place at all. */
  public boolean isKnown() {
    return !all.isEmpty();
  }

  /** The word in this place; of several that fit its beginning the longest. */
  public Optional<Keyword> find(String word) {
    Optional<Keyword> known = exact.get(word);
    return known != null || prefixes.isEmpty()
        ? Objects.requireNonNullElse(known, Optional.empty())
        : byBeginning(word);
  }

  private Optional<Keyword> byBeginning(String word) {
    Keyword longest = null;
    for (Keyword keyword : prefixes) {
      if (keyword.fits(word)
          && (longest == null || longest.word().length() < keyword.word().length())) {
        longest = keyword;
      }
    }
    return Optional.ofNullable(longest);
  }

  /** The words that may stand behind this one here, where anything is known of them. */
  public Optional<Words> behind(String word) {
    return Objects.requireNonNullElse(behind.get(word), Optional.empty());
  }

  /** All of them, in the order of the table. */
  public List<Keyword> all() {
    return Collections.unmodifiableList(all);
  }

  Set<String> names() {
    return Collections.unmodifiableSet(exact.keySet());
  }
}
