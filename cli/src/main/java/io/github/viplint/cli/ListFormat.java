package io.github.viplint.cli;

import java.util.List;
import java.util.function.Function;

/** The formats of what is no report. */
final class ListFormat extends Word<String> {
  ListFormat() {
    super("format", List.of("text", "json"), Function.identity());
  }
}
