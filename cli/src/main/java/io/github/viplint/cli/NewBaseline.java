package io.github.viplint.cli;

import io.github.viplint.config.BaselineFile;
import io.github.viplint.config.ConfigurationException;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Suppression;
import io.github.viplint.report.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code --write-baseline}: what was found is known from now on. */
record NewBaseline(Path file, PrintWriter err) {

  /**
   * Writes it.
   *
   * @return the report as the next run will give it; empty when the file could not be written, or
   *     when the run is no measure: a rule broke or nothing was read
   */
  Optional<Report> write(Report report) {
    String why = "";
    if (report.broken() || report.captures().isEmpty()) {
      why = report.broken() ? "viplint broke" : "nothing was recognised";
    } else {
      try {
        BaselineFile baseline = new BaselineFile(file);
        new WholeFile(file)
            .write(out -> baseline.write(report, report.options().policy().looked().base(), out));
        List<Suppression> known = baseline.read(file.toString());
        Report next = without(report, known);
        int count = next.suppressed().size() - report.suppressed().size();
        err.println("viplint: " + Visible.line(file.toString()) + " knows " + count + " findings");
        err.flush();
        return Optional.of(next);
      } catch (IOException e) {
        why = Main.reason(e);
      } catch (ConfigurationException e) {
        why = String.valueOf(e.getMessage());
      }
    }
    err.println(
        "viplint: " + Visible.line(file.toString()) + ": could not be written (" + why + ")");
    err.flush();
    return Optional.empty();
  }

  private static Report without(Report report, List<Suppression> known) {
    Map<String, Suppression> byFingerprint = new HashMap<>();
    known.forEach(
        one -> one.scope().fingerprint().ifPresent(print -> byFingerprint.put(print, one)));
    List<Report.Entry> left = new ArrayList<>();
    List<Report.Suppressed> suppressed = new ArrayList<>(report.suppressed());
    for (Report.Entry entry : report.findings()) {
      Suppression by = byFingerprint.get(entry.fingerprint());
      if (by == null) {
        left.add(entry);
      } else {
        suppressed.add(
            new Report.Suppressed(entry.lab(), entry.finding(), entry.fingerprint(), by));
      }
    }
    return report.withFindings(left).withSuppressed(suppressed);
  }
}
