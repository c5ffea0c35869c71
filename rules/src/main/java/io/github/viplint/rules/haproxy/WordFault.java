package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.Span;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.rules.haproxy.keyword.Keyword;
import java.util.Optional;

/**
 * A word that haproxy does not take where it stands.
 *
 * @param index of the word on its line
 * @param place what it stands in, as {@link io.github.viplint.rules.haproxy.keyword.Keywords} call
 *     it
 * @param keyword what is known of the word in this place
 */
record WordFault(
    Kind kind,
    Section section,
    Directive line,
    int index,
    String place,
    Optional<Keyword> keyword) {
  enum Kind {
    UNKNOWN_SECTION,
    UNKNOWN_WORD,
    /** Refused in this kind of section. */
    NOT_HERE,
    /** Ignored in this kind of section. */
    IGNORED_HERE,
    GONE,
    DEPRECATED
  }

  String word() {
    return line.word(index);
  }

  Span span() {
    return line.span(index);
  }

  private boolean isOption() {
    return place.equals("bind option") || place.equals("server option");
  }

  /** {@code option http-use-htx}: the word with those that lead to it. */
  String phrase() {
    return place.contains(" ") && !isOption()
        ? place.replaceFirst("^(?:defaults|frontend|listen|backend) ", "") + " " + word()
        : place.startsWith("http-") && index > 0 ? place + " " + word() : word();
  }

  /** {@code 'foo' in a global section}. */
  String called() {
    if (place.equals(section.kind())) {
      return "'" + word() + "' in a " + section.kind() + " section";
    }
    return isOption() ? "'" + word() + "' on a " + line.keyword() + " line" : "'" + phrase() + "'";
  }
}
