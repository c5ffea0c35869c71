package io.github.viplint.cli;

import io.github.viplint.Viplint;
import io.github.viplint.config.BaselineFile;
import io.github.viplint.config.Configuration;
import io.github.viplint.config.ConfigurationException;
import io.github.viplint.config.Settings;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Policy;
import io.github.viplint.lint.Suppression;
import io.github.viplint.report.ReportFormat;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which findings are not reported, besides what the configuration says. */
final class PolicyOptions {
  @Option(
      names = "--no-inline-ignore",
      description = "Take no notice of comments like # viplint: ignore[VL103] reason.")
  private boolean noInlineIgnore;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Don't report what this file knows (default: `baseline` of the configuration).")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--write-baseline",
      description = "Write what is found to the file of --baseline, so that only new is reported.")
  private boolean write;

  /**
   * A library as the configuration and these options want it, and the reports of the configuration.
   *
   * @param baseline the file to write what is found to
   */
  record Set(Viplint library, List<ReportFile> reports, Optional<Path> baseline) {}

  /**
   * Settles what is reported.
   *
   * @throws UsageException when something named does not exist or can't be read
   */
  Set set(Viplint library, Options options, Configuration configuration, List<String> paths) {
    Optional<Path> file = baseline.or(configuration::baseline);
    if (write && file.isEmpty()) {
      throw new UsageException("--write-baseline needs --baseline FILE, to say where");
    }
    try {
      Settings settings = configuration.decisions().settings(library.rules(), ReportFormat.ids());
      boolean there = file.isPresent() && (!write || Files.exists(file.get()));
      List<Suppression> read =
          there ? new BaselineFile(file.get()).read(shown(file.get())) : List.of();
      List<Suppression> known = write ? List.of() : read;
      boolean any = !known.isEmpty() || !settings.suppressions().isEmpty();
      // the calendar is only asked where a day matters
      LocalDate today = any ? LocalDate.now() : LocalDate.EPOCH;
      Policy policy = settings.policy(known, !noInlineIgnore, today, looked(paths));
      List<ReportFile> reports = new ArrayList<>();
      settings
          .reports()
          .forEach(
              (format, path) ->
                  reports.add(new ReportFile(ReportFormat.of(format).orElseThrow(), path)));
      return new Set(library.with(options.with(policy)), reports, file.filter(path -> write));
    } catch (ConfigurationException | IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /** What to call the baseline: as given, and that of the configuration from here. */
  String shown(Path file) {
    Path here = here();
    Path there = file.toAbsolutePath().normalize();
    return baseline.isEmpty() && there.startsWith(here)
        ? here.relativize(there).toString()
        : file.toString();
  }

  private static Policy.Looked looked(List<String> paths) {
    List<Path> whole = new ArrayList<>();
    for (String path : paths) {
      try {
        if (!path.equals("-")) {
          whole.add(here().resolve(path).normalize());
        }
      } catch (InvalidPathException e) {
        continue; // intake says so
      }
    }
    return new Policy.Looked(here(), whole);
  }

  private static Path here() {
    return Path.of("").toAbsolutePath().normalize();
  }
}
