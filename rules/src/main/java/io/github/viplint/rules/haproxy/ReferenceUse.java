package io.github.viplint.rules.haproxy;

import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Proxy;
import io.github.viplint.model.haproxy.Reference;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether haproxy really looks a name up that a line uses. */
final class ReferenceUse {
  private final HaproxyVersion version;
  private final JudgedSections judged;
  private final Glue glue;
  private final HaproxyCfg file;

  /** Filled when the first line asks: few files send mail. */
  private final Map<Section, Proxy> proxies = new HashMap<>();

  ReferenceUse(HaproxyCfg file, HaproxyVersion version) {
    this.file = file;
    this.version = version;
    this.judged = JudgedSections.of(file);
    this.glue = Glue.of(file);
  }

  /** {@code atOnce}: when the line is read, be its section in use or not. */
  boolean looksUp(Reference reference, boolean atOnce) {
    return looksUp(reference.section(), reference.directive(), reference.word(), atOnce)
        && isInForce(reference, reference.directive(), reference.section());
  }

  /** The same of a word that names nothing. */
  boolean looksUp(Section section, Directive line, int word, boolean atOnce) {
    return !line.isConditional()
        && !line.expands()
        && (atOnce || judged.contains(section))
        && glue.isOwn(line, word);
  }

  private boolean isInForce(Reference reference, Directive line, Section section) {
    return switch (reference.symbol()) {
      // Until 2.3 there was no 'from'.
      case DEFAULTS -> version.isAtLeast(2, 4);
      // VL503 has these.
      case BACKEND -> !List.of("use_backend", "default_backend").contains(line.keyword());
      case SERVER, RESOLVERS ->
          !line.keyword().equals("default-server") || isTakenOver(line, section, reference);
      case MAILERS -> sendsMail(section);
      case ACL ->
          !line.keyword().equals("stats")
              || Proxy.begins(line, "stats", "admin")
              || Proxy.begins(line, "stats", "http-request");
      default -> true;
    };
  }

  /** A default-server line counts for the server lines below it that do not say otherwise. */
  private static boolean isTakenOver(Directive line, Section section, Reference reference) {
    String option = reference.symbol() == Symbol.SERVER ? "track" : "resolvers";
    boolean below = false;
    for (Directive other : section.directives()) {
      if (other == line) {
        below = true;
      } else if (below && other.keyword().equals("default-server")) {
        return false;
      } else if (below
          && other.keyword().startsWith("server")
          && !other.arguments().contains(option)) {
        return true;
      }
    }
    return false;
  }

  /** Without a sender or a recipient haproxy ignores the mailers. */
  private boolean sendsMail(Section section) {
    if (proxies.isEmpty()) {
      file.proxies().forEach(proxy -> proxies.put(proxy.section(), proxy));
    }
    Proxy proxy = proxies.getOrDefault(section, new Proxy(section, List.of()));
    return proxy.last("email-alert", "from").isPresent()
        && proxy.last("email-alert", "to").isPresent();
  }
}
