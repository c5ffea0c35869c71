package io.github.viplint.cli;

import io.github.viplint.config.Configuration;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.report.JsonInputs;
import io.github.viplint.report.TextInputs;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code viplint inputs PATH…} */
@Command(
    name = "inputs",
    description = "Says what each input was taken for, and how much of it was understood.",
    mixinStandardHelpOptions = true)
final class InputsCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private InputOptions input = new InputOptions();
  @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
  @Mixin private SignatureOptions signatures = new SignatureOptions();
  @Mixin private AnonymizeOption anonymize = new AnonymizeOption();
  @Mixin private StyleOptions style = new StyleOptions();

  @Mixin private ListFormatOption format = new ListFormatOption();

  InputsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Configuration settings = configuration.read();
    Report report =
        anonymize
            .of(signatures.library(session, Options.DEFAULT, settings))
            .check(input.inputs(session, settings));
    Problems problems = new Problems(report);
    problems.print(session.err(), style.verbose());
    if (format.isJson()) {
      new JsonInputs(report).write(session.out());
    } else {
      new TextInputs(report).write(session.out(), style.style(session.terminal()));
    }
    return problems.exit(Exit.OK);
  }
}
