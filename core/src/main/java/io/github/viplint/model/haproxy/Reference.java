package io.github.viplint.model.haproxy;

import io.github.viplint.capture.Span;

/**
 * A place where a name is used.
 *
 * @param name as written; with the expressions that make it where it is dynamic
 * @param section the section that the line stands in
 * @param word the word of the line that the name is part of
 * @param from where it begins in the value of that word
 * @param to where it ends, exclusive
 * @param dynamic whether it is known only when a connection comes, or on the host
 */
public record Reference(
    Symbol symbol,
    String name,
    Section section,
    Directive directive,
    int word,
    int from,
    int to,
    boolean dynamic) {

  /** A name that is a word of its own. */
  static Reference of(Symbol symbol, Section section, Directive directive, int word) {
    String name = directive.word(word);
    return new Reference(
        symbol, name, section, directive, word, 0, name.length(), directive.holdsVariable(word));
  }

  /** The name as written; the whole word where quotes hide its parts. */
  public Span span() {
    return directive.span(word, from, to);
  }

  /** Whether it is, or may turn out to be, this name. */
  public boolean mayMean(String wanted) {
    return dynamic ? wanted.startsWith(beginning()) : name.equals(wanted);
  }

  /** The part of a dynamic name before its first expression: all that is known of it. */
  String beginning() {
    int open = name.indexOf('%');
    int variable = name.indexOf('$');
    int known = open < 0 ? variable : variable < 0 ? open : Math.min(open, variable);
    return name.substring(0, Math.max(known, 0));
  }
}
