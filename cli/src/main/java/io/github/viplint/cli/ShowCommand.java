package io.github.viplint.cli;

import io.github.viplint.lint.Report;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code viplint show REPORT.json} */
@Command(
    name = "show",
    description = "Shows an earlier JSON report again, in any format. Nothing is looked at anew.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 nothing found, 1 findings, 2 wrong usage, 3 input was incomplete, or the"
          + " report could not be read."
    })
final class ShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "REPORT", description = "A JSON report, or - for standard input.")
  private String file = "";

  @Mixin private ReportOptions output = new ReportOptions();
  @Mixin private FailOnOption failOn = new FailOnOption();
  @Mixin private StyleOptions style = new StyleOptions();

  ShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    output.alsoWrite(List.of(), Optional.empty());
    Optional<Report> report = new EarlierReports(session).read(file);
    if (report.isEmpty()) {
      return Exit.INCOMPLETE;
    }
    Problems problems = new Problems(report.get());
    problems.print(session.err(), style.verbose());
    boolean failed = failOn.isMetBy(report.get().findings());
    int exit = problems.exit(failed ? Exit.FINDINGS : Exit.OK);
    return output.write(report.get(), session, style) ? exit : Exit.INTERNAL;
  }
}
