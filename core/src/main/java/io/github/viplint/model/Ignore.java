package io.github.viplint.model;

import io.github.viplint.capture.Span;
import java.util.List;

/**
 * A comment that asks not to report findings of some rules on a line: {@code # viplint:
 * ignore[VL103] reason}.
 *
 * @param span the comment, from its {@code #} on
 * @param rules the codes or names between the brackets; none when there are no brackets
 * @param reason what stands behind them, may be empty
 * @param line the line that it is about: its own, or the next one that is no comment when it has
 *     none; empty at the end of a file
 */
public record Ignore(Span span, List<Span> rules, String reason, Span line) {
  public Ignore {
    rules = List.copyOf(rules);
  }
}
