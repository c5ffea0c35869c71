package io.github.viplint.cli;

import io.github.viplint.lint.Options;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.report.JsonRules;
import io.github.viplint.report.TextRules;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code viplint rules} */
@Command(name = "rules", description = "Lists all rules.", mixinStandardHelpOptions = true)
final class RulesCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = ListFormat.class,
      description = "text or json (default: text).")
  private String format = "text";

  RulesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    List<RuleInfo> rules =
        session.library().apply(Options.DEFAULT).rules().stream().map(Rule::info).toList();
    if (format.equals("json")) {
      new JsonRules(rules).write(session.out());
    } else {
      new TextRules(rules).write(session.out());
    }
    return Exit.OK;
  }
}
