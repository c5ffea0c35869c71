package io.github.viplint.model.haproxy;

import java.util.Optional;

/** The names that lines of a section give and use within it. */
final class LocalNames {
  private LocalNames() {}

  static void acl(Section section, Directive line, ReferenceTable table) {
    if (line.keyword().equals("acl") && line.size() > 1) {
      table.add(new Definition(Symbol.ACL, line.word(1), section, line, 1));
      return;
    }
    Optional<AclCondition> condition = AclCondition.of(line);
    if (condition.isEmpty()) {
      return;
    }
    for (AclCondition.Term term : condition.get().terms()) {
      String word = line.word(term.word());
      String name = word.substring(term.from());
      if (!term.anonymous() && !AclCondition.isPredefined(name)) {
        table.add(
            new Reference(
                Symbol.ACL,
                name,
                section,
                line,
                term.word(),
                term.from(),
                word.length(),
                line.holdsVariable(term.word())));
      }
    }
  }

  static void server(Section section, Directive line, ReferenceTable table) {
    switch (line.keyword()) {
      case "server" -> {
        if (line.size() > 1) {
          table.add(new Definition(Symbol.SERVER, line.word(1), section, line, 1));
          track(section, line, 3, table);
        }
      }
      case "server-template" -> track(section, line, 4, table);
      case "default-server" -> track(section, line, 1, table);
      case "use-server" -> {
        if (line.size() > 1) {
          table.add(named(Symbol.SERVER, section, line, 1));
        }
      }
      default -> {}
    }
  }

  /** {@code track NAME}; with a slash the server is another proxy's. */
  private static void track(Section section, Directive line, int from, ReferenceTable table) {
    int at = new LineOptions(line, from).index("track").orElse(line.size()) + 1;
    if (at < line.size() && line.word(at).indexOf('/') < 0) {
      table.add(Reference.of(Symbol.SERVER, section, line, at));
    }
  }

  /** A name that may be made of expressions. */
  static Reference named(Symbol symbol, Section section, Directive line, int word) {
    String name = line.word(word);
    return new Reference(
        symbol,
        name,
        section,
        line,
        word,
        0,
        name.length(),
        line.holdsVariable(word) || name.indexOf('%') >= 0);
  }

  /** {@code user NAME groups A,B} and {@code group NAME users A,B}. */
  static void account(Symbol symbol, Section section, Directive line, ReferenceTable table) {
    String own = symbol == Symbol.USER ? "user" : "group";
    if (line.keyword().equals(own) && line.size() > 1) {
      table.add(new Definition(symbol, line.word(1), section, line, 1));
    } else if (line.keyword().equals(symbol == Symbol.USER ? "group" : "user")) {
      for (int i = 2; i + 1 < line.size(); i++) {
        if (line.word(i).equals(own + "s")) {
          list(symbol, section, line, i + 1, table);
        }
      }
    }
  }

  private static void list(
      Symbol symbol, Section section, Directive line, int word, ReferenceTable table) {
    String names = line.word(word);
    boolean dynamic = line.holdsVariable(word);
    for (int start = 0; start < names.length(); ) {
      int comma = names.indexOf(',', start);
      int end = comma < 0 ? names.length() : comma;
      table.add(
          new Reference(
              symbol, names.substring(start, end), section, line, word, start, end, dynamic));
      start = end + 1;
    }
  }
}
