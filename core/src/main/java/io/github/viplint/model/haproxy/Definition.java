package io.github.viplint.model.haproxy;

import io.github.viplint.capture.Span;

/**
 * A place where a name is given.
 *
 * @param section the section that is named, or that the named line stands in
 * @param word the word of the line that is the name
 */
public record Definition(
    Symbol symbol, String name, Section section, Directive directive, int word) {
  public Span span() {
    return directive.span(word);
  }
}
