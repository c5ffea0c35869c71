package io.github.viplint.rules.haproxy;

import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.KeywordSet;
import io.github.viplint.model.haproxy.Section;
import java.util.Set;

/** The lines that do nothing in mode tcp. */
final class HttpOnly {
  /** Lines that haproxy 2.2 to 3.5 ignores in tcp mode, with a warning: cfgparse.c, proxy.c. */
  private static final KeywordSet LINES =
      KeywordSet.of(
          "http-request",
          "http-response",
          "http-after-response",
          "redirect",
          "cookie",
          "monitor-uri",
          "stats");

  /** Lines that are ignored with some arguments. */
  private static final KeywordSet SOMETIMES = KeywordSet.of("option", "capture", "balance");

  private static final Set<String> OPTIONS =
      Set.of(
          "httplog",
          "httpslog",
          "forwardfor",
          "originalto",
          "http-use-proxy-header",
          "http-buffer-request",
          "http-ignore-probes",
          "http-no-delay",
          "http-pretend-keepalive",
          "accept-invalid-http-request",
          "checkcache");

  private static final Set<String> LAYER_7_HASHES = Set.of("uri", "url_param", "hdr");

  private HttpOnly() {}

  /** Whether a section has such a line. */
  static boolean isIn(Section section) {
    if (!section.mayHaveAny(LINES) && !section.mayHaveAny(SOMETIMES)) {
      return false;
    }
    for (Directive line : section.directives()) {
      if (!of(line).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** What the line is called by when it is of no use in tcp mode; else empty. */
  static String of(Directive line) {
    String keyword = line.keyword();
    if (LINES.contains(keyword)) {
      return keyword;
    }
    if (!SOMETIMES.contains(keyword)) {
      return "";
    }
    String second = line.size() > 1 ? line.word(1) : "";
    boolean idle =
        switch (keyword) {
          case "option" -> line.prefix() == Directive.Prefix.NONE && OPTIONS.contains(second);
          case "capture" -> second.equals("cookie");
          case "balance" -> LAYER_7_HASHES.contains(algorithm(second));
          default -> false;
        };
    return idle ? keyword + " " + second : "";
  }

  /** Without its arguments: {@code hdr} of {@code hdr(Host)}. */
  private static String algorithm(String word) {
    int bracket = word.indexOf('(');
    return bracket < 0 ? word : word.substring(0, bracket);
  }
}
