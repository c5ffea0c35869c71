package io.github.viplint.rules.haproxy.keyword;

import io.github.viplint.model.haproxy.Directive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The options of a {@code bind} or {@code server} line: words with a value each, and bare words.
 */
public final class OptionWords {
  private OptionWords() {}

  /** Where the options of a line begin, and what they are options of. */
  public record Start(String place, int index) {}

  /** The options that a line of this kind of section may have. */
  public static Optional<Start> of(String section, Directive line) {
    boolean proxy =
        switch (section) {
          case "defaults", "frontend", "listen", "backend" -> true;
          default -> false;
        };
    if (section.equals("global")) {
      boolean socket = line.size() > 1 && line.keyword().equals("stats");
      return socket && line.word(1).equals("socket")
          ? Optional.of(new Start("bind option", 3))
          : Optional.empty();
    }
    if (!proxy) {
      return Optional.empty();
    }
    return switch (line.keyword()) {
      case "bind" -> Optional.of(new Start("bind option", 2));
      case "server" -> Optional.of(new Start("server option", 3));
      case "default-server" -> Optional.of(new Start("server option", 1));
      case "server-template" -> Optional.of(new Start("server option", 4));
      default -> Optional.empty();
    };
  }

  /** The places of the words that ought to be options, the first unknown one being the last. */
  public static List<Integer> places(Keywords keywords, Start start, Directive line) {
    List<Integer> places = new ArrayList<>();
    int at = start.index;
    while (at < line.size()) {
      places.add(at);
      Optional<Keyword> option = keywords.find(start.place, line.word(at));
      if (option.isEmpty()) {
        return places;
      }
      boolean source = line.word(at).equals("source");
      at += 1 + option.get().values();
      while (source && at < line.size() && isPartOfSource(line.word(at))) {
        at += 2;
      }
    }
    return places;
  }

  /** {@code source ADDRESS [usesrc ADDRESS] [interface NAME]}. */
  private static boolean isPartOfSource(String word) {
    return word.equals("usesrc") || word.equals("interface");
  }
}
