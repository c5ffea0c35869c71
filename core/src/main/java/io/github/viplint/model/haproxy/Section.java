package io.github.viplint.model.haproxy;

import io.github.viplint.capture.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * A section of a haproxy.cfg.
 *
 * @param header the line that opens it; its first word is the kind
 * @param directives the lines of the section
 * @param binds its {@code bind} addresses: a line that lists several gives several
 * @param servers its {@code server} lines that name an address
 */
public record Section(
    Directive header, List<Directive> directives, List<Bind> binds, List<Server> servers) {
  public Section {
    directives = List.copyOf(directives);
    binds = List.copyOf(binds);
    servers = List.copyOf(servers);
  }

  /** {@code global}, {@code defaults}, {@code frontend}, {@code backend}, {@code listen}… */
  public String kind() {
    return header.keyword();
  }

  /** The section's name; empty where it has none. */
  public String name() {
    return header.size() > 1 ? header.word(1) : "";
  }

  public Span span() {
    return header.span();
  }

  /** The directives that begin with this keyword. */
  public Stream<Directive> directives(String keyword) {
    return directives.stream().filter(directive -> directive.keyword().equals(keyword));
  }
}
