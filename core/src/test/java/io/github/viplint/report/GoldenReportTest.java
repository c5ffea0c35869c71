package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Report;
import io.github.viplint.report.Style.Detail;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole reports, word for word: the files beside this class's resources. Run with {@code
 * -Dviplint.golden=write} to write them anew, and read the difference.
 */
class GoldenReportTest {
  private static final Path FOLDER = Path.of("src/test/resources/io/github/viplint/report");

  private static final Map<String, Supplier<Report>> REPORTS =
      Map.of(
          "broken-range", Samples::brokenRange,
          "healthy", Samples::healthy,
          "suppressed", Samples::suppressed,
          "wrong-way", Samples::wrongWay,
          "empty", Samples::empty);

  @TestFactory
  Stream<DynamicTest> everyReportReadsAsWritten() {
    return REPORTS.entrySet().stream()
        .flatMap(
            sample ->
                Stream.of(
                    golden(sample.getKey() + ".txt", "text", Style.PLAIN, sample.getValue()),
                    golden(
                        sample.getKey() + ".verbose.txt",
                        "text",
                        new Style(false, Detail.VERBOSE),
                        sample.getValue()),
                    golden(sample.getKey() + ".concise", "concise", Style.PLAIN, sample.getValue()),
                    golden(sample.getKey() + ".json", "json", Style.PLAIN, sample.getValue()),
                    golden(sample.getKey() + ".sarif", "sarif", Style.PLAIN, sample.getValue()),
                    golden(sample.getKey() + ".junit.xml", "junit", Style.PLAIN, sample.getValue()),
                    golden(
                        sample.getKey() + ".gitlab.json", "gitlab", Style.PLAIN, sample.getValue()),
                    golden(sample.getKey() + ".github", "github", Style.PLAIN, sample.getValue()),
                    golden(sample.getKey() + ".html", "html", Style.PLAIN, sample.getValue()),
                    golden(sample.getKey() + ".md", "markdown", Style.PLAIN, sample.getValue())));
  }

  private static DynamicTest golden(
      String file, String format, Style style, Supplier<Report> report) {
    return DynamicTest.dynamicTest(
        file, () -> compare(file, unstyled(written(format, style, report.get()))));
  }

  /** How a page is painted stands in one place, {@code report.css}. */
  private static String unstyled(String page) {
    return page.replaceFirst("(?s)<style>.*?</style>", "<style>…</style>");
  }

  static String written(String format, Style style, Report report) {
    StringWriter out = new StringWriter();
    try {
      ReportFormat.of(format).orElseThrow().write(report, out, style);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void compare(String file, String actual) throws IOException {
    Path golden = FOLDER.resolve(file);
    if ("write".equals(System.getProperty("viplint.golden"))) {
      Files.writeString(golden, actual, StandardCharsets.UTF_8);
    }
    assertThat(actual).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
  }
}
