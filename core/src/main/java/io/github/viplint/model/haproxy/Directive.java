package io.github.viplint.model.haproxy;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A line of a haproxy.cfg: its words and where they stand. Files of a million lines are common
 * enough, so the words are kept as offsets into the text and made on demand; only a word that
 * quotes, escapes or variables change, or that comes often, is kept as a string.
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

  private final WordPages.Page page;
  private final Cooked cooked;
  private final int first;
  private final byte words;
  private final byte flags;

  /**
   * @param first its first word on the page, a prefix included
   * @param words how many it has, a prefix included
   */
  Directive(WordPages.Page page, int first, int words, Prefix prefix, Cooked cooked) {
    this(page, first, (byte) words, cooked, (byte) prefix.ordinal());
    if (size() < 1 || page.values()[at(0)] == null) {
      throw new IllegalArgumentException("a directive has at least one word");
    }
  }

  private Directive(WordPages.Page page, int first, byte words, Cooked cooked, byte flags) {
    this.page = page;
    this.first = first;
    this.words = words;
    this.cooked = cooked;
    this.flags = flags;
  }

  /** The header of lines that no header stands before: an empty word where they begin. */
  static Directive nothingBefore(Directive line) {
    int start = line.span().start();
    WordPages.Page page =
        new WordPages.Page(line.capture(), new int[] {start, start}, new String[] {""});
    return new Directive(page, 0, 1, Prefix.NONE, Cooked.NOT);
  }

  /**
   * What quotes, escapes and variables make of the words of a line, its prefix included.
   *
   * @param changed bit {@code i} is set where the value of word {@code i} differs from its text
   * @param variables bit {@code i} is set where word {@code i} holds a variable, which stands in
   *     the value as it is written
   * @param expands whether a variable stands for any number of words
   */
  public record Cooked(long changed, long variables, boolean expands) {
    /** Every word means what it says. */
    public static final Cooked NOT = new Cooked(0, 0, false);
  }

  /** This line in a block that haproxy may or may not read. */
  Directive inOpenBlock() {
    return new Directive(page, first, words, cooked, (byte) (flags | CONDITIONAL));
  }

  /** Whether it stands behind an {@code .if} of unknown outcome. */
  public boolean isConditional() {
    return (flags & CONDITIONAL) != 0;
  }

  public Prefix prefix() {
    return PREFIXES[flags & 3];
  }

  /** 1 where a prefix takes the first place. */
  private int shift() {
    return (flags & 3) == 0 ? 0 : 1;
  }

  /** The place of word {@code index} on the page. */
  private int at(int index) {
    return first + index + shift();
  }

  /** The number of words, the keyword included. */
  public int size() {
    return words - shift();
  }

  /**
   * The value of word {@code index} (0 is the keyword), quotes and escapes resolved. A variable
   * stands in it as it is written.
   */
  public String word(int index) {
    Objects.checkIndex(index, size());
    String value = page.values()[at(index)];
    return value != null ? value : capture().text().substring(start(index), end(index));
  }

  /** Whether word {@code index} as it is written holds this character. */
  boolean holds(char c, int index) {
    String text = capture().text();
    for (int i = start(index); i < end(index); i++) {
      if (text.charAt(i) == c) {
        return true;
      }
    }
    return false;
  }

  /** Whether quotes, escapes or variables made the value of word {@code index}. */
  public boolean isCooked(int index) {
    return (cooked.changed >>> index + shift() & 1) != 0;
  }

  /** Whether a variable stands in word {@code index}, so that its value is not known. */
  public boolean holdsVariable(int index) {
    return (cooked.variables >>> index + shift() & 1) != 0;
  }

  /** Whether a variable stands for any number of words, so that their number is not known. */
  public boolean expands() {
    return cooked.expands;
  }

  public String keyword() {
    return Objects.requireNonNull(page.values()[at(0)]);
  }

  /** Whether this is a line like {@code option tcplog}, without a prefix. */
  public boolean says(String keyword, String argument) {
    return shift() == 0 && size() > 1 && keyword().equals(keyword) && is(1, argument);
  }

  /** Whether a word behind the keyword is this one. */
  public boolean hasArgument(String argument) {
    for (int i = 1; i < size(); i++) {
      if (is(i, argument)) {
        return true;
      }
    }
    return false;
  }

  private boolean is(int index, String word) {
    String value = page.values()[at(index)];
    return value != null
        ? value.equals(word)
        : end(index) - start(index) == word.length()
            && capture().text().startsWith(word, start(index));
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
    return page.capture();
  }

  private int start(int index) {
    return page.bounds()[2 * at(index)];
  }

  private int end(int index) {
    return page.bounds()[2 * at(index) + 1];
  }

  int start() {
    return page.bounds()[2 * first];
  }

  int end() {
    return page.bounds()[2 * (first + words) - 1];
  }

  /** Where word {@code index} stands, quotes included. */
  public Span span(int index) {
    return capture().span(start(index), end(index));
  }

  /**
   * Where the part of word {@code index} from {@code from} to {@code to} of its value stands; the
   * whole word where quotes or escapes hide that.
   */
  public Span span(int index, int from, int to) {
    return isCooked(index) ? span(index) : capture().span(start(index) + from, start(index) + to);
  }

  /** From the first word, the prefix included, to the last one. */
  public Span span() {
    return capture().span(start(), end());
  }

  @Override
  public String toString() {
    return String.join(" ", words());
  }
}
