package io.github.viplint.model.haproxy;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names in sample expressions: {@code http_auth(users)}, {@code nbsrv(api)}, {@code
 * sc_http_req_rate(0,api)}. Only names that are written out between plain parentheses and commas
 * are found.
 */
final class SampleNames {
  /**
   * @param argument which argument is the name, from 0
   */
  private record Argument(Symbol symbol, int argument) {}

  private static final Argument BACKEND = new Argument(Symbol.BACKEND, 0);
  private static final Argument FRONTEND = new Argument(Symbol.FRONTEND, 0);
  private static final Argument TABLE = new Argument(Symbol.STICK_TABLE, 0);
  private static final Argument TABLE_BEHIND_COUNTER = new Argument(Symbol.STICK_TABLE, 1);
  private static final Argument USERLIST = new Argument(Symbol.USERLIST, 0);

  /** Sections 7.3.1 to 7.3.7 of haproxy's configuration manual. */
  private static final Map<String, Argument> NAMED =
      Map.ofEntries(
          Map.entry("avg_queue", BACKEND),
          Map.entry("be_conn", BACKEND),
          Map.entry("be_conn_free", BACKEND),
          Map.entry("be_sess_rate", BACKEND),
          Map.entry("connslots", BACKEND),
          Map.entry("nbsrv", BACKEND),
          Map.entry("queue", BACKEND),
          Map.entry("fe_conn", FRONTEND),
          Map.entry("fe_req_rate", FRONTEND),
          Map.entry("fe_sess_rate", FRONTEND),
          Map.entry("http_auth", USERLIST),
          Map.entry("http_auth_group", USERLIST),
          Map.entry("in_table", TABLE),
          Map.entry("table_avl", TABLE),
          Map.entry("table_cnt", TABLE),
          Map.entry("do-resolve", new Argument(Symbol.RESOLVERS, 1)));

  private final Function<Symbol, ReferenceTable> tables;
  private final CharCursor brackets = new CharCursor('(');

  SampleNames(Function<Symbol, ReferenceTable> tables) {
    this.tables = tables;
  }

  void of(Section section, Directive line) {
    if (!brackets.isOn(line)) {
      return;
    }
    for (int i = 1; i < line.size(); i++) {
      if (line.holds('(', i)) {
        word(section, line, i);
      }
    }
  }

  private void word(Section section, Directive line, int index) {
    String word = line.word(index);
    for (int open = word.indexOf('('); open >= 0; open = word.indexOf('(', open + 1)) {
      Argument found = argument(function(word, open));
      if (found != null) {
        name(section, line, index, word, open, found);
      }
    }
  }

  private static String function(String word, int open) {
    int start = open;
    while (start > 0 && isName(word.charAt(start - 1))) {
      start--;
    }
    return word.substring(start, open);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  private static @Nullable Argument argument(String function) {
    Argument known = NAMED.get(function);
    if (known != null) {
      return known;
    }
    if (function.startsWith("table_")) {
      return TABLE;
    }
    if (function.startsWith("sc_")) {
      return TABLE_BEHIND_COUNTER;
    }
    boolean counted =
        function.startsWith("sc0_")
            || function.startsWith("sc1_")
            || function.startsWith("sc2_")
            || function.startsWith("src_");
    return counted && !function.startsWith("src_port") && !function.startsWith("src_is")
        ? TABLE
        : null;
  }

  private void name(
      Section section, Directive line, int index, String word, int open, Argument wanted) {
    int start = open + 1;
    for (int i = 0; i < wanted.argument(); i++) {
      start = word.indexOf(',', start) + 1;
      if (start == 0) {
        return;
      }
    }
    int end = start;
    while (end < word.length() && isProxyName(word.charAt(end))) {
      end++;
    }
    boolean closed = end < word.length() && (word.charAt(end) == ')' || word.charAt(end) == ',');
    if (closed && !isNumber(word, start, end)) {
      tables
          .apply(wanted.symbol())
          .add(
              new Reference(
                  wanted.symbol(),
                  word.substring(start, end),
                  section,
                  line,
                  index,
                  start,
                  end,
                  false));
    }
  }

  /** An index, as of a counter in the table: {@code src_get_gpc(0,name)}. */
  private static boolean isNumber(String word, int start, int end) {
    int at = start;
    while (at < end && Character.isDigit(word.charAt(at))) {
      at++;
    }
    return at == end;
  }

  private static boolean isProxyName(char c) {
    return isName(c) || c == '.' || c == ':';
  }
}
