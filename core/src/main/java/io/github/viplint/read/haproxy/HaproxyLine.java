package io.github.viplint.read.haproxy;

import io.github.viplint.capture.Capture;
import io.github.viplint.grammar.HaproxyCfgLexer;
import io.github.viplint.grammar.LineLexer;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Directive.Cooked;
import io.github.viplint.model.haproxy.Directive.Prefix;
import io.github.viplint.model.haproxy.SyntaxFault;
import io.github.viplint.model.haproxy.WordPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words of one line of a haproxy.cfg while its tokens come, as parse_line() of haproxy's
 * src/tools.c makes them. Made once and used for every line.
 */
final class HaproxyLine {
  /** As MAX_LINE_ARGS of haproxy's include/haproxy/defaults.h. */
  private static final int MOST_WORDS = 64;

  private final Capture capture;
  private final String text;
  private final LineLexer lexer = new LineLexer(TokenTables.haproxyCfg());
  private final CommonWords common = new CommonWords();
  private final WordPages pages;
  private final int[] bounds = new int[2 * MOST_WORDS];
  private final WordValue value;
  private final List<SyntaxFault> faults = new ArrayList<>();
  private int size;
  private int start;
  private int end;
  private final @Nullable String[] values = new String[MOST_WORDS];
  private long changed;
  private long variables;
  private boolean expands;
  private boolean open;

  HaproxyLine(Capture capture) {
    this.capture = capture;
    this.text = capture.text();
    this.value = new WordValue(text);
    this.pages = new WordPages(capture);
  }

  /** Reads the line from {@code from} to {@code to} of the capture's text. */
  void read(int from, int to) {
    size = 0;
    start = -1;
    end = to;
    changed = 0;
    variables = 0;
    expands = false;
    open = false;
    faults.clear();
    int quote = 0;
    int opened = 0;
    lexer.line(text, from, to);
    while (lexer.next()) {
      int type = lexer.type();
      switch (type) {
        case HaproxyCfgLexer.BLANK -> endWord(lexer.start());
        case HaproxyCfgLexer.COMMENT, HaproxyCfgLexer.UNSEEN -> end = lexer.start();
        case HaproxyCfgLexer.NUL -> {
          end = lexer.start();
          fault(SyntaxFault.Kind.STRAY_NUL, end, end + 1);
        }
        case HaproxyCfgLexer.WEAK_QUOTE, HaproxyCfgLexer.STRONG_QUOTE -> {
          beginWord();
          value.quote(lexer.start());
          quote = quote == type ? 0 : type;
          opened = lexer.start();
        }
        default -> {
          beginWord();
          part(type);
        }
      }
    }
    if (quote != 0 && !open) {
      stumble(SyntaxFault.Kind.UNMATCHED_QUOTE, opened, end);
    }
    endWord(end);
  }

  private void beginWord() {
    if (start < 0) {
      start = lexer.start();
      value.begin(start);
    }
  }

  private void part(int type) {
    switch (type) {
      case HaproxyCfgLexer.PLAIN -> value.plain(lexer.start(), lexer.end());
      case HaproxyCfgLexer.ESCAPE -> value.escape(lexer.start());
      case HaproxyCfgLexer.VARIABLE -> variable();
      case HaproxyCfgLexer.DEFAULTED, HaproxyCfgLexer.EXPANDED, HaproxyCfgLexer.PSEUDO -> {
        variable();
        expands |= type == HaproxyCfgLexer.EXPANDED;
        fault(SyntaxFault.Kind.VARIABLE_FORM_OF_2_4, lexer.start(), lexer.end());
      }
      case HaproxyCfgLexer.BAD_HEX -> stumble(SyntaxFault.Kind.BAD_HEX);
      case HaproxyCfgLexer.BAD_BRACE -> stumble(SyntaxFault.Kind.UNMATCHED_BRACE);
      case HaproxyCfgLexer.BAD_EXPANSION -> stumble(SyntaxFault.Kind.BAD_EXPANSION);
      case HaproxyCfgLexer.BAD_NAME -> stumble(SyntaxFault.Kind.BAD_VARIABLE_NAME);
      default -> throw new IllegalStateException("no part of a word: " + type);
    }
  }

  private void variable() {
    value.variable(lexer.start(), lexer.end());
    if (size < MOST_WORDS) {
      variables |= 1L << size;
    }
  }

  private void stumble(SyntaxFault.Kind kind) {
    value.plain(lexer.start(), lexer.end());
    stumble(kind, lexer.start(), lexer.end());
  }

  /** Haproxy reads a line up to its first fault of this sort. */
  private void stumble(SyntaxFault.Kind kind, int from, int to) {
    if (!open) {
      fault(kind, from, to);
    }
    open = true;
  }

  private void fault(SyntaxFault.Kind kind, int from, int to) {
    if (!open) {
      faults.add(new SyntaxFault(kind, capture.span(from, to)));
    }
  }

  private void endWord(int to) {
    if (start < 0) {
      return;
    }
    if (size == MOST_WORDS) {
      stumble(SyntaxFault.Kind.TOO_MANY_WORDS, start, to);
    } else {
      bounds[2 * size] = start;
      bounds[2 * size + 1] = to;
      if (value.isCooked()) {
        changed |= 1L << size;
        values[size] = value.cooked();
      } else {
        values[size] = common.of(text, start, to);
      }
      size++;
    }
    start = -1;
  }

  /** What haproxy stumbles over in this line, in the order written. */
  List<SyntaxFault> faults() {
    return faults;
  }

  /** Whether a fault leaves the words of the line open. */
  boolean isOpen() {
    return open;
  }

  /** The number of words, at most 64. */
  int size() {
    return size;
  }

  /** The line as words; empty where its first word is empty: haproxy passes such a line over. */
  Optional<Directive> directive() {
    String first = size == 0 ? "" : keyword(0);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    Prefix prefix =
        switch (size > 1 ? first : "") {
          case "no" -> Prefix.NO;
          case "default" -> Prefix.DEFAULT;
          default -> Prefix.NONE;
        };
    keyword(prefix == Prefix.NONE ? 0 : 1);
    Cooked cooked =
        changed == 0 && variables == 0 ? Cooked.NOT : new Cooked(changed, variables, expands);
    return Optional.of(pages.line(prefix, size, bounds, values, cooked));
  }

  private String keyword(int index) {
    String value = values[index];
    if (value == null) {
      value = text.substring(bounds[2 * index], bounds[2 * index + 1]);
      values[index] = value;
    }
    return value;
  }
}
