package io.github.viplint.cli;

import io.github.viplint.Viplint;
import io.github.viplint.config.Configuration;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.FixPlan;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.report.JsonFixPlan;
import io.github.viplint.report.TextFixPlan;
import io.github.viplint.report.UnifiedDiff;
import io.github.viplint.report.Visible;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code viplint fix PATH…} */
@Command(
    name = "fix",
    description = {
      "Prints a unified diff of the proven fixes, and what to do after them.",
      "Only configuration files that stand alone are changed: no paste, no archive."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: as of check, for the files as they are then; 4 also when a file could not be"
          + " written."
    })
final class FixCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private InputOptions input = new InputOptions();

  @Option(names = "--write", description = "Write the changed files.")
  private boolean write;

  @Option(
      names = "--unsafe",
      description = "Take fixes in which a choice was made, too: the first that is proven.")
  private boolean unsafe;

  @Mixin private VersionOptions versions = new VersionOptions();
  @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
  @Mixin private SignatureOptions signatures = new SignatureOptions();
  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private StyleOptions style = new StyleOptions();

  @Mixin private ListFormatOption format = new ListFormatOption();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      converter = FailOn.Converter.class,
      completionCandidates = FailOn.Converter.class,
      description =
          "Exit with 1 when a finding of this severity is there, with --write: is left: error,"
              + " warning, info or never (default: error).")
  private FailOn failOn;

  FixCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (input.paths().isEmpty()) {
      throw new UsageException("name the files or folders to fix");
    }
    Configuration settings = configuration.read();
    Options options = versions.options(settings);
    PolicyOptions.Set set =
        policy.set(
            signatures.library(session, options, settings), options, settings, input.paths());
    if (set.baseline().isPresent()) {
      throw new UsageException("--write-baseline belongs to check");
    }
    FixPlan plan =
        set.library()
            .plan(input.inputs(session, settings), unsafe ? Fix.Safety.UNSAFE : Fix.Safety.SAFE);
    Problems problems = new Problems(plan.before());
    problems.print(session.err(), style.verbose());
    List<FixPlan.Written> written = write ? Viplint.write(plan) : List.of();
    if (format.isJson()) {
      new JsonFixPlan(plan, written).write(session.out());
    } else {
      new TextFixPlan(plan, session.terminal().out())
          .write(session.out(), style.style(session.terminal()));
    }
    tell(plan, written);
    boolean refused = written.stream().anyMatch(one -> one.refused().isPresent());
    Report then = write && !refused ? plan.after() : plan.before();
    int exit = problems.exit(failOn.isMetBy(then) ? Exit.FINDINGS : Exit.OK);
    return refused ? Exit.INTERNAL : exit;
  }

  private void tell(FixPlan plan, List<FixPlan.Written> written) {
    for (FixPlan.Written file : written) {
      say(
          Visible.line(file.file())
              + file.refused().map(why -> ": not written: it " + why).orElse(": written"));
    }
    if (!format.isJson()
        && plan.changes().stream()
            .map(UnifiedDiff::new)
            .anyMatch(diff -> diff.isMasked(diff.rows()))) {
      say("secrets are masked in the diff, so it can be read and not applied; --write is exact");
    }
    if (!plan.complete()) {
      say("there is too much to try at once: run it again on what this leaves");
    }
    session.err().flush();
  }

  private void say(String message) {
    session.err().println("viplint: " + message);
  }
}
