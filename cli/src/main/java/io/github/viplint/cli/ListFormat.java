package io.github.viplint.cli;

import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** The formats of what is no report. */
final class ListFormat implements ITypeConverter<String> {
  @Override
  public String convert(String value) {
    return Choice.of("format", value, List.of("text", "json"));
  }
}
