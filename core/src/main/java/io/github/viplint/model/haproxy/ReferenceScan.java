package io.github.viplint.model.haproxy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/** Finds the names of the whole file, line by line. */
final class ReferenceScan {
  private static final Map<String, Symbol> SECTIONS =
      Map.ofEntries(
          Map.entry("defaults", Symbol.DEFAULTS),
          Map.entry("frontend", Symbol.FRONTEND),
          Map.entry("backend", Symbol.BACKEND),
          Map.entry("userlist", Symbol.USERLIST),
          Map.entry("peers", Symbol.PEERS),
          Map.entry("resolvers", Symbol.RESOLVERS),
          Map.entry("mailers", Symbol.MAILERS),
          Map.entry("cache", Symbol.CACHE),
          Map.entry("ring", Symbol.RING),
          Map.entry("http-errors", Symbol.HTTP_ERRORS),
          Map.entry("fcgi-app", Symbol.FCGI_APP),
          Map.entry("log-forward", Symbol.LOG_FORWARD),
          Map.entry("log-profile", Symbol.LOG_PROFILE),
          Map.entry("program", Symbol.PROGRAM));

  private final Function<Symbol, ReferenceTable> tables;
  private final SampleNames samples;

  ReferenceScan(Function<Symbol, ReferenceTable> tables) {
    this.tables = tables;
    this.samples = new SampleNames(tables);
  }

  /** What the line that opens a section defines and refers to. */
  void header(Section section) {
    Directive line = section.header();
    if (!section.name().isEmpty()) {
      if (section.is("listen")) {
        define(Symbol.FRONTEND, section);
        define(Symbol.BACKEND, section);
      } else if (SECTIONS.containsKey(section.kind())) {
        define(SECTIONS.get(section.kind()), section);
      }
    }
    if (section.fromIndex() > 0) {
      use(Symbol.DEFAULTS, section, line, section.fromIndex());
    }
  }

  private void define(Symbol symbol, Section section) {
    tables.apply(symbol).add(new Definition(symbol, section.name(), section, section.header(), 1));
  }

  /** What a line within a section refers to. */
  void line(Section section, Directive line) {
    if (line.size() < 2) {
      return;
    }
    switch (line.keyword()) {
      case "use_backend", "default_backend" ->
          add(LocalNames.named(Symbol.BACKEND, section, line, 1));
      case "server" -> option(Symbol.RESOLVERS, section, line, "resolvers", 3);
      case "server-template" -> option(Symbol.RESOLVERS, section, line, "resolvers", 4);
      case "default-server" -> option(Symbol.RESOLVERS, section, line, "resolvers", 1);
      case "stick-table" -> {
        tables
            .apply(Symbol.STICK_TABLE)
            .add(new Definition(Symbol.STICK_TABLE, section.name(), section, line, 0));
        behind(Symbol.PEERS, section, line, "peers");
      }
      case "table" -> {
        if (section.is("peers")) {
          String name = section.name() + "/" + line.word(1);
          tables
              .apply(Symbol.STICK_TABLE)
              .add(new Definition(Symbol.STICK_TABLE, name, section, line, 1));
        }
      }
      case "stick" -> behind(Symbol.STICK_TABLE, section, line, "table");
      case "email-alert" -> behind(Symbol.MAILERS, section, line, "mailers");
      case "errorfiles" -> use(Symbol.HTTP_ERRORS, section, line, 1);
      case "use-fcgi-app" -> use(Symbol.FCGI_APP, section, line, 1);
      case "filter" -> filter(section, line);
      case "log" -> log(section, line);
      case "http-request", "http-response", "http-after-response", "tcp-request", "tcp-response" ->
          action(section, line);
      default -> {}
    }
    samples.of(section, line);
  }

  private void filter(Section section, Directive line) {
    switch (line.word(1)) {
      case "cache" -> use(Symbol.CACHE, section, line, 2);
      case "fcgi-app" -> use(Symbol.FCGI_APP, section, line, 2);
      default -> {}
    }
  }

  private void log(Section section, Directive line) {
    String target = line.word(1);
    if (target.startsWith("ring@")) {
      add(
          new Reference(
              Symbol.RING,
              target.substring(5),
              section,
              line,
              1,
              5,
              target.length(),
              line.holdsVariable(1)));
    }
    behind(Symbol.LOG_PROFILE, section, line, "profile");
  }

  private void action(Section section, Directive line) {
    int first = line.keyword().startsWith("tcp-") ? 2 : 1;
    if (line.size() <= first) {
      return;
    }
    String action = line.word(first);
    if (action.equals("cache-use") || action.equals("cache-store")) {
      use(Symbol.CACHE, section, line, first + 1);
    } else if (action.startsWith("track-sc")) {
      behind(Symbol.STICK_TABLE, section, line, "table");
    } else if (List.of("return", "deny", "tarpit").contains(action)) {
      behind(Symbol.HTTP_ERRORS, section, line, "errorfiles");
    }
  }

  private void option(Symbol symbol, Section section, Directive line, String name, int from) {
    OptionalInt index = new LineOptions(line, from).index(name);
    if (index.isPresent()) {
      use(symbol, section, line, index.getAsInt() + 1);
    }
  }

  /** A name behind a word that tells what it is, before any condition. */
  private void behind(Symbol symbol, Section section, Directive line, String word) {
    for (int i = 1; i + 1 < line.size(); i++) {
      String at = line.word(i);
      if (at.equals("if") || at.equals("unless")) {
        return;
      }
      if (at.equals(word)) {
        use(symbol, section, line, i + 1);
        return;
      }
    }
  }

  private void use(Symbol symbol, Section section, Directive line, int word) {
    if (word < line.size()) {
      add(Reference.of(symbol, section, line, word));
    }
  }

  private void add(Reference reference) {
    tables.apply(reference.symbol()).add(reference);
  }
}
