package io.github.viplint.rules.haproxy.keyword;

import io.github.viplint.model.haproxy.HaproxyVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which word haproxy knows where; {@code keywords.tsv} says how it came about. A place is a kind of
 * section, or the words before: {@code global}, {@code frontend option}, {@code http-request},
 * {@code bind option}.
 */
public final class Keywords {
  private static final List<String> PROXIES = List.of("defaults", "frontend", "listen", "backend");
  private static final String PROXY = "proxy";
  private static final String GONE = "gone";

  /** The words of one place. */
  private static final class Place {
    private final List<Keyword> all = new ArrayList<>();
    private final Map<String, Optional<Keyword>> words = new LinkedHashMap<>();
    private final List<Keyword> prefixes = new ArrayList<>();

    void add(Keyword keyword) {
      all.add(keyword);
      words.put(keyword.word(), Optional.of(keyword));
      if (keyword.isPrefix()) {
        prefixes.add(keyword);
      }
    }

    Optional<Keyword> find(String word) {
      Optional<Keyword> exact = words.get(word);
      return exact != null || prefixes.isEmpty()
          ? Objects.requireNonNullElse(exact, Optional.empty())
          : prefixes.stream()
              .filter(keyword -> keyword.fits(word))
              .max(Comparator.comparingInt(keyword -> keyword.word().length()));
    }
  }

  private static final Place NOWHERE = new Place();

  private final Map<String, Place> places = new HashMap<>();

  /** The places that are two words, by the first and the second. */
  private final Map<String, Map<String, Optional<String>>> pairs = new HashMap<>();

  private final Map<String, Successor> successors = new HashMap<>();

  /** Loaded when the first rule asks. */
  private static final class Holder {
    private static final Keywords ALL = new Keywords();
  }

  private Keywords() {
    try (InputStream in = Keywords.class.getResourceAsStream("keywords.tsv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          add(line.split("\t", -1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that is known. */
  public static Keywords all() {
    return Holder.ALL;
  }

  /** {@code PLACE WORD STANDINGS [VALUES]}; a proxy has standings for each kind of section. */
  private void add(String[] cells) {
    String place = cells[0];
    String word = cells[1];
    if (place.equals(GONE)) {
      successors.put(word, new Successor(cells[2], cells[3].equals("="), cells[4]));
    } else if (place.equals(PROXY) || place.startsWith(PROXY + " ")) {
      for (int i = 0; i < PROXIES.size(); i++) {
        String kind = PROXIES.get(i) + place.substring(PROXY.length());
        add(kind, new Keyword(word, cells[2 + i], 0));
      }
    } else {
      add(place, new Keyword(word, cells[2], cells.length > 3 ? Integer.parseInt(cells[3]) : 0));
    }
  }

  private void add(String place, Keyword keyword) {
    places.computeIfAbsent(place, key -> new Place()).add(keyword);
    int blank = place.indexOf(' ');
    if (blank >= 0) {
      pairs
          .computeIfAbsent(place.substring(0, blank), key -> new HashMap<>())
          .put(place.substring(blank + 1), Optional.of(place));
    }
  }

  /** Whether anything is known of this place at all. */
  public boolean knows(String place) {
    return places.containsKey(place);
  }

  /** The place of these two words, where anything is known of it: {@code frontend option}. */
  public Optional<String> behind(String first, String second) {
    return pairs.getOrDefault(first, Map.of()).getOrDefault(second, Optional.empty());
  }

  /** The word in this place. */
  public Optional<Keyword> find(String place, String word) {
    return place(place).find(word);
  }

  /** All words of a place, in the order of the table. */
  public List<Keyword> words(String place) {
    return Collections.unmodifiableList(place(place).all);
  }

  private Place place(String place) {
    return places.getOrDefault(place, NOWHERE);
  }

  /** The places that are kinds of sections. */
  public Set<String> sections() {
    return place("section").words.keySet();
  }

  /** The kinds of sections in which this release takes a line that begins so. */
  public List<String> sections(String word, HaproxyVersion version) {
    return sections().stream()
        .filter(kind -> find(kind, word).filter(found -> found.in(version).accepted()).isPresent())
        .toList();
  }

  /** What to write instead of a word that is gone: {@code timeout client}. */
  public Optional<Successor> successor(String word) {
    return Optional.ofNullable(successors.get(word));
  }
}
