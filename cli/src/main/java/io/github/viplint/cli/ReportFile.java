package io.github.viplint.cli;

import io.github.viplint.lint.Report;
import io.github.viplint.report.ReportFormat;
import io.github.viplint.report.Style;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code --report FORMAT=FILE}. */
record ReportFile(ReportFormat format, Path file) {

  /**
   * Writes the file beside its place and moves it there, so that it is never half a report. It is
   * readable for whom the process's umask lets read: a temporary file would be its owner's alone.
   */
  void write(Report report, Style style) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        format.write(report, out, style);
      }
      return;
    }
    Path folder = folder(file);
    Path written = folder.resolve(".viplint-" + UUID.randomUUID() + ".tmp");
    try {
      try (Writer out =
          Files.newBufferedWriter(
              written,
              StandardCharsets.UTF_8,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE)) {
        format.write(report, out, style);
      }
      move(written);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private void move(Path written) throws IOException {
    try {
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
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
      if (!Files.isDirectory(folder(file))) {
        throw new TypeConversionException("there is no folder '" + folder(file) + "'");
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
