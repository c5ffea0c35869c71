package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class HtmlReportTest {

  private static String html(Report report) {
    return GoldenReportTest.written("html", Style.PLAIN, report);
  }

  /** The page is well-formed XML too, so that nothing is left to a browser's guess. */
  private static Document page(Report report) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html(report))));
  }

  private static List<String> found(String pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  @Test
  void everyPageIsWellFormed() throws Exception {
    for (Report report : new Report[] {Samples.brokenRange(), Samples.healthy(), Samples.empty()}) {
      assertThat(page(report).getElementsByTagName("h1").getLength()).isOne();
    }
  }

  @Test
  void itNeedsNothingFromElsewhere() {
    String html = html(Samples.brokenRange());

    assertThat(html).contains("default-src 'none'").doesNotContain("<script", "url(", "@import");
    assertThat(found("(?:src|href)=\"([^\"]*)\"", html)).allMatch(to -> to.startsWith("#"));
  }

  @Test
  void everyIdIsUniqueAndEveryReferenceMeetsOne() {
    String html = html(Samples.brokenRange());
    List<String> ids = found(" id=\"([^\"]*)\"", html);

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).containsAll(found("aria-labelledby=\"([^\"]*)\"", html));
    assertThat(ids).containsAll(found("href=\"#([^\"]*)\"", html));
  }

  @Test
  void whatACaptureSaysStaysText() {
    SampleLab lab =
        new SampleLab()
            .capture("a.txt", CaptureKind.ANYIP_ROUTES, "haproxy", "", "<script>x</script>\n");
    Report report =
        lab.rule(
                "VL102",
                "anyip-unparsable-line",
                Severity.ERROR,
                (host, findings) ->
                    findings
                        .at(host, lab.span("a.txt", "<script>"), "<img src=\"x\" onerror='y'>")
                        .label("\" onload=\"\u202e")
                        .report())
            .report();

    assertThat(html(report))
        .contains("&lt;script&gt;", "&lt;img src=", "&lt;U+202E&gt;")
        .doesNotContain("<script", "<img");
  }

  @Test
  void theStyleSheetNeedsNoEscapes() throws Exception {
    try (var css = HtmlReport.class.getResourceAsStream("report.css")) {
      assertThat(new String(css.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .doesNotContain("<", ">", "&");
    }
  }

  @Test
  void whenItHappenedIsTold() {
    Report report = Samples.logged();

    assertThat(html(report)).contains("<h2 id=\"timeline-title\">Timeline</h2>");
    assertThat(found("<time>([^<]*)</time>", html(report)))
        .containsExactly("2020-11-20T15:31:00", "2020-11-20T15:33:10");
    assertThat(html(Samples.healthy())).doesNotContain("Timeline");
    assertThat(GoldenReportTest.written("markdown", Style.PLAIN, report))
        .contains(
            """
            ## Timeline

            (the zone is not known of all)

            - `2020-11-20T15:31:00` refused `login.txt:1`
            - `2020-11-20T15:33:10` no &lt;route&gt; `login.txt:2`
            """);
  }
}
