package io.github.viplint.cli;

import io.github.viplint.lint.BadReportException;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.report.Visible;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** JSON reports that a command line names. */
final class EarlierReports {
  private static final String STDIN = "-";

  private final Session session;

  EarlierReports(Session session) {
    this.session = session;
  }

  /**
   * The report of this file, or of standard input for {@code -}; empty, and told, if there is none.
   */
  Optional<Report> read(String file) {
    try {
      if (file.equals(STDIN)) {
        return Optional.of(session.library().apply(Options.DEFAULT).earlier(session.in()));
      }
      try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
        return Optional.of(session.library().apply(Options.DEFAULT).earlier(in));
      }
    } catch (BadReportException e) {
      tell(file, e.getMessage());
    } catch (IOException e) {
      tell(file, "could not be read (" + Main.reason(e) + ")");
    } catch (InvalidPathException e) {
      tell(file, "is no path");
    }
    return Optional.empty();
  }

  private void tell(String file, String what) {
    session.err().println("viplint: " + Visible.line(file) + ": " + Visible.line(what));
    session.err().flush();
  }
}
