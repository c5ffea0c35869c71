package io.github.viplint.model.haproxy;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code server} line, or a {@code server-template} line, which stands for several servers that
 * differ in the number behind their name.
 *
 * @param proxy the name of its backend or listen section
 * @param word the word that holds the address
 */
public record Server(String proxy, Directive directive, int word, Address where) {

  /** The {@code server} lines of a section that name an address, in the order written. */
  static List<Server> of(Section section) {
    return of(section, "server", 2);
  }

  /** The {@code server-template} lines likewise. */
  static List<Server> templatesOf(Section section) {
    return of(section, "server-template", 3);
  }

  private static List<Server> of(Section section, String keyword, int word) {
    if (!section.mayHave(keyword)) {
      return List.of();
    }
    List<Server> servers = new ArrayList<>(4);
    for (Directive line : section.directives()) {
      if (line.keyword().equals(keyword) && line.size() > word) {
        servers.add(new Server(section.name(), line, word, Address.of(line.word(word))));
      }
    }
    return List.copyOf(servers);
  }

  /** The name; of a template what the names begin with. */
  public String name() {
    return directive.word(1);
  }

  /** The address as written, with its port. */
  public Span span() {
    return directive.span(word);
  }

  /** Empty for a host name or socket. */
  public Optional<IPAddress> address() {
    return where.ip();
  }

  /** 0 where there is none, or where it is relative to the port of the connection. */
  public int port() {
    return where.port().kind() == Port.Kind.NUMBER ? where.port().first() : 0;
  }

  /** Whether a variable is part of the address, so that it is not known. */
  public boolean holdsVariable() {
    return directive.holdsVariable(word);
  }

  public LineOptions options() {
    return new LineOptions(directive, word + 1);
  }
}
