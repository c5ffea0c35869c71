package io.github.viplint.report;

import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Place;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;

/**
 * GitHub's workflow commands: a step that prints them annotates the files of a pull request. What
 * is quoted is escaped, so that no capture can give a command of its own.
 */
public final class GithubReport implements ReportFormat {
  @Override
  public String id() {
    return "github";
  }

  @Override
  public void write(Report report, Writer out, Style style) throws IOException {
    Links links = new Links(report);
    for (Report.Entry entry : report.findings()) {
      Finding finding = entry.finding();
      out.write(
          command(
              command(finding.severity()),
              finding.span().place().file(),
              Optional.of(finding.span().place()),
              finding.rule().toString(),
              message(entry, links)));
    }
    for (InputProblem problem : report.problems()) {
      out.write(
          command("warning", problem.file(), problem.place(), "not understood", problem.message()));
    }
    if (!style.quiet()) {
      out.write(new CoverageLine(report).text() + "\n");
      for (String row : SuppressedRow.summary(report).stream().toList()) {
        out.write(row + ".\n");
      }
    }
    out.flush();
  }

  private static String message(Report.Entry entry, Links links) {
    StringBuilder message = new StringBuilder(Visible.line(entry.finding().message()));
    for (Report.Entry cause : links.causes(entry)) {
      message.append("\ncaused by: ").append(Visible.line(cause.finding().message()));
      message.append("  ").append(CaptureIndex.line(cause.finding().span()));
    }
    if (!entry.finding().help().isEmpty()) {
      message.append("\nhelp: ").append(Visible.line(entry.finding().help()));
    }
    return message.toString();
  }

  private static String command(
      String command, String file, Optional<Place> place, String title, String message) {
    StringBuilder line = new StringBuilder("::").append(command).append(" file=");
    line.append(property(file));
    place.ifPresent(
        at -> {
          line.append(",line=").append(at.startLine()).append(",endLine=").append(at.endLine());
          if (at.startLine() == at.endLine()) { // columns are only looked at within one line
            line.append(",col=").append(at.startColumn());
            line.append(",endColumn=").append(at.endColumn());
          }
        });
    line.append(",title=").append(property(title)).append("::").append(data(message));
    return line.append('\n').toString();
  }

  private static String command(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(Visible.line(text)).replace(":", "%3A").replace(",", "%2C");
  }
}
