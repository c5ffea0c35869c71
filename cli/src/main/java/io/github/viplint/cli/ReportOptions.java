package io.github.viplint.cli;

import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import io.github.viplint.report.ReportFormat;
import io.github.viplint.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How a report is printed, where else it goes, and how much of it. */
final class ReportOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Format.class,
      completionCandidates = Format.class,
      description =
          "What to print: text, concise, json, sarif, junit, gitlab, github, markdown or html"
              + " (default: text).")
  private ReportFormat format = new TextReport();

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      converter = ReportFile.Converter.class,
      description = "Also write a report to a file; may be given several times.")
  private List<ReportFile> reports = new ArrayList<>();

  @Option(
      names = "--min-severity",
      paramLabel = "SEVERITY",
      converter = MinSeverity.class,
      completionCandidates = MinSeverity.class,
      description = "Show nothing below this severity: error, warning or info (default: info).")
  private Severity minSeverity = Severity.INFO;

  private final List<ReportFile> files = new ArrayList<>();

  /**
   * Adds the files that a configuration names.
   *
   * @param baseline is written, too
   * @throws UsageException when two of them would be one
   */
  void alsoWrite(List<ReportFile> more, Optional<Path> baseline) {
    files.addAll(more);
    Set<Path> places = new HashSet<>();
    Optional<Path> known = baseline.map(file -> file.toAbsolutePath().normalize());
    for (ReportFile report : all()) {
      Path place = report.file().toAbsolutePath().normalize();
      boolean isBaseline = known.filter(place::equals).isPresent();
      if (!places.add(place) || isBaseline) {
        String what = isBaseline ? "a report and the baseline" : "two reports";
        throw new UsageException(what + " would be written to '" + report.file() + "'");
      }
    }
  }

  private List<ReportFile> all() {
    List<ReportFile> all = new ArrayList<>(reports);
    all.addAll(files);
    return all;
  }

  /** Prints the report and writes its files; whether all of them could be written. */
  boolean write(Report report, Session session, StyleOptions style) throws IOException {
    Report shown = shown(report, session);
    format.write(shown, session.out(), style.style(session.terminal()));
    boolean written = true;
    for (ReportFile file : all()) {
      try {
        file.withFolder().write(shown, style.plain());
      } catch (IOException e) {
        session
            .err()
            .println("viplint: " + file.file() + ": could not be written (" + Main.reason(e) + ")");
        written = false;
      }
    }
    session.err().flush();
    return written;
  }

  /** The report without the findings that nobody wants to see. */
  private Report shown(Report report, Session session) {
    List<Report.Entry> kept =
        report.findings().stream()
            .filter(entry -> entry.finding().severity().atLeast(minSeverity))
            .toList();
    int hidden = report.findings().size() - kept.size();
    if (hidden == 0) {
      return report;
    }
    session.err().println("viplint: --min-severity hides " + hidden + " of the findings");
    session.err().flush();
    Set<String> ids = kept.stream().map(Report.Entry::id).collect(Collectors.toSet());
    return report.withFindings(
        kept.stream()
            .map(
                entry ->
                    new Report.Entry(
                        entry.id(),
                        entry.lab(),
                        entry.finding(),
                        entry.causedBy().stream().filter(ids::contains).toList(),
                        entry.fingerprint()))
            .toList());
  }

  static final class Format extends Word<ReportFormat> {
    Format() {
      super("format", ReportFormat.ids(), id -> ReportFormat.of(id).orElseThrow());
    }
  }

  static final class MinSeverity extends Word<Severity> {
    MinSeverity() {
      super(
          "severity",
          Arrays.stream(Severity.values()).map(Severity::id).toList(),
          id -> FailOn.severity(id).orElseThrow());
    }
  }
}
