package io.github.viplint.rules.haproxy.keyword;

import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.LineOptions;
import java.util.Optional;

/**
 * The options of a {@code bind} or {@code server} line: words with a value each, and bare words.
 *
 * @param words what they may be
 * @param first the word of the line at which they begin
 */
public record OptionWords(Words words, int first) {
  private static final Optional<OptionWords> NONE = Optional.empty();
  private static final Words BIND_WORDS = Keywords.all().in("bind option");
  private static final Words SERVER_WORDS = Keywords.all().in("server option");
  private static final Optional<OptionWords> STATS_SOCKET = options(BIND_WORDS, 3);
  private static final Optional<OptionWords> BIND = options(BIND_WORDS, 2);
  private static final Optional<OptionWords> SERVER = options(SERVER_WORDS, 3);
  private static final Optional<OptionWords> DEFAULT_SERVER = options(SERVER_WORDS, 1);
  private static final Optional<OptionWords> TEMPLATE = options(SERVER_WORDS, 4);

  private static Optional<OptionWords> options(Words words, int first) {
    return Optional.of(new OptionWords(words, first));
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

  /** Whether they are those of a {@code bind} line. */
  public boolean ofBind() {
    return words == BIND_WORDS;
  }

  /** Whether it is a known option that takes no value. */
  public static boolean isFlag(String word) {
    return !LineOptions.takesValue(word)
        && (BIND_WORDS.find(word).isPresent() || SERVER_WORDS.find(word).isPresent());
  }

  /**
   * The word behind the option at word {@code at} and its values that ought to be an option again;
   * none, the number of words, behind an unknown one.
   *
   * @param option what is known of the word
   */
  public static int next(Directive line, int at, Optional<Keyword> option) {
    if (option.isEmpty()) {
      return line.size();
    }
    int next = at + (LineOptions.takesValue(line.word(at)) ? 2 : 1);
    if (option.get().word().equals("source")) {
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
