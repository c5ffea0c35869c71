package io.github.viplint.cli;

import io.github.viplint.config.BaselineFile;
import io.github.viplint.config.ConfigurationException;
import io.github.viplint.lint.Report;
import io.github.viplint.report.Visible;
import io.github.viplint.report.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code --write-baseline}: what was found is known from now on.
 *
 * @param shown what to call the file
 */
record NewBaseline(Path file, String shown, PrintWriter err) {

  /**
   * Writes it.
   *
   * @return the report as the next run will give it; empty when the file could not be written, or
   *     when the run is no measure: a rule broke or nothing was read
   */
  Optional<Report> write(Report report) {
    String why;
    if (report.broken() || report.captures().isEmpty()) {
      why = report.broken() ? "viplint broke" : "nothing was recognised";
    } else {
      try {
        BaselineFile baseline = new BaselineFile(file);
        String text = baseline.text(report);
        new WholeFile(file).write(out -> out.write(text));
        Report next = baseline.known(report, shown);
        int count = next.suppressed().size() - report.suppressed().size();
        say("knows what was found: " + count);
        return Optional.of(next);
      } catch (IOException e) {
        why = Main.reason(e);
      } catch (ConfigurationException e) {
        why = String.valueOf(e.getMessage());
      }
    }
    say("could not be written (" + Visible.line(why) + ")");
    return Optional.empty();
  }

  private void say(String what) {
    err.println("viplint: " + Visible.line(shown) + ": " + what);
    err.flush();
  }
}
