package io.github.viplint.maven;

import io.github.viplint.capture.Inputs;
import io.github.viplint.config.Configuration;
import io.github.viplint.config.ConfigurationException;
import io.github.viplint.config.ConfigurationFile;
import io.github.viplint.lint.Policy;
import io.github.viplint.lint.Report;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lints the configuration of HAProxy appliances that is kept in the project's folder. Each folder
 * that holds an appliance's files is a lab of its own. In a build of several modules each module
 * looks at its own files, and none at those of its sub-modules.
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresProject = false,
    threadSafe = true)
public final class CheckMojo extends AbstractMojo {
  /**
   * The files to lint, as patterns relative to the project's folder. What is in a folder {@code
   * target}, and what git, Subversion or Mercurial keep for themselves, is never looked at; links
   * to folders are not followed.
   */
  @Parameter(
      property = "viplint.includes",
      defaultValue =
          "**/anyip-routes.cfg,**/route-tables.cfg,**/haproxy.cfg,**/workload-networks.cfg")
  List<@Nullable String> includes = List.of();

  /** Files not to lint, as patterns relative to the project's folder. */
  @Parameter(property = "viplint.excludes")
  List<@Nullable String> excludes = List.of();

  /** From which severity on findings fail the build: error, warning, info or never. */
  @Parameter(property = "viplint.failOn", defaultValue = "error")
  String failOn = "error";

  /** Whether a file that can't be read, or in which nothing is recognised, fails the build. */
  @Parameter(property = "viplint.failOnInputProblem", defaultValue = "true")
  boolean failOnInputProblem = true;

  /** Do nothing. */
  @Parameter(property = "viplint.skip", defaultValue = "false")
  boolean skip;

  /**
   * Reports to write, each as FORMAT=FILE; FORMAT is text, concise, json, sarif, junit, gitlab,
   * github, markdown or html, a relative FILE starts from the project's folder. On the command line
   * they are separated by commas.
   */
  @Parameter(property = "viplint.reports")
  List<@Nullable String> reports = List.of();

  /**
   * The configuration; without one, the nearest .viplint.yaml in the project's folder or above it.
   */
  @Parameter(property = "viplint.configFile")
  @Nullable File configFile;

  /**
   * Findings that are known, and are not reported; without one, the file that the configuration
   * names.
   */
  @Parameter(property = "viplint.baseline")
  @Nullable File baseline;

  /**
   * Whether to write what is found to the baseline, so that only what is new is reported from now
   * on. What it knows of files of other modules stays.
   */
  @Parameter(property = "viplint.writeBaseline", defaultValue = "false")
  boolean writeBaseline;

  /** Whether comments in files count: {@code # viplint: ignore[VL103] reason}. */
  @Parameter(property = "viplint.inlineIgnore", defaultValue = "true")
  boolean inlineIgnore = true;

  @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
  File basedir = new File("");

  @Parameter(defaultValue = "${project.build.directory}", readonly = true)
  @Nullable File buildDirectory;

  @Parameter(defaultValue = "${project.modules}", readonly = true)
  @Nullable List<String> modules;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("viplint is skipped");
      return;
    }
    Path base = basedir.toPath().toAbsolutePath().normalize();
    FailOn threshold = FailOn.of(failOn);
    List<ReportFile> files = new ArrayList<>();
    for (String report : said(reports)) {
      files.add(ReportFile.of(report, base));
    }

    List<String> paths = paths(base);
    if (paths.isEmpty() && files.isEmpty()) {
      getLog().info("No file to lint");
      return;
    }
    Configuration configuration = configuration(base);
    Setup setup =
        Setup.of(configuration, known(base), writeBaseline, inlineIgnore, looked(base, paths));
    files.addAll(setup.reports());
    Inputs inputs =
        Inputs.below(base, paths).withLabs(configuration.labs()).withPlan(configuration.plan());
    Report report = setup.library().check(inputs);
    if (setup.toWrite().isPresent() && !report.broken()) {
      report = setup.written(report);
    }
    new Console(getLog(), failOnInputProblem).print(report);
    for (ReportFile file : files) {
      file.write(report);
    }
    if (report.broken()) {
      throw new MojoExecutionException("viplint broke; the other rules have run, see above");
    }
    Verdict verdict = new Verdict(report, threshold, failOnInputProblem);
    if (verdict.fails()) {
      throw new MojoFailureException(verdict.message());
    }
  }

  private Optional<Path> known(Path base) {
    return Optional.ofNullable(baseline).map(file -> base.resolve(file.toPath()));
  }

  /** The folder as a whole, unless parts of it are other modules' to look at. */
  private Policy.Looked looked(Path base, List<String> paths) {
    boolean whole = notOwn(base).stream().allMatch(folder -> isOutput(base, folder));
    return new Policy.Looked(
        base, whole ? List.of(base) : paths.stream().map(base::resolve).toList());
  }

  private boolean isOutput(Path base, Path folder) {
    return buildDirectory != null && folder.equals(base.resolve(buildDirectory.toPath()));
  }

  private Configuration configuration(Path base) throws MojoExecutionException {
    Optional<Path> file =
        configFile == null
            ? ConfigurationFile.find(base)
            : Optional.of(base.resolve(configFile.toPath()));
    try {
      return file.isPresent()
          ? ConfigurationFile.read(file.get(), shown(base, file.get()))
          : Configuration.NONE;
    } catch (ConfigurationException e) {
      throw new MojoExecutionException(e.getMessage());
    }
  }

  /** Reports are read on other machines, so they hold no absolute path where that can be helped. */
  private static String shown(Path base, Path file) {
    return base.relativize(file.toAbsolutePath().normalize()).toString();
  }

  private List<String> paths(Path base) throws MojoExecutionException {
    LabFiles files = new LabFiles(base, said(includes), said(excludes), notOwn(base));
    try {
      return files.find();
    } catch (IOException e) {
      throw new MojoExecutionException("the files in " + base + " could not be listed", e);
    }
  }

  /** Folders below the project's that are not its own to look at. */
  private List<Path> notOwn(Path base) {
    List<Path> folders = new ArrayList<>();
    if (buildDirectory != null) {
      folders.add(base.resolve(buildDirectory.toPath()));
    }
    if (modules != null) {
      for (String module : modules) {
        Path path = base.resolve(module).normalize();
        // A module is named by its folder, or by its POM.
        folders.add(path.toFile().isFile() ? path.getParent() : path);
      }
    }
    return folders;
  }

  /** Without the empty elements that a POM may have. */
  private static List<String> said(List<@Nullable String> values) {
    return values.stream()
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }
}
