package io.github.viplint.rules.haproxy.argument;

import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.rules.haproxy.keyword.Keyword;
import io.github.viplint.rules.haproxy.keyword.Keywords;
import io.github.viplint.rules.haproxy.keyword.NearestWord;
import io.github.viplint.rules.haproxy.keyword.Standing;
import java.util.Optional;

/**
 * What haproxy looks at, and how it changes that: {@code req.hdr(host),field(1,:),lower}. Only the
 * names are judged. Where quotes, blanks or escapes come in, which releases read differently, the
 * rest is left alone (sample_parse_expr() of haproxy's src/sample.c).
 */
final class SampleExpression {
  private static final String UNSAFE = "\"'\\ \t";

  private final String text;
  private final HaproxyVersion version;
  private int at;

  private SampleExpression(String text, int start, HaproxyVersion version) {
    this.text = text;
    this.at = start;
    this.version = version;
  }

  /** What is wrong with the first name that haproxy does not know, of the expression from here. */
  static Optional<String> fault(String text, int start, HaproxyVersion version) {
    return new SampleExpression(text, start, version).fault();
  }

  private Optional<String> fault() {
    Optional<String> fault = unknown("fetch", "nothing that haproxy can look at");
    while (fault.isEmpty() && skipArguments() && at < text.length() && text.charAt(at) == ',') {
      at++;
      fault = unknown("converter", "no converter of haproxy " + version);
    }
    return fault;
  }

  private Optional<String> unknown(String place, String message) {
    int start = at;
    while (at < text.length() && isName(text.charAt(at))) {
      at++;
    }
    String name = text.substring(start, at);
    if (name.isEmpty() || takes(place, name, version)) {
      return Optional.empty();
    }
    String meant =
        NearestWord.of(Keywords.all(), place, name, version)
            .map(near -> ": did you mean '" + near.word() + "'?")
            .orElse("");
    return Optional.of("'" + name + "' is " + message + meant);
  }

  /** Whether this release takes the word there, as far as is known. */
  static boolean takes(String place, String name, HaproxyVersion version) {
    Optional<Keyword> known = Keywords.all().find(place, name);
    return known.isPresent() && known.get().in(version) != Standing.UNKNOWN
        || place.equals("fetch") && name.matches("(?:lua\\.|51d|da-|wurfl|ot\\.).*");
  }

  /** Steps over {@code (…)} if it is there; whether what stands behind it can be told. */
  private boolean skipArguments() {
    if (at >= text.length() || text.charAt(at) != '(') {
      return true;
    }
    for (; at < text.length(); at++) {
      if (UNSAFE.indexOf(text.charAt(at)) >= 0) {
        return false;
      }
      if (text.charAt(at) == ')') {
        at++;
        return true;
      }
    }
    return false;
  }

  private static boolean isName(char c) {
    return c < 128 && Character.isLetterOrDigit(c) || "._-+:".indexOf(c) >= 0;
  }
}
