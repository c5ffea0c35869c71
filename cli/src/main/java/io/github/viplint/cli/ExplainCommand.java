package io.github.viplint.cli;

import io.github.viplint.lint.NearestName;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code viplint explain RULE} */
@Command(
    name = "explain",
    description = "Shows a rule's page: what it does, why it matters, how to mend it.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "RULE", description = "A rule's code or name, say VL101.")
  private String rule;

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Rule> rules = session.library().apply(Options.DEFAULT).rules();
    Optional<Rule> found =
        rules.stream()
            .filter(one -> names(one.info()).anyMatch(rule::equalsIgnoreCase))
            .findFirst();
    if (found.isEmpty()) {
      List<String> names = rules.stream().flatMap(one -> names(one.info())).toList();
      throw new UsageException(
          "there is no rule '"
              + rule
              + "'"
              + NearestName.to(rule, names).map(name -> "; did you mean " + name + "?").orElse("")
              + " (viplint rules lists all)");
    }
    session.out().println(found.get().page().stripTrailing());
    return Exit.OK;
  }

  private static Stream<String> names(RuleInfo info) {
    return Stream.concat(
        Stream.of(info.code(), info.name(), info.toString()), info.aliases().stream());
  }
}
