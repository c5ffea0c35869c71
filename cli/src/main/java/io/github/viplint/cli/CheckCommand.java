package io.github.viplint.cli;

import io.github.viplint.capture.Inputs;
import io.github.viplint.config.Configuration;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
  private final Session session;

  @Mixin private InputOptions input = new InputOptions();
  @Mixin private VersionOptions versions = new VersionOptions();
  @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
  @Mixin private SignatureOptions signatures = new SignatureOptions();
  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private AnonymizeOption anonymize = new AnonymizeOption();
  @Mixin private StyleOptions style = new StyleOptions();

  @Mixin private ReportOptions output = new ReportOptions();
  @Mixin private FailOnOption failOn = new FailOnOption();

  CheckCommand(Session session) {
    this.session = session;
  }

  /** The command as it is when nothing but paths is given. */
  static CheckCommand of(Session session, List<String> paths) {
    CheckCommand command = new CheckCommand(session);
    command.input = new InputOptions(paths);
    return command;
  }

  @Override
  public Integer call() throws IOException {
    Configuration settings = configuration.read();
    Options options = versions.options(settings);
    PolicyOptions.Set set =
        policy.set(
            signatures.library(session, options, settings), options, settings, input.paths());
    output.alsoWrite(set.reports(), set.baseline());
    Inputs inputs = input.inputs(session, settings);
    Report report = anonymize.of(set.library()).check(inputs);
    Problems problems = new Problems(report);
    problems.print(session.err(), style.verbose());
    boolean written = true;
    if (set.baseline().isPresent()) {
      Path file = set.baseline().get();
      Optional<Report> next =
          new NewBaseline(file, policy.shown(file), session.err()).write(report);
      written = next.isPresent();
      report = next.orElse(report);
    }
    int exit = problems.exit(failOn.isMetBy(report.findings()) ? Exit.FINDINGS : Exit.OK);
    return output.write(report, session, style) && written ? exit : Exit.INTERNAL;
  }
}
