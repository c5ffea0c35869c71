package io.github.viplint.read.haproxy;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A section of a haproxy.cfg while its lines are read. */
final class HaproxySection {
  /** The sections of haproxy 2.2 to 3.5. */
  static final Set<String> KINDS =
      Set.of(
          "global",
          "defaults",
          "frontend",
          "backend",
          "listen",
          "userlist",
          "peers",
          "mailers",
          "resolvers",
          "cache",
          "program",
          "ring",
          "http-errors",
          "fcgi-app",
          "namespace_list",
          "log-forward",
          "crt-store",
          "traces",
          "log-profile",
          "acme",
          "healthcheck");

  private final Directive header;
  private final String name;
  private final List<Directive> directives = new ArrayList<>();
  private final List<Bind> binds = new ArrayList<>();
  private final List<Server> servers = new ArrayList<>();

  HaproxySection(Directive header) {
    this.header = header;
    this.name = header.size() > 1 ? header.word(1) : "";
    boolean listens = header.keyword().equals("listen") || header.keyword().equals("frontend");
    // Until 2.2 the address could stand behind the name: listen NAME IP:PORT.
    if (listens && header.size() > 2 && !header.word(2).equals("from")) {
      binds(header, 2);
    }
  }

  /** What holds the lines that stand before any section. */
  static HaproxySection nameless(Directive first) {
    int start = first.span().start();
    return new HaproxySection(
        new Directive(first.capture(), new int[] {start, start}, new String[] {""}));
  }

  void add(Directive directive) {
    directives.add(directive);
    switch (directive.keyword()) {
      case "bind" -> binds(directive, 1);
      case "server" -> server(directive);
      default -> {}
    }
  }

  Section section() {
    return new Section(header, directives, binds, servers);
  }

  private void binds(Directive line, int index) {
    if (index >= line.size()) {
      return;
    }
    boolean transparent = false;
    Optional<String> device = Optional.empty();
    for (int i = index + 1; i < line.size(); i++) {
      switch (line.word(i)) {
        case "transparent" -> transparent = true;
        case "interface" -> device = i + 1 < line.size() ? Optional.of(line.word(++i)) : device;
        case "name" -> i++;
        default -> {}
      }
    }
    String list = line.word(index);
    for (int start = 0; start < list.length(); ) {
      int comma = list.indexOf(',', start);
      int end = comma < 0 ? list.length() : comma;
      if (end > start) {
        HaproxyAddress address = HaproxyAddress.of(list.substring(start, end));
        binds.add(
            new Bind(
                name,
                line,
                part(line, index, start, end),
                address.address(),
                address.firstPort(),
                address.lastPort(),
                transparent,
                device));
      }
      start = end + 1;
    }
  }

  /** Of a word with quotes in it the parts can't be told apart in the text. */
  private static Span part(Directive line, int index, int start, int end) {
    Span word = line.span(index);
    Capture capture = line.capture();
    return line.isCooked(index) ? word : capture.span(word.start() + start, word.start() + end);
  }

  private void server(Directive line) {
    if (line.size() > 2) {
      HaproxyAddress address = HaproxyAddress.of(line.word(2));
      servers.add(
          new Server(
              name, line.word(1), line, line.span(2), address.address(), address.firstPort()));
    }
  }
}
