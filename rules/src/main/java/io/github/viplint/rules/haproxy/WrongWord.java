package io.github.viplint.rules.haproxy;

import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A word by which haproxy can't tell what section a line opens. What is an argument of its own, the
 * name of a proxy or what stands behind {@code global} and {@code backend}, is VL517's.
 *
 * @param what is wrong, without what comes of it
 * @param message what haproxy says
 * @param cure what to do, an imperative
 */
record WrongWord(Directive line, int word, String what, String message, String cure) {
  /** Sections that may go without a name. */
  private static final Set<String> NAMELESS =
      Set.of("", "global", "defaults", "traces", "namespace_list");

  /** Sections whose name may be anything, in 2.2 and 2.6. */
  private static final Set<String> FREE = Set.of("cache", "program", "crt-store", "acme");

  /** Sections that take a name and nothing else. */
  private static final Set<String> NAME_ONLY =
      Set.of("userlist", "peers", "cache", "program", "fcgi-app", "log-forward");

  /** Those of a section as one release judges them. */
  static List<WrongWord> of(Section section, Glue glue, HaproxyVersion version) {
    Directive header = section.header();
    if (header.isConditional() || header.expands()) {
      return List.of();
    }
    Optional<WrongWord> name = name(section, version);
    Optional<WrongWord> surplus = surplus(section, glue, version);
    return name.isEmpty() && surplus.isEmpty()
        ? List.of()
        : Stream.concat(name.stream(), surplus.stream()).toList();
  }

  private static Optional<WrongWord> name(Section section, HaproxyVersion version) {
    String kind = section.kind();
    if (NAMELESS.contains(kind) || section.isProxy()) {
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
                "the name of a " + kind + " takes letters, digits and _ : . - only",
                "character is not permitted in '" + kind + "' name",
                "write another name, here and where it is used"));
      }
    }
    return Optional.empty();
  }

  /** A word behind all that the section's line may hold. */
  private static Optional<WrongWord> surplus(Section section, Glue glue, HaproxyVersion version) {
    Directive header = section.header();
    boolean knowsFrom = version.isAtLeast(2, 4);
    int from = section.fromIndex();
    int words;
    if (from > 0 && section.isProxy() && knowsFrom) {
      words = from + 1;
    } else if (from == 0 && section.isFrontend()
        || from == 0 && section.is("defaults") && !knowsFrom
        || NAME_ONLY.contains(section.kind())) {
      words = 2;
    } else {
      return Optional.empty();
    }
    if (header.size() <= words || !glue.isOwn(header, words)) {
      return Optional.empty();
    }
    boolean address = section.isFrontend() && header.word(words).contains(":");
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
