package io.github.viplint.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium that reads one page after another from disk, and asks nobody anything. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** The ways in which a page can be looked at. */
  enum Scheme {
    LIGHT,
    DARK;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** It warns of each Chromium that is newer than itself. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Skips the test where there is none, but never in the CI run. */
  static Browser required(Path profile) {
    if (!Files.exists(CHROMIUM) || !Files.exists(DRIVER)) {
      assumeTrue("true".equals(System.getenv("VIPLINT_CI")), "no chromium here");
      throw new AssertionError("no " + CHROMIUM + " or no " + DRIVER);
    }
    SELENIUM.setLevel(Level.SEVERE);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--hide-scrollbars",
        "--user-data-dir=" + profile);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .withTimeout(Duration.ofSeconds(60))
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(60));
    // ends the page that Chromium itself begins with, which may be loading still
    driver.get("about:blank");
    return new Browser(driver);
  }

  /** Opens a page as a person with these likings sees it. */
  void open(Path page, Scheme scheme, int width, int height) {
    logged(LogType.BROWSER);
    logged(LogType.PERFORMANCE);
    driver.manage().window().setSize(new Dimension(width, height));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme.id()))));
    driver.get(page.toUri().toString());
  }

  /** What the page's console says since it was opened. */
  List<String> console() {
    return logged(LogType.BROWSER);
  }

  /** The addresses that were asked for since the page was opened. */
  List<String> requests() {
    return logged(LogType.PERFORMANCE).stream()
        .filter(event -> event.contains("\"Network.requestWillBeSent\""))
        .map(event -> event.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  private List<String> logged(String kind) {
    return driver.manage().logs().get(kind).getAll().stream().map(LogEntry::getMessage).toList();
  }

  /** What the accessibility checker axe-core has against the page. */
  List<String> barriers() {
    return new AxeBuilder().analyze(driver).getViolations().stream().map(Browser::barrier).toList();
  }

  private static String barrier(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + rule.getNodes().stream().map(node -> "\n  " + node.getHtml()).distinct().toList();
  }

  /** The value of an expression in the page. */
  Object ask(String expression) {
    return driver.executeScript("return " + expression);
  }

  void screenshot(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  /** The page as it is printed, a PDF. */
  byte[] printed() {
    Map<String, Object> result = driver.executeCdpCommand("Page.printToPDF", Map.of());
    return Base64.getDecoder().decode((String) result.get("data"));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
