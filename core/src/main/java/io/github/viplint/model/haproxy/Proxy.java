package io.github.viplint.model.haproxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A frontend, backend or listen section with what it takes over from defaults sections.
 *
 * @param defaults where its settings come from when it has none of its own, the nearest first
 */
public record Proxy(Section section, List<Section> defaults) {
  private static final int DEEPEST = 32;

  /**
   * The proxies of a file, in the order written. Each takes its settings from the defaults section
   * before it, or from the one that {@code from NAME} on its first line names.
   */
  public static List<Proxy> of(List<Section> sections) {
    List<Proxy> proxies = new ArrayList<>();
    Map<String, List<Section>> named = new HashMap<>();
    List<Section> last = List.of();
    for (Section section : sections) {
      switch (section.kind()) {
        case "defaults" -> {
          List<Section> chain = new ArrayList<>();
          chain.add(section);
          chain.addAll(above(section, named, List.of()));
          last = chain.size() > DEEPEST ? chain.subList(0, DEEPEST) : chain;
          named.put(section.name(), last);
        }
        case "frontend", "backend", "listen" -> {
          proxies.add(new Proxy(section, above(section, named, last)));
        }
        default -> {}
      }
    }
    return proxies;
  }

  /** What connections can be passed on to, by name. */
  public static Map<String, Proxy> backs(List<Proxy> proxies) {
    Map<String, Proxy> backs = new HashMap<>();
    proxies.stream().filter(Proxy::isBack).forEach(proxy -> backs.putIfAbsent(proxy.name(), proxy));
    return backs;
  }

  /** Those of the defaults that its first line names, else {@code before}. */
  private static List<Section> above(
      Section section, Map<String, List<Section>> named, List<Section> before) {
    int from = section.fromIndex();
    return from > 0 ? named.getOrDefault(section.header().word(from), List.of()) : before;
  }

  public String name() {
    return section.name();
  }

  /** {@code backend web}. */
  public String called() {
    return section.kind() + " " + section.name();
  }

  /** Whether it takes connections from clients. */
  public boolean isFront() {
    return !section.kind().equals("backend");
  }

  /** Whether it passes connections on to servers. */
  public boolean isBack() {
    return !section.kind().equals("frontend");
  }

  /** haproxy starts nothing of it, and checks none of its references. */
  public boolean isDisabled() {
    Optional<Boolean> own = isDisabled(section);
    return (own.isPresent() ? own : inherited(Proxy::isDisabled)).orElse(false);
  }

  private static Optional<Boolean> isDisabled(Section section) {
    if (!section.mayHave("disabled") && !section.mayHave("enabled")) {
      return Optional.empty();
    }
    List<Directive> lines = section.directives();
    for (int i = lines.size() - 1; i >= 0; i--) {
      switch (lines.get(i).keyword()) {
        case "disabled" -> {
          return Optional.of(true);
        }
        case "enabled" -> {
          return Optional.of(false);
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private <T> Optional<T> inherited(Function<Section, Optional<T>> setting) {
    for (Section above : defaults) {
      Optional<T> found = setting.apply(above);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** {@code tcp} unless something says otherwise. */
  public String mode() {
    return last("mode").filter(line -> line.size() > 1).map(line -> line.word(1)).orElse("tcp");
  }

  /** The line that counts: the last of its own, else the last of its defaults. */
  public Optional<Directive> last(String... words) {
    Optional<Directive> own = last(section, words);
    for (int i = 0; i < defaults.size() && own.isEmpty(); i++) {
      own = last(defaults.get(i), words);
    }
    return own;
  }

  private static Optional<Directive> last(Section section, String... words) {
    if (!section.mayHave(words[0])) {
      return Optional.empty();
    }
    List<Directive> lines = section.directives();
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (begins(lines.get(i), words)) {
        return Optional.of(lines.get(i));
      }
    }
    return Optional.empty();
  }

  /** Whether a line begins with these words, without {@code no} before them. */
  public static boolean begins(Directive line, String... words) {
    if (line.size() < words.length || line.prefix() != Directive.Prefix.NONE) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!line.word(i).equals(words[i])) {
        return false;
      }
    }
    return true;
  }
}
