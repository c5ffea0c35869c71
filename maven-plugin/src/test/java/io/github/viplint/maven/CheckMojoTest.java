package io.github.viplint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The goal check")
class CheckMojoTest {
  private static final String GOOD = "10.20.30.16/28\n";
  private static final String HOST_BITS = "10.20.30.18/28\n";

  @TempDir Path dir;

  private final RecordingLog log = new RecordingLog();
  private final CheckMojo mojo = new CheckMojo();

  @BeforeEach
  void project() {
    mojo.setLog(log);
    mojo.basedir = dir.toFile();
    mojo.includes = List.of("**/anyip-routes.cfg", "**/haproxy.cfg");
  }

  private void file(String name, String text) throws IOException {
    Files.createDirectories(dir.resolve(name).getParent());
    Files.writeString(dir.resolve(name), text);
  }

  @Test
  @DisplayName("passes what is right, and says what was looked at")
  void passes() throws Exception {
    file("anyip-routes.cfg", GOOD);

    mojo.execute();

    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("[INFO] Nothing found")
        .contains("1 capture, 1 line: 1 understood");
  }

  @Test
  @DisplayName("fails for an error, and tells where it is, what and how to mend it")
  void fails() throws IOException {
    file("east/anyip-routes.cfg", HOST_BITS);

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("viplint found 1 error, see above");

    assertThat(log.lines().get(0))
        .startsWith("[ERROR] " + Path.of("east/anyip-routes.cfg") + ":1:1: error[VL101] ")
        .contains("10.20.30.18/28 is no subnet");
    assertThat(log.lines().get(1)).startsWith("[ERROR]   help: ").contains("10.20.30.16/28");
  }

  @Test
  @DisplayName("fails from the severity on that failOn says")
  void failOn() throws IOException {
    file("anyip-routes.cfg", HOST_BITS);
    mojo.failOn = "never";
    assertThatCode(mojo::execute).doesNotThrowAnyException();
    mojo.failOn = "warning";
    assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);

    // a range that is there twice is a warning
    file("anyip-routes.cfg", GOOD + GOOD);
    assertThatThrownBy(mojo::execute).hasMessage("viplint found 1 warning, see above");
    assertThat(log.lines()).anyMatch(line -> line.startsWith("[WARNING] anyip-routes.cfg:2:1: "));
    mojo.failOn = "error";
    assertThatCode(mojo::execute).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("takes each folder for a lab of its own, also one in another")
  void labs() throws Exception {
    file("anyip-routes.cfg", GOOD);
    file("east/etc/vmware/anyip-routes.cfg", GOOD);
    file("west/anyip-routes.cfg", HOST_BITS);
    file("west/old/anyip-routes.cfg", HOST_BITS);

    assertThatThrownBy(mojo::execute).hasMessage("viplint found 2 errors, see above");
  }

  @Test
  @DisplayName("fails for a file in which nothing is recognised, unless told not to")
  void inputProblems() throws IOException {
    file("anyip-routes.cfg", GOOD);
    Files.write(dir.resolve("haproxy.cfg"), new byte[] {(byte) 0xff, (byte) 0xd8, 0, 0, 1, 0});

    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("viplint found 1 file that could not be read or recognised, see above");
    assertThat(log.lines()).anyMatch(line -> line.startsWith("[ERROR] haproxy.cfg: "));

    mojo.failOnInputProblem = false;
    assertThatCode(mojo::execute).doesNotThrowAnyException();
    assertThat(log.lines()).anyMatch(line -> line.startsWith("[WARNING] haproxy.cfg: "));
  }

  @Test
  @DisplayName("says that it found no file, and passes")
  void noFile() throws Exception {
    mojo.execute();

    assertThat(log.lines()).containsExactly("[INFO] No file to lint");
  }

  @Test
  @DisplayName("does nothing when it is skipped")
  void skip() throws Exception {
    file("anyip-routes.cfg", HOST_BITS);
    mojo.skip = true;

    mojo.execute();

    assertThat(log.lines()).containsExactly("[INFO] viplint is skipped");
  }

  @Test
  @DisplayName("writes reports from the project's folder on, also when it fails")
  void reports() throws IOException {
    file("anyip-routes.cfg", HOST_BITS);
    Path absolute = dir.resolve("viplint.txt").toAbsolutePath();
    mojo.reports = List.of("json=out/viplint.json", "text=" + absolute);

    assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);

    assertThat(dir.resolve("out/viplint.json"))
        .content()
        .contains("\"formatVersion\"", "\"file\"", "anyip-routes.cfg", "VL101")
        .doesNotContain(dir.toString());
    assertThat(absolute).content().startsWith("error[VL101/anyip-host-bits-set]: ");
  }

  /** Who has the old one open goes on reading it to its end. */
  @Test
  @DisplayName("puts reports and the baseline in the place of old ones, as a whole")
  void wholeFiles() throws Exception {
    file("anyip-routes.cfg", HOST_BITS);
    mojo.reports = List.of("text=viplint.txt");
    mojo.baseline = new File("known.json");
    mojo.writeBaseline = true;
    file("viplint.txt", "old");
    file("known.json", "{\"formatVersion\": 1, \"findings\": []}");
    for (String name : List.of("viplint.txt", "known.json")) {
      Files.createLink(dir.resolve("old-" + name), dir.resolve(name));
    }

    mojo.execute();

    assertThat(dir.resolve("old-viplint.txt")).hasContent("old");
    assertThat(dir.resolve("viplint.txt")).content().contains("1 suppressed");
    assertThat(dir.resolve("old-known.json"))
        .hasContent("{\"formatVersion\": 1, \"findings\": []}");
    assertThat(dir.resolve("known.json")).content().contains("VL101");
    assertThat(dir).isDirectoryNotContaining("glob:**/.viplint-*");
  }

  @Test
  @DisplayName("refuses a set-up that can't be meant, before it looks at anything")
  void brokenSetUp() throws IOException {
    file("anyip-routes.cfg", HOST_BITS);
    file("folder/some.txt", "");

    mojo.failOn = "fatal";
    refused("failOn is 'fatal', and must be one of: error, warning, info, never");
    mojo.failOn = "error";

    mojo.reports = List.of("viplint.json");
    refused("reports: 'viplint.json' is not FORMAT=FILE");
    mojo.reports = List.of("pdf=viplint.pdf");
    refused("reports: there is no format 'pdf'; there are: text, concise, json");
    mojo.reports = List.of("json=folder");
    refused("reports: '" + dir.resolve("folder") + "' is a folder");

    mojo.reports = List.of("json=anyip-routes.cfg/viplint.json");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("the report '")
        .hasMessageEndingWith("' could not be written");
  }

  private void refused(String message) {
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith(message);
    assertThat(log.lines()).isEmpty();
  }

  @Test
  @DisplayName("leaves the modules of the project to their own runs")
  void modules() throws Exception {
    file("east/anyip-routes.cfg", HOST_BITS);
    file("west/pom.xml", "<project/>");
    file("west/anyip-routes.cfg", HOST_BITS);
    mojo.modules = List.of("east", "west/pom.xml", "../beside");

    mojo.execute();

    assertThat(log.lines()).containsExactly("[INFO] No file to lint");
  }

  @Test
  @DisplayName("heeds the configuration beside the POM: rules, suppressions, reports")
  void configured() throws Exception {
    file("anyip-routes.cfg", HOST_BITS + "10.20.40.0/26\n");
    file(
        ".viplint.yaml",
        """
        rules: {anyip-lines-lost: off}
        suppressions:
          - {rule: VL101, path: anyip-routes.cfg, reason: a course's riddle}
          - {rule: VL102, reason: gone}
        reports: {json: reports/viplint.json}
        """);

    mojo.execute();

    assertThat(log.lines())
        .anyMatch(line -> line.startsWith("[WARNING] .viplint.yaml:4:12: warning[VL903] no VL102"))
        .anyMatch(line -> line.startsWith("[INFO] 1 finding is suppressed (1 error): 1 by .vip"));
    assertThat(dir.resolve("reports/viplint.json")).content().contains("a course's riddle");
  }

  @Test
  @DisplayName(
      "judges no suppression that is about files of other modules, and writes no report twice")
  void configurationOfAllModules() throws Exception {
    file(".viplint.yaml", "suppressions: [{rule: VL102, reason: x}]\nreports: {json: x.json}\n");
    file("east/anyip-routes.cfg", GOOD);
    mojo.basedir = dir.resolve("east").toFile();

    mojo.execute();

    assertThat(log.lines()).noneMatch(line -> line.contains("VL903"));
    assertThat(dir.resolve("x.json")).doesNotExist();
  }

  @Test
  @DisplayName("reports only what the baseline does not know, and writes it")
  void baseline() throws Exception {
    file("anyip-routes.cfg", HOST_BITS);
    mojo.baseline = new File(".viplint-baseline.json");
    mojo.writeBaseline = true;
    mojo.execute();

    mojo.writeBaseline = false;
    mojo.execute();

    file("anyip-routes.cfg", HOST_BITS + "10.20.40.1/26\n");
    mojo.failOn = "warning";
    assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
    assertThat(log.lines()).anyMatch(line -> line.contains("anyip-routes.cfg:2:1: error[VL101]"));
  }

  @Test
  @DisplayName("takes no notice of comments when told so")
  void comments() throws Exception {
    file("anyip-routes.cfg", "# viplint: ignore[VL101] a riddle\n" + HOST_BITS);
    assertThatCode(mojo::execute).doesNotThrowAnyException();

    mojo.inlineIgnore = false;
    assertThatThrownBy(mojo::execute).isInstanceOf(MojoFailureException.class);
  }

  @Test
  @DisplayName("says file, line and column of a wrong configuration")
  void wrongConfiguration() throws IOException {
    file("anyip-routes.cfg", GOOD);
    file(".viplint.yaml", "rules: {VL1O1: off}\n");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining(".viplint.yaml:1:9: there is no rule `VL1O1`; did you mean `VL101`?");
  }
}
