package io.github.viplint.cli;

import io.github.viplint.capture.Inputs;
import io.github.viplint.config.Configuration;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import io.github.viplint.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code viplint [check] PATH…} */
@Command(
    name = "check",
    description = "Says what is wrong in what was captured, why, and what to do (the default).",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 nothing found, 1 findings, 2 wrong usage, 3 input incomplete, 4 internal error."
    })
final class CheckCommand implements Callable<Integer> {
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::id).toList();

  private final Session session;

  @Spec private CommandSpec spec;

  @Mixin private InputOptions input = new InputOptions();
  @Mixin private VersionOptions versions = new VersionOptions();
  @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
  @Mixin private SignatureOptions signatures = new SignatureOptions();
  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private AnonymizeOption anonymize = new AnonymizeOption();
  @Mixin private StyleOptions style = new StyleOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Format.class,
      description =
          "What to print: text, concise, json, sarif, junit, gitlab, github, markdown or html"
              + " (default: text).")
  private ReportFormat format;

  @Option(
      names = "--report",
      paramLabel = "FORMAT=FILE",
      converter = ReportFile.Converter.class,
      description = "Also write a report to a file; may be given several times.")
  private List<ReportFile> reports = new ArrayList<>();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      converter = FailOn.Converter.class,
      description =
          "Exit with 1 from this severity on: error, warning, info or never (default: error).")
  private FailOn failOn;

  @Option(
      names = "--min-severity",
      paramLabel = "SEVERITY",
      defaultValue = "info",
      converter = MinSeverity.class,
      description = "Show nothing below this severity: error, warning or info (default: info).")
  private Severity minSeverity;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Configuration settings = configuration.read();
    Options options = versions.options(settings);
    PolicyOptions.Set set =
        policy.set(
            signatures.library(session, options, settings),
            options,
            settings,
            configuration,
            input.paths());
    List<ReportFile> files = new ArrayList<>(reports);
    files.addAll(set.reports());
    refuseFilesInOnePlace(files, set.baseline());
    Inputs inputs = input.inputs(session, settings);
    Report report = anonymize.of(set.library()).check(inputs);
    Problems problems = new Problems(report);
    problems.print(session.err(), style.verbose());
    boolean written = true;
    if (set.baseline().isPresent()) {
      Optional<Report> next = new NewBaseline(set.baseline().get(), session.err()).write(report);
      written = next.isPresent();
      report = next.orElse(report);
    }
    Report shown = shown(report);
    format.write(shown, session.out(), style.style(session.terminal()));
    int exit = problems.exit(failOn.isMetBy(report) ? Exit.FINDINGS : Exit.OK);
    return writeFiles(shown, files) && written ? exit : Exit.INTERNAL;
  }

  private void refuseFilesInOnePlace(List<ReportFile> files, Optional<Path> baseline) {
    Set<Path> places = new HashSet<>();
    Optional<Path> known = baseline.map(file -> file.toAbsolutePath().normalize());
    for (ReportFile report : files) {
      Path place = report.file().toAbsolutePath().normalize();
      if (!places.add(place) || known.filter(place::equals).isPresent()) {
        String what =
            known.filter(place::equals).isPresent() ? "a report and the baseline" : "two reports";
        throw new ParameterException(
            spec.commandLine(), what + " would be written to '" + report.file() + "'");
      }
    }
  }

  /** The report without the findings that nobody wants to see. */
  private Report shown(Report report) {
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

  private boolean writeFiles(Report report, List<ReportFile> files) {
    boolean written = true;
    for (ReportFile file : files) {
      try {
        file.withFolder().write(report, style.plain());
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

  static final class Format implements ITypeConverter<ReportFormat> {
    @Override
    public ReportFormat convert(String value) {
      return ReportFormat.of(Choice.of("format", value, ReportFormat.ids())).orElseThrow();
    }
  }

  static final class MinSeverity implements ITypeConverter<Severity> {
    @Override
    public Severity convert(String value) {
      String word = Choice.of("severity", value, SEVERITIES);
      return Arrays.stream(Severity.values())
          .filter(one -> one.id().equals(word))
          .findFirst()
          .orElseThrow();
    }
  }
}
