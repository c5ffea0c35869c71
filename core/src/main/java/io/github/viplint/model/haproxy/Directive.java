package io.github.viplint.model.haproxy;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of a haproxy.cfg: its words and where they stand. Files of a million lines are common
 * enough, so the words are kept as offsets into the text and made on demand; only a word that
 * quotes, escapes or variables change is kept as a string.
 *
 * <p>Word 0 is the keyword. A {@code no} or {@code default} before it is no word but the prefix, as
 * in haproxy itself.
 */
public final class Directive {
  /** What may stand before a keyword. */
  public enum Prefix {
    NONE,
    NO,
    DEFAULT
  }

  private static final Prefix[] PREFIXES = Prefix.values();
  private static final int CONDITIONAL = 4;

  private final Capture capture;
  private final String keyword;
  private final int[] bounds;
  private final @Nullable Cooked cooked;
  private final byte flags;

  /**
   * @param keyword the value of the first word
   * @param bounds start and end of each word in the capture's text, quotes included; of a prefix
   *     too
   * @param cooked empty when every word means what it says
   */
  public Directive(
      Capture capture, String keyword, Prefix prefix, int[] bounds, Optional<Cooked> cooked) {
    this(capture, keyword, bounds, cooked.orElse(null), (byte) prefix.ordinal());
    if (bounds.length % 2 != 0 || size() < 1) {
      throw new IllegalArgumentException("a directive has at least one word");
    }
  }

  private Directive(
      Capture capture, String keyword, int[] bounds, @Nullable Cooked cooked, byte flags) {
    this.capture = capture;
    this.keyword = keyword;
    this.bounds = bounds;
    this.cooked = cooked;
    this.flags = flags;
  }

  /**
   * What quotes, escapes and variables make of the words of a line, its prefix included.
   *
   * @param values for each word its value where that differs from its text, else null
   * @param variables bit {@code i} is set where word {@code i} holds a variable, which stands in
   *     the value as it is written
   * @param expands whether a variable stands for any number of words
   */
  public record Cooked(@Nullable String[] values, long variables, boolean expands) {}

  /** This line in a block that haproxy may or may not read. */
  Directive inOpenBlock() {
    return new Directive(capture, keyword, bounds, cooked, (byte) (flags | CONDITIONAL));
  }

  /** Whether it stands behind an {@code .if} of unknown outcome. */
  public boolean isConditional() {
    return (flags & CONDITIONAL) != 0;
  }

  public Prefix prefix() {
    return PREFIXES[flags & 3];
  }

  /** 1 where a prefix takes the first place in the arrays. */
  private int shift() {
    return (flags & 3) == 0 ? 0 : 1;
  }

  /** The number of words, the keyword included. */
  public int size() {
    return bounds.length / 2 - shift();
  }

  /**
   * The value of word {@code index} (0 is the keyword), quotes and escapes resolved. A variable
   * stands in it as it is written.
   */
  public String word(int index) {
    if (index == 0) {
      return keyword;
    }
    String value = cooked == null ? null : cooked.values[index + shift()];
    return value != null ? value : capture.text().substring(start(index), end(index));
  }

  /** Whether the line as it is written holds this character. */
  public boolean holds(char c) {
    return holds(c, bounds[0], bounds[bounds.length - 1]);
  }

  /** Whether word {@code index} as it is written holds this character. */
  public boolean holds(char c, int index) {
    return holds(c, start(index), end(index));
  }

  private boolean holds(char c, int from, int to) {
    String text = capture.text();
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == c) {
        return true;
      }
    }
    return false;
  }

  /** Whether quotes, escapes or variables made the value of word {@code index}. */
  public boolean isCooked(int index) {
    return cooked != null && cooked.values[index + shift()] != null;
  }

  /** Whether a variable stands in word {@code index}, so that its value is not known. */
  public boolean holdsVariable(int index) {
    return cooked != null && (cooked.variables >>> index + shift() & 1) != 0;
  }

  /** Whether a variable stands for any number of words, so that their number is not known. */
  public boolean expands() {
    return cooked != null && cooked.expands;
  }

  public String keyword() {
    return keyword;
  }

  /** Whether this is a line like {@code option tcplog}, without a prefix. */
  public boolean says(String keyword, String argument) {
    return shift() == 0 && size() > 1 && this.keyword.equals(keyword) && word(1).equals(argument);
  }

  /** The words behind the keyword. */
  public List<String> arguments() {
    return words().subList(1, size());
  }

  private List<String> words() {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return word(index);
      }

      @Override
      public int size() {
        return Directive.this.size();
      }
    };
  }

  /** The word behind the first argument that equals {@code name}, as in {@code name NAME}. */
  public Optional<String> valueOf(String name) {
    for (int i = 1; i + 1 < size(); i++) {
      if (word(i).equals(name)) {
        return Optional.of(word(i + 1));
      }
    }
    return Optional.empty();
  }

  public Capture capture() {
    return capture;
  }

  private int start(int index) {
    return bounds[2 * (index + shift())];
  }

  private int end(int index) {
    return bounds[2 * (index + shift()) + 1];
  }

  /** Where word {@code index} stands, quotes included. */
  public Span span(int index) {
    return capture.span(start(index), end(index));
  }

  /**
   * Where the part of word {@code index} from {@code from} to {@code to} of its value stands; the
   * whole word where quotes or escapes hide that.
   */
  public Span span(int index, int from, int to) {
    return isCooked(index) ? span(index) : capture.span(start(index) + from, start(index) + to);
  }

  /** From the first word, the prefix included, to the last one. */
  public Span span() {
    return capture.span(bounds[0], bounds[bounds.length - 1]);
  }

  @Override
  public String toString() {
    return String.join(" ", words());
  }
}
