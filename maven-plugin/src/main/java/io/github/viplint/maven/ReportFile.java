package io.github.viplint.maven;

import io.github.viplint.lint.Report;
import io.github.viplint.report.ReportFormat;
import io.github.viplint.report.Style;
import io.github.viplint.report.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;

/** A report to write: {@code FORMAT=FILE}. */
record ReportFile(ReportFormat format, Path file) {

  /**
   * The parameter as a person wrote it.
   *
   * @param base where a relative file starts from
   * @throws MojoExecutionException when there is no such format, or never could be such a file
   */
  static ReportFile of(String said, Path base) throws MojoExecutionException {
    int equals = said.indexOf('=');
    if (equals < 1 || equals == said.length() - 1) {
      throw new MojoExecutionException("reports: '" + said + "' is not FORMAT=FILE");
    }
    String id = said.substring(0, equals).strip();
    ReportFormat format =
        ReportFormat.of(id)
            .orElseThrow(
                () ->
                    new MojoExecutionException(
                        "reports: there is no format '"
                            + id
                            + "'; there are: "
                            + String.join(", ", ReportFormat.ids())));
    try {
      Path file = base.resolve(said.substring(equals + 1).strip());
      if (Files.isDirectory(file)) {
        throw new MojoExecutionException("reports: '" + file + "' is a folder");
      }
      return new ReportFile(format, file);
    } catch (InvalidPathException e) {
      throw new MojoExecutionException("reports: '" + e.getInput() + "' is no path", e);
    }
  }

  /** Writes the report, and the folder that it goes to where there is none yet. */
  void write(Report report) throws MojoExecutionException {
    WholeFile whole = new WholeFile(file);
    try {
      Files.createDirectories(whole.folder());
      whole.write(out -> format.write(report, out, Style.PLAIN));
    } catch (IOException e) {
      throw new MojoExecutionException("the report '" + file + "' could not be written", e);
    }
  }
}
