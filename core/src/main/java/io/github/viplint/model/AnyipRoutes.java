package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code /etc/vmware/anyip-routes.cfg}: the ranges that the appliance makes local, one to a line.
 */
public record AnyipRoutes(Capture capture, List<Line> lines) implements Facts {
  public AnyipRoutes {
    lines = List.copyOf(lines);
  }

  /** The lines that hold something, in order: neither blank nor a comment. */
  public List<Line> entries() {
    return lines.stream().filter(line -> line.type() == Type.ENTRY).toList();
  }

  /** The same file without the lines that something else has yet to fill in. */
  public AnyipRoutes withoutTemplates() {
    return hasTemplates()
        ? new AnyipRoutes(capture, lines.stream().filter(line -> !line.isTemplate()).toList())
        : this;
  }

  /** Whether something else has yet to fill in a line, so that not all ranges are known. */
  public boolean hasTemplates() {
    return lines.stream().anyMatch(Line::isTemplate);
  }

  /** What the service takes a line for. It looks at the first byte only and trims nothing. */
  public enum Type {
    BLANK,
    COMMENT,
    ENTRY
  }

  /**
   * One line.
   *
   * @param span the line without its end
   * @param text the line as it stands, with blanks and a CR where it has one; of a paste, without
   *     trailing blanks
   * @param range the range, when the line is an IPv4 or IPv6 prefix or address in plain form and
   *     nothing else
   * @param terminated whether a newline follows; the service never sees a line without one
   */
  public record Line(Span span, Type type, String text, Optional<Cidr> range, boolean terminated) {

    /** Whether something else has yet to fill it in: {@code {{ range }}} or {@code ${range}}. */
    public boolean isTemplate() {
      return type == Type.ENTRY && (text.contains("{{") || text.contains("${"));
    }
  }
}
