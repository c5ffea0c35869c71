package io.github.viplint.rules.haproxy;

import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.CharCursor;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.LineOptions;
import io.github.viplint.model.haproxy.Reference;
import io.github.viplint.model.haproxy.References;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that is named with its backend: {@code track web/one}, {@code srv_is_up(web/one)}.
 *
 * @param from where the path begins in the word
 */
record ServerPath(
    Section section, Directive line, int word, int from, String backend, String name) {
  private static final Pattern SAMPLE =
      Pattern.compile("\\bsrv_[a-z_]+\\(([\\w.:-]+)/([\\w.:-]+)[,)]");

  /**
   * All paths on the lines of a section.
   *
   * @param brackets asked of one section behind the other
   */
  static List<ServerPath> of(Section section, CharCursor brackets) {
    List<ServerPath> paths = new ArrayList<>(0);
    for (Directive line : section.directives()) {
      track(section, line, paths);
      // few lines have samples, and the pattern is dear
      for (int i = brackets.isOn(line) ? 1 : line.size(); i < line.size(); i++) {
        Matcher sample = SAMPLE.matcher(line.word(i));
        while (sample.find()) {
          paths.add(
              new ServerPath(section, line, i, sample.start(1), sample.group(1), sample.group(2)));
        }
      }
    }
    return paths;
  }

  private static void track(Section section, Directive line, List<ServerPath> paths) {
    int options =
        switch (line.keyword()) {
          case "server" -> 3;
          case "server-template" -> 4;
          default -> line.size();
        };
    if (options >= line.size() || !line.hasArgument("track")) {
      return;
    }
    int at = new LineOptions(line, options).index("track").orElse(line.size()) + 1;
    if (at < line.size() && !line.holdsVariable(at)) {
      String path = line.word(at);
      int slash = path.indexOf('/');
      if (slash >= 0) {
        paths.add(
            new ServerPath(
                section, line, at, 0, path.substring(0, slash), path.substring(slash + 1)));
      }
    }
  }

  /** What of the path is not defined, as a reference to it; empty when all is. */
  List<Reference> undefined(HaproxyCfg file) {
    var backends = file.references().of(Symbol.BACKEND).definitions(backend);
    if (backends.isEmpty()) {
      return List.of(part(Symbol.BACKEND, backend, from));
    }
    Section owner = backends.get(0).section();
    boolean known =
        References.of(Symbol.SERVER, owner).isDefined(name)
            || owner
                .directives("server-template")
                .anyMatch(line -> ServerNames.of(line).contains(name));
    return known ? List.of() : List.of(part(Symbol.SERVER, name, from + backend.length() + 1));
  }

  private Reference part(Symbol symbol, String part, int start) {
    return new Reference(symbol, part, section, line, word, start, start + part.length(), false);
  }
}
