package io.github.viplint.model.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The condition at the end of a rule: {@code if is_api !local || { dst_port 443 }}, as
 * build_acl_cond() of haproxy's src/acl.c takes it apart.
 *
 * @param at the word {@code if} or {@code unless}
 * @param terms in the order written
 */
public record AclCondition(Directive directive, int at, List<Term> terms) {
  /** What the lines begin with that may end in a condition. */
  private static final KeywordSet KEYWORDS =
      KeywordSet.of(
          "use_backend",
          "use-server",
          "http-request",
          "http-response",
          "http-after-response",
          "tcp-request",
          "tcp-response",
          "quic-initial",
          "redirect",
          "monitor",
          "force-persist",
          "ignore-persist",
          "force-be-switch",
          "stick",
          "stats",
          "set-param",
          "pass-header");

  /** The names that haproxy defines itself: section 7.4 of its configuration manual. */
  private static final Set<String> PREDEFINED =
      Set.of(
          "FALSE",
          "HTTP",
          "HTTP_1.0",
          "HTTP_1.1",
          "HTTP_2.0",
          "HTTP_3.0",
          "HTTP_CONTENT",
          "HTTP_URL_ABS",
          "HTTP_URL_SLASH",
          "HTTP_URL_STAR",
          "LOCALHOST",
          "METH_CONNECT",
          "METH_DELETE",
          "METH_GET",
          "METH_HEAD",
          "METH_OPTIONS",
          "METH_POST",
          "METH_PUT",
          "METH_TRACE",
          "RDP_COOKIE",
          "REQ_CONTENT",
          "TRUE",
          "WAIT_END");

  public AclCondition {
    terms = List.copyOf(terms);
  }

  /**
   * One term.
   *
   * @param word the word that names an ACL or opens a brace
   * @param from where the name begins in that word, behind any {@code !}
   * @param end the word behind the term
   */
  public record Term(int word, int from, int end, boolean negated, boolean anonymous) {}

  /** False where surely no line of a section has a condition. */
  public static boolean mayBeIn(Section section) {
    return section.hasAny(KEYWORDS);
  }

  /** The condition of a line; empty where it has none. */
  public static Optional<AclCondition> of(Directive line) {
    if (!KEYWORDS.contains(line.keyword())) {
      return Optional.empty();
    }
    for (int i = 1; i < line.size(); i++) {
      String word = line.word(i);
      if ((word.equals("if") || word.equals("unless")) && !line.isCooked(i)) {
        return Optional.of(new AclCondition(line, i, terms(line, i + 1)));
      }
    }
    return Optional.empty();
  }

  /** Whether haproxy knows this ACL without a definition. */
  public static boolean isPredefined(String name) {
    return PREDEFINED.contains(name);
  }

  private static List<Term> terms(Directive line, int start) {
    List<Term> terms = new ArrayList<>(2);
    boolean negated = false;
    for (int i = start; i < line.size(); ) {
      String word = line.word(i);
      int from = 0;
      while (from < word.length() && word.charAt(from) == '!') {
        negated = !negated;
        from++;
      }
      if (from == word.length() || isOr(word)) {
        i++;
        negated &= from == word.length();
        continue;
      }
      boolean anonymous = from + 1 == word.length() && word.charAt(from) == '{';
      int end = anonymous ? behindBrace(line, i) : i + 1;
      terms.add(new Term(i, from, end, negated, anonymous));
      negated = false;
      i = end;
    }
    return terms;
  }

  private static boolean isOr(String word) {
    return word.equals("||") || word.equalsIgnoreCase("or");
  }

  private static int behindBrace(Directive line, int open) {
    int i = open;
    while (i < line.size() && !line.word(i).equals("}")) {
      i++;
    }
    return Math.min(i + 1, line.size());
  }
}
