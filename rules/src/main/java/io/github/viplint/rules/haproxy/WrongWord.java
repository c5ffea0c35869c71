package io.github.viplint.rules.haproxy;

import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A word by which haproxy can't tell what a line opens or names.
 *
 * @param what is wrong, without what comes of it
 * @param message what haproxy says
 * @param cure what to do, an imperative
 */
record WrongWord(Directive line, int word, String what, String message, String cure) {
  private static final Set<String> PROXIES = Set.of("frontend", "backend", "listen");

  /** Sections that may go without a name. */
  private static final Set<String> NAMELESS =
      Set.of("", "global", "defaults", "traces", "namespace_list");

  /** Sections whose name may be anything, in 2.2 and 2.6. */
  private static final Set<String> FREE = Set.of("cache", "program", "crt-store", "acme");

  /** Sections that take a name and nothing else. */
  private static final Set<String> NAME_ONLY =
      Set.of("userlist", "peers", "cache", "program", "fcgi-app", "log-forward");

  /** Those of a section, its first line included, as one release judges them. */
  static List<WrongWord> of(Section section, HaproxyVersion version) {
    List<WrongWord> wrong = new ArrayList<>();
    Directive header = section.header();
    if (!header.isConditional() && !header.expands()) {
      name(section, version).ifPresent(wrong::add);
      surplus(section, version).ifPresent(wrong::add);
    }
    for (Directive line : section.directives()) {
      if (!line.isConditional() && line.size() > 1) {
        switch (line.keyword()) {
          case "server", "server-template" -> character(line, 1, "server").ifPresent(wrong::add);
          case "acl" -> acl(line).ifPresent(wrong::add);
          default -> {}
        }
      }
    }
    return wrong;
  }

  private static Optional<WrongWord> name(Section section, HaproxyVersion version) {
    String kind = section.kind();
    if (NAMELESS.contains(kind)) {
      return Optional.empty();
    }
    if (section.header().size() < 2) {
      return Optional.of(
          new WrongWord(
              section.header(),
              0,
              "a " + kind + " section needs a name",
              "'" + kind + "' expects an <id> argument",
              "give the section a name"));
    }
    // 3.5 takes names of any characters; which release began is not known.
    return FREE.contains(kind) || version.isAtLeast(2, 7)
        ? Optional.empty()
        : character(section.header(), 1, kind);
  }

  /** As invalid_char() of haproxy's src/tools.c: letters, digits and {@code _:.-}. */
  private static Optional<WrongWord> character(Directive line, int word, String kind) {
    String name = line.word(word);
    for (int i = 0; i < name.length() && !line.holdsVariable(word); i++) {
      char c = name.charAt(i);
      boolean fits =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "_:.-".indexOf(c) >= 0;
      if (!fits) {
        return Optional.of(
            new WrongWord(
                line,
                word,
                "the name of "
                    + (kind.equals("acl") ? "an ACL" : "a " + kind)
                    + " takes letters, digits and _ : . - only",
                "character is not permitted in '" + kind + "' name",
                "write another name, here and where it is used"));
      }
    }
    return Optional.empty();
  }

  private static Optional<WrongWord> acl(Directive line) {
    String name = line.word(1);
    return name.equalsIgnoreCase("or")
        ? Optional.of(
            new WrongWord(
                line,
                1,
                "an ACL of this name is never asked for: in a condition the word means 'or'",
                "acl name 'or' will never match",
                "give the ACL another name"))
        : character(line, 1, "acl");
  }

  /** A word behind all that the section's line may hold. */
  private static Optional<WrongWord> surplus(Section section, HaproxyVersion version) {
    Directive header = section.header();
    boolean proxy = PROXIES.contains(section.kind());
    boolean knowsFrom = version.isAtLeast(2, 4);
    int words;
    if (proxy) {
      words = knowsFrom && section.fromIndex() > 0 ? section.fromIndex() + 1 : 2;
    } else if (section.is("global")) {
      words = 1;
    } else if (NAME_ONLY.contains(section.kind()) || section.is("defaults") && !knowsFrom) {
      words = 2;
    } else {
      return Optional.empty();
    }
    if (header.size() <= words || !new Glue(section).isOwn(header, words)) {
      return Optional.empty();
    }
    boolean address = proxy && !section.is("backend") && header.word(words).contains(":");
    return Optional.of(
        new WrongWord(
            header,
            words,
            address
                ? "an address stands on the section's line"
                : "a word too many on the section's line",
            "'" + section.kind() + "' cannot handle unexpected argument",
            address ? "write a bind line" : "take the word out"));
  }

  /** Whether it is an address that wants a bind line of its own. */
  boolean wantsBind() {
    return cure.equals("write a bind line");
  }
}
