package io.github.viplint.model.haproxy;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One address of a {@code bind} line, or of a {@code frontend} or {@code listen} line that lists
 * addresses behind its name.
 *
 * @param proxy the name of its frontend or listen section
 * @param word the word of the line that it is part of
 * @param from where it begins in the value of that word
 * @param to where it ends, exclusive
 */
public record Bind(String proxy, Directive directive, int word, int from, int to, Address where) {

  /** All binds of a section, in the order written. */
  static List<Bind> of(Section section) {
    List<Bind> binds = new ArrayList<>(1);
    Directive header = section.header();
    if (section.isFrontend() && header.size() > 2 && section.fromIndex() == 0) {
      add(section, header, 2, binds);
    }
    if (section.mayHave("bind")) {
      for (Directive line : section.directives()) {
        if (line.keyword().equals("bind") && line.size() > 1) {
          add(section, line, 1, binds);
        }
      }
    }
    return List.copyOf(binds);
  }

  private static void add(Section section, Directive line, int word, List<Bind> binds) {
    String list = line.word(word);
    for (int start = 0; start < list.length(); ) {
      int comma = list.indexOf(',', start);
      int end = comma < 0 ? list.length() : comma;
      if (end > start) {
        Address where = Address.of(list.substring(start, end));
        binds.add(new Bind(section.name(), line, word, start, end, where));
      }
      start = end + 1;
    }
  }

  /** The address as written, with its port; the whole word where quotes hide its parts. */
  public Span span() {
    return directive.span(word, from, to);
  }

  /**
   * Empty for a socket, file descriptor or host name; the wildcard is {@code 0.0.0.0} or {@code
   * ::}.
   */
  public Optional<IPAddress> address() {
    return where.ip();
  }

  /** The port, or the first of a range; 0 where there is none. */
  public int firstPort() {
    return where.port().isBindable() ? where.port().first() : 0;
  }

  /** The last port of a range, else the same. */
  public int lastPort() {
    return where.port().isBindable() ? where.port().last() : 0;
  }

  /** Whether a variable is part of it, so that what it binds is not known. */
  public boolean holdsVariable() {
    return directive.holdsVariable(word);
  }

  public LineOptions options() {
    return new LineOptions(directive, word + 1);
  }

  /** Whether the line has {@code transparent}, so that the address need not be local. */
  public boolean transparent() {
    return options().has("transparent");
  }

  /** The interface it is bound to ({@code interface eth0}). */
  public Optional<String> device() {
    return options().value("interface");
  }

  /** The network namespace that it listens in, which has addresses of its own. */
  public Optional<String> namespace() {
    return options().value("namespace");
  }

  /** Whether it listens on every address. */
  public boolean wildcard() {
    return where.isWildcard();
  }

  /** Whether it listens on this port of {@code wanted}. */
  public boolean covers(IPAddress wanted, int port) {
    return firstPort() <= port
        && port <= lastPort()
        && where.ip().isPresent()
        && (wildcard() || where.ip().get().equals(wanted));
  }
}
