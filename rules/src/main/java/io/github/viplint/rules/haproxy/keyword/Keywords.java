package io.github.viplint.rules.haproxy.keyword;

import io.github.viplint.model.haproxy.HaproxyVersion;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private final Map<String, Words> places = new HashMap<>();
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

  /** {@code PLACE WORD STANDINGS}; a proxy has standings for each kind of section. */
  private void add(String[] cells) {
    String place = cells[0];
    String word = cells[1];
    if (place.equals(GONE)) {
      successors.put(word, new Successor(cells[2], cells[3].equals("="), cells[4]));
    } else if (place.equals(PROXY) || place.startsWith(PROXY + " ")) {
      for (int i = 0; i < PROXIES.size(); i++) {
        String kind = PROXIES.get(i) + place.substring(PROXY.length());
        add(kind, new Keyword(word, cells[2 + i]));
      }
    } else {
      add(place, new Keyword(word, cells[2]));
    }
  }

  private void add(String place, Keyword keyword) {
    Words words = places.computeIfAbsent(place, Words::new);
    words.add(keyword);
    int blank = place.indexOf(' ');
    if (blank >= 0) {
      places
          .computeIfAbsent(place.substring(0, blank), Words::new)
          .addBehind(place.substring(blank + 1), words);
    }
  }

  /** The words of a place; none where nothing is known of it. */
  public Words in(String place) {
    return places.getOrDefault(place, Words.NONE);
  }

  /** Whether anything is known of this place at all. */
  public boolean knows(String place) {
    return in(place).isKnown();
  }

  /** The word in this place. */
  public Optional<Keyword> find(String place, String word) {
    return in(place).find(word);
  }

  /** The places that are kinds of sections. */
  public Set<String> sections() {
    return in("section").names();
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
