package io.github.viplint.maven;

import io.github.viplint.Viplint;
import io.github.viplint.config.BaselineFile;
import io.github.viplint.config.Configuration;
import io.github.viplint.config.ConfigurationException;
import io.github.viplint.config.Settings;
import io.github.viplint.config.UserPack;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Policy;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Suppression;
import io.github.viplint.report.ReportFormat;
import io.github.viplint.report.Visible;
import io.github.viplint.report.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * The library as a configuration and the parameters want it.
 *
 * @param reports those of the configuration
 * @param toWrite the baseline that is to know what is found
 */
record Setup(Viplint library, List<ReportFile> reports, Optional<Path> toWrite) {

  /**
   * Settles what is reported.
   *
   * @param baseline of the parameters
   * @throws MojoExecutionException when something named does not exist or can't be read
   */
  static Setup of(
      Configuration configuration,
      Optional<Path> baseline,
      boolean write,
      boolean inlineIgnore,
      Policy.Looked looked)
      throws MojoExecutionException {
    Optional<Path> file = baseline.or(configuration::baseline);
    if (write && file.isEmpty()) {
      throw new MojoExecutionException("writeBaseline needs baseline, to say where");
    }
    try {
      Options options =
          new Options(configuration.haproxy(), configuration.appliance(), configuration.file());
      Viplint library = Viplint.standard(options);
      for (Path signatures : configuration.signatures()) {
        library = library.with(UserPack.read(signatures));
      }
      Settings settings = configuration.decisions().settings(library.rules(), ReportFormat.ids());
      boolean there = file.isPresent() && (!write || Files.exists(file.get()));
      List<Suppression> read =
          there ? new BaselineFile(file.get()).read(shown(file.get(), looked.base())) : List.of();
      Policy policy =
          settings.policy(write ? List.of() : read, inlineIgnore, LocalDate.now(), looked);
      List<ReportFile> reports = new ArrayList<>();
      settings
          .reports()
          .forEach(
              (format, path) -> {
                // where the configuration is of a folder above, each module would write them anew
                if (path.startsWith(looked.base())) {
                  reports.add(new ReportFile(ReportFormat.of(format).orElseThrow(), path));
                }
              });
      return new Setup(library.with(options.with(policy)), reports, file.filter(path -> write));
    } catch (ConfigurationException | IllegalArgumentException e) {
      throw new MojoExecutionException(Visible.line(String.valueOf(e.getMessage())), e);
    }
  }

  private static String shown(Path file, Path base) {
    Path there = base.resolve(file).normalize();
    return there.startsWith(base) ? base.relativize(there).toString() : there.toString();
  }

  /** Writes the baseline; the report as the next build will have it. */
  Report written(Report report) throws MojoExecutionException {
    Path file = toWrite.orElseThrow();
    try {
      BaselineFile baseline = new BaselineFile(file);
      String text = baseline.text(report);
      new WholeFile(file).write(out -> out.write(text));
      return baseline.known(report, shown(file, report.options().policy().looked().base()));
    } catch (IOException | ConfigurationException e) {
      throw new MojoExecutionException("the baseline '" + file + "' could not be written", e);
    }
  }
}
