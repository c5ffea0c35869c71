package io.github.viplint.rules.haproxy.argument;

import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import java.util.List;

/** The line that opens a section. */
final class Headers {
  private Headers() {}

  /** Adds what is wrong with it. Addresses behind a name are no business of this. */
  static void of(Section section, HaproxyVersion version, List<ArgumentFault> faults) {
    Directive header = section.header();
    if (header.expands() || header.isConditional()) {
      return;
    }
    if (section.is("global") && header.size() > 1) {
      faults.add(new ArgumentFault(1, "'global' takes no argument", "take it out"));
    }
    if (section.isProxy()) {
      name(section, version, faults);
    }
    int from = section.fromIndex();
    if (from > 0 && !version.isAtLeast(2, 4)) {
      faults.add(
          new ArgumentFault(
              from - 1,
              "haproxy " + version + " knows no 'from': it came with 2.4",
              "take it out; settings come from the defaults section before"));
    }
    boolean extra = section.is("backend") && header.size() > 2 && from == 0;
    if (extra) {
      faults.add(new ArgumentFault(2, "'backend' takes a name and nothing else", "take it out"));
    }
  }

  private static void name(Section section, HaproxyVersion version, List<ArgumentFault> faults) {
    Directive header = section.header();
    String name = section.name();
    boolean known = !header.holdsVariable(1);
    if (name.isEmpty() && known) {
      faults.add(
          new ArgumentFault(0, "this " + section.kind() + " section has no name", "name it"));
    } else if (known && !ProxyName.isValid(name) && !version.isAtLeast(3, 3)) {
      faults.add(
          new ArgumentFault(
              1,
              "the name of a "
                  + section.kind()
                  + " section may hold letters, digits, and _ - . : only",
              "write another name"));
    }
  }
}
