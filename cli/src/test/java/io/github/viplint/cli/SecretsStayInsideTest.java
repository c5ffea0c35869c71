package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The secrets of {@code testdata/bundles/secrets} get out by no command, format or option. */
class SecretsStayInsideTest {
  private static final Path BUNDLE = Path.of("../testdata/bundles/secrets");

  /** How secrets look in the bundle; nothing else in it looks so. */
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("[A-Z][a-z]+-[A-Z][a-z]+-[0-9]{2,4}"),
          Pattern.compile("(?<=password \\$[156]\\$)\\S+"),
          Pattern.compile("eyJ[\\w.-]+"),
          Pattern.compile("(?<=Basic )[\\w=]+"),
          Pattern.compile("LS0t[\\w=]+"),
          Pattern.compile("(?<=bundle-token: )\\w+"),
          Pattern.compile("(?m)^[A-Za-z0-9+/]{9,}(?:==)?$"));

  private static final List<String> SECRETS = secrets();

  private static List<String> secrets() {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(BUNDLE)) {
      for (Path file : files.toList()) {
        for (Pattern form : FORMS) {
          Matcher matcher = form.matcher(Files.readString(file));
          while (matcher.find()) {
            found.add(matcher.group());
          }
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return found.stream().distinct().toList();
  }

  @Test
  void thereAreSecretsToKeep() {
    assertThat(SECRETS)
        .hasSizeGreaterThan(20)
        .contains("Maple-Bridge-66", "Hi0jKl1mNo==", "4f2a99c1d7e84b6fa5c3");
  }

  static Stream<String> commands() {
    List<String> commands = new ArrayList<>();
    for (String format : ReportFormat.ids()) {
      commands.add("check --format " + format);
      commands.add("check --format " + format + " -v --color always");
      commands.add("check --format " + format + " -q");
    }
    commands.add("check --kind journal=*.txt --kind kubectl=*.pem -v");
    commands.add("check --kind haproxy-cfg=* -v");
    commands.add("check --kind anyip-routes=* -v");
    commands.add("check --kind ip-rule=* -v");
    commands.add("check --kind certificate=* -v");
    commands.add("inputs");
    commands.add("inputs -v");
    commands.add("inputs --format json");
    commands.add("inputs --kind route-tables=*");
    return commands.stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void printsNone(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.add(BUNDLE.toString());

    keepsThem(new Program().run(words.toArray(String[]::new)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void printsNoneOfOnePaste(String command) throws IOException {
    StringBuilder paste = new StringBuilder();
    for (String name :
        List.of("session.txt", "haproxy.cfg", "anyip-routes.cfg", "wcpsvc.log", "server.pem")) {
      paste.append("root@lb1 [ ~ ]# cat /etc/").append(name).append('\n');
      paste.append(Files.readString(BUNDLE.resolve(name)));
    }
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.add("-");

    keepsThem(new Program().in(paste.toString()).run(words.toArray(String[]::new)));
  }

  @Test
  void writesNone(@TempDir Path folder) throws IOException {
    List<String> words = new ArrayList<>(List.of("check", "-v"));
    for (String format : ReportFormat.ids()) {
      words.add("--report");
      words.add(format + "=" + folder.resolve(format));
    }
    words.add(BUNDLE.toString());

    assertThat(new Program().run(words.toArray(String[]::new)).exit()).isEqualTo(Exit.FINDINGS);

    for (String format : ReportFormat.ids()) {
      assertThat(Files.readString(folder.resolve(format))).contains("VL101").satisfies(this::none);
    }
  }

  /** As a rule's message quotes what it judges, it has to be masked as well. */
  @Test
  void aMessageThatQuotesASecretIsMasked() {
    String out = new Program().run("check", "--format", "concise", BUNDLE.toString()).out();

    assertThat(out).contains("error[VL102] **** is no prefix");
  }

  private void keepsThem(Program.Outcome outcome) {
    assertThat(outcome.exit()).isNotEqualTo(Exit.INTERNAL);
    assertThat(outcome.out()).isNotBlank().satisfies(this::none);
    assertThat(outcome.err()).satisfies(this::none);
  }

  private void none(String text) {
    assertThat(SECRETS).noneMatch(text::contains);
  }
}
