package io.github.viplint.cli;

import io.github.viplint.Viplint;
import io.github.viplint.config.Configuration;
import io.github.viplint.config.ConfigurationException;
import io.github.viplint.config.ConfigurationSchema;
import io.github.viplint.config.Settings;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.report.JsonRules;
import io.github.viplint.report.ReportFormat;
import io.github.viplint.report.TextRules;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code viplint rules} */
@Command(
    name = "rules",
    description = "Lists all rules, as the configuration sets them.",
    mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
  @Mixin private SignatureOptions signatures = new SignatureOptions();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = Format.class,
      completionCandidates = Format.class,
      description =
          "text or json, or schema: the JSON schema of .viplint.yaml, for editors (default: text).")
  private String format = "text";

  RulesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Configuration read = configuration.read();
    Viplint library = signatures.library(session, Options.DEFAULT, read);
    List<RuleInfo> rules = library.rules().stream().map(Rule::info).toList();
    if (format.equals("schema")) {
      new ConfigurationSchema(rules).write(session.out());
      return Exit.OK;
    }
    Settings settings = settings(read, library);
    if (format.equals("json")) {
      new JsonRules(rules, settings.off(), settings.severities()).write(session.out());
    } else {
      new TextRules(rules, settings.off(), settings.severities()).write(session.out());
    }
    return Exit.OK;
  }

  private Settings settings(Configuration read, Viplint library) {
    try {
      return read.decisions().settings(library.rules(), ReportFormat.ids());
    } catch (ConfigurationException e) {
      throw new UsageException(e.getMessage());
    }
  }

  static final class Format extends Word<String> {
    Format() {
      super("format", List.of("text", "json", "schema"), Function.identity());
    }
  }
}
