package io.github.viplint.rules.haproxy.keyword;

import io.github.viplint.model.haproxy.Directive;
import java.util.Optional;

/**
 * The options of a {@code bind} or {@code server} line: words with a value each, and bare words.
 *
 * @param place what they are options of
 * @param first the word of the line at which they begin
 */
public record OptionWords(String place, int first) {
  private static final Optional<OptionWords> NONE = Optional.empty();
  private static final Optional<OptionWords> STATS_SOCKET = options("bind option", 3);
  private static final Optional<OptionWords> BIND = options("bind option", 2);
  private static final Optional<OptionWords> SERVER = options("server option", 3);
  private static final Optional<OptionWords> DEFAULT_SERVER = options("server option", 1);
  private static final Optional<OptionWords> TEMPLATE = options("server option", 4);

  private static Optional<OptionWords> options(String place, int first) {
    return Optional.of(new OptionWords(place, first));
  }

  /** The options that a line of this kind of section may have. */
  public static Optional<OptionWords> of(String section, Directive line) {
    return switch (section) {
      case "global" ->
          line.keyword().equals("stats") && line.size() > 1 && line.word(1).equals("socket")
              ? STATS_SOCKET
              : NONE;
      case "defaults", "frontend", "listen", "backend" ->
          switch (line.keyword()) {
            case "bind" -> BIND;
            case "server" -> SERVER;
            case "default-server" -> DEFAULT_SERVER;
            case "server-template" -> TEMPLATE;
            default -> NONE;
          };
      default -> NONE;
    };
  }

  /**
   * The word behind the option at word {@code at} and its values that ought to be an option again;
   * none, the number of words, behind an unknown one.
   */
  public int next(Directive line, int at) {
    Optional<Keyword> option = Keywords.all().find(place, line.word(at));
    if (option.isEmpty()) {
      return line.size();
    }
    int next = at + 1 + option.get().values();
    if (line.word(at).equals("source")) {
      while (next < line.size() && isPartOfSource(line.word(next))) {
        next += 2;
      }
    }
    return next;
  }

  /** {@code source ADDRESS [usesrc ADDRESS] [interface NAME]}. */
  private static boolean isPartOfSource(String word) {
    return word.equals("usesrc") || word.equals("interface");
  }
}
