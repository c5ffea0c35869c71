package io.github.viplint.cli;

import io.github.viplint.lint.Report;
import io.github.viplint.report.ReportFormat;
import io.github.viplint.report.Style;
import io.github.viplint.report.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code --report FORMAT=FILE}. */
record ReportFile(ReportFormat format, Path file) {

  /** Writes it; half a report is never there. */
  void write(Report report, Style style) throws IOException {
    new WholeFile(file).write(out -> format.write(report, out, style));
  }

  /** Makes the folder that it goes to, where there is none. */
  ReportFile withFolder() throws IOException {
    Files.createDirectories(new WholeFile(file).folder());
    return this;
  }

  /** Refuses at once what could never be written. */
  static final class Converter implements ITypeConverter<ReportFile> {
    @Override
    public ReportFile convert(String value) {
      int equals = value.indexOf('=');
      if (equals < 1 || equals == value.length() - 1) {
        throw new TypeConversionException("'" + value + "' is not FORMAT=FILE");
      }
      String id = Choice.of("format", value.substring(0, equals), ReportFormat.ids());
      Path file = path(value.substring(equals + 1));
      if (Files.isDirectory(file)) {
        throw new TypeConversionException("'" + file + "' is a folder");
      }
      Path folder = new WholeFile(file).folder();
      if (!Files.isDirectory(folder)) {
        throw new TypeConversionException("there is no folder '" + folder + "'");
      }
      return new ReportFile(ReportFormat.of(id).orElseThrow(), file);
    }

    private static Path path(String text) {
      try {
        return Path.of(text);
      } catch (InvalidPathException e) {
        throw new TypeConversionException("'" + text + "' is no path");
      }
    }
  }
}
