package io.github.viplint.report;

import io.github.viplint.lint.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** A way to write a report down. */
public interface ReportFormat {
  /** What {@code --format} and {@code --report} call it. */
  String id();

  /**
   * Writes the whole report, ending with a newline; flushes and does not close.
   *
   * @param style how it is to look; formats for programs ignore it
   */
  void write(Report report, Writer out, Style style) throws IOException;

  /** The ids of all formats, the one for people first. */
  static List<String> ids() {
    return List.of(
        "text", "concise", "json", "sarif", "junit", "gitlab", "github", "markdown", "html");
  }

  /** The format with this id. Only the one asked for is loaded. */
  static Optional<ReportFormat> of(String id) {
    return switch (id) {
      case "text" -> Optional.of(new TextReport());
      case "concise" -> Optional.of(new ConciseReport());
      case "json" -> Optional.of(new JsonReport());
      case "sarif" -> Optional.of(new SarifReport());
      case "junit" -> Optional.of(new JunitReport());
      case "gitlab" -> Optional.of(new GitlabReport());
      case "github" -> Optional.of(new GithubReport());
      case "markdown" -> Optional.of(new MarkdownReport());
      case "html" -> Optional.of(new HtmlReport());
      default -> Optional.empty();
    };
  }
}
