package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.cli.Browser.Scheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The HTML report as people meet it. What it looks like is kept below target/screenshots. */
class HtmlInBrowserTest {
  private static final Path BUNDLES = Path.of("../testdata/bundles");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final int DESK = 1100;
  private static final int PHONE = 400;
  private static final int HEIGHT = 1600;

  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void start() {
    browser = Browser.required(folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  static Stream<String> bundles() throws IOException {
    try (Stream<Path> folders = Files.list(BUNDLES)) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyReportIsReadByEverybody(String bundle) throws IOException {
    Path page = report(BUNDLES.resolve(bundle));
    look(page, Scheme.LIGHT, DESK, bundle);
    look(page, Scheme.DARK, PHONE, bundle);
  }

  private static void look(Path page, Scheme scheme, int width, String bundle) throws IOException {
    browser.open(page, scheme, width, HEIGHT);
    browser.screenshot(SCREENSHOTS.resolve(bundle + "-" + scheme.id() + ".png"));
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
    assertThat(browser.console()).isEmpty();
    assertThat(browser.barriers()).isEmpty();
    assertThat(browser.ask("document.documentElement.scrollWidth <= window.innerWidth"))
        .as("the page itself never scrolls sideways")
        .isEqualTo(true);
  }

  @Test
  void aRangeIsAsWideAsItsPartOfTheNetwork() throws IOException {
    Path page =
        report(lab("192.0.2.64/26\n", "2,frontend,00:50:56:00:00:02,192.0.2.10/24,192.0.2.1\n"));
    browser.open(page, Scheme.LIGHT, DESK, HEIGHT);

    double network = width(".network rect");
    assertThat(width(".vip-range rect") / network).isBetween(0.249, 0.251);
    assertThat(
            ((Number) browser.ask(left(".vip-range rect") + " - " + left(".network rect")))
                    .doubleValue()
                / network)
        .isBetween(0.249, 0.251);
  }

  @Test
  void darkAndLightDifferInTheirPaper() throws IOException {
    Path page = report(BUNDLES.resolve("refused-range"));
    String paper = "getComputedStyle(document.body).backgroundColor";
    browser.open(page, Scheme.LIGHT, DESK, HEIGHT);
    assertThat(browser.ask(paper)).isEqualTo("rgb(255, 255, 255)");
    browser.open(page, Scheme.DARK, DESK, HEIGHT);
    assertThat(browser.ask(paper)).isEqualTo("rgb(18, 22, 28)");
  }

  @Test
  void aPageIsPrinted() throws IOException {
    browser.open(report(BUNDLES.resolve("many-mistakes")), Scheme.DARK, DESK, HEIGHT);
    assertThat(new String(browser.printed(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void whatACaptureSaysIsNeverRun() throws IOException {
    String attack =
        "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">";
    Path page =
        report(
            lab(
                "192.0.2.65/26 " + attack + "\n",
                "2,</style>" + attack + ",00:50:56:00:00:02,192.0.2.10/24,192.0.2.1\n"));
    browser.open(page, Scheme.LIGHT, DESK, HEIGHT);

    assertThat(browser.ask("document.title")).asString().startsWith("viplint: ");
    assertThat(browser.ask("document.querySelectorAll('script, img').length")).isEqualTo(0L);
    assertThat(browser.requests()).containsExactly(page.toUri().toString());
    assertThat(browser.ask("document.body.innerText")).asString().contains("<script>");
  }

  private static double width(String selector) {
    return ((Number) browser.ask(box(selector) + ".width")).doubleValue();
  }

  private static String left(String selector) {
    return box(selector) + ".left";
  }

  private static String box(String selector) {
    return "document.querySelector('" + selector + "').getBoundingClientRect()";
  }

  private static Path lab(String ranges, String tables) throws IOException {
    Path lab = Files.createTempDirectory(folder, "lab");
    Path vmware = Files.createDirectories(lab.resolve("etc/vmware"));
    Files.writeString(vmware.resolve("anyip-routes.cfg"), ranges);
    Files.writeString(vmware.resolve("route-tables.cfg"), tables);
    return lab;
  }

  /** Writes the report of some inputs and tells where. */
  private static Path report(Path inputs) throws IOException {
    Path page = Files.createTempFile(folder, "report", ".html");
    Program.Outcome outcome = new Program().run("--format", "html", inputs.toString());
    Files.writeString(page, outcome.out());
    return page;
  }
}
