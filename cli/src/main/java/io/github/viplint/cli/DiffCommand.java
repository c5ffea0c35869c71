package io.github.viplint.cli;

import io.github.viplint.lint.Report;
import io.github.viplint.report.Changes;
import io.github.viplint.report.JsonChanges;
import io.github.viplint.report.TextChanges;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code viplint diff OLD NEW} */
@Command(
    name = "diff",
    description = "Says which findings of an earlier JSON report are gone, new or still there.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 nothing new, 1 new findings, 2 wrong usage, 3 a report could not be read."
    })
final class DiffCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "OLD", description = "The earlier JSON report, or -.")
  private String older = "";

  @Parameters(index = "1", paramLabel = "NEW", description = "The later JSON report, or -.")
  private String newer = "";

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Mixin private ListFormatOption format = new ListFormatOption();

  DiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    EarlierReports reports = new EarlierReports(session);
    Optional<Report> before = reports.read(older);
    Optional<Report> after = reports.read(newer);
    if (before.isEmpty() || after.isEmpty()) {
      return Exit.INCOMPLETE;
    }
    Changes changes = Changes.between(before.get(), after.get());
    if (format.isJson()) {
      new JsonChanges(changes).write(session.out());
    } else {
      new TextChanges(changes).write(session.out());
    }
    return failOn.isMetBy(changes.fresh()) ? Exit.FINDINGS : Exit.OK;
  }
}
