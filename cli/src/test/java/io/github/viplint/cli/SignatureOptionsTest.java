package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureOptionsTest {
  private static final String PACK =
      """
      rules:
        - {code: LAB101, name: disk-full, severity: error, summary: a disk is full}
      signatures:
        - id: disk-full
          rule: LAB101
          forms: [{literal: No space left, pattern: 'No space left on device'}]
          meaning: a disk of the appliance is full
          fix: make room in /var/log
          matches: [No space left on device]
          differs: [No space on device]
      """;

  @TempDir Path folder;
  private Path log;
  private Path pack;

  @BeforeEach
  void write() throws IOException {
    log = folder.resolve("journal.txt");
    Files.writeString(
        log,
        """
        Aug 04 14:05:25 lb haproxy[829]: No space left on device
        Aug 04 14:05:26 lb haproxy[831]: No space left on device
        """);
    pack = folder.resolve("pack.yaml");
    Files.writeString(pack, PACK);
  }

  @Test
  void messagesOfTheUsersOwnAreFindings() {
    Program.Outcome outcome =
        new Program().run("--format", "concise", "--signatures", pack.toString(), log.toString());

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("journal.txt:1:1: error[LAB101] a disk of the appliance is full")
        .containsOnlyOnce("LAB101");
  }

  @Test
  void theConfigurationNamesThemFromItsOwnFolder() throws IOException {
    Path configuration = folder.resolve("viplint.yaml");
    Files.writeString(configuration, "signatures: [pack.yaml]\n");

    Program.Outcome outcome =
        new Program().run("--config", configuration.toString(), log.toString());

    assertThat(outcome.out())
        .contains("a disk of the appliance is full", "2 times", "make room in /var/log");
  }

  @Test
  void aMistakeInTheFileIsWrongUsage() throws IOException {
    Files.writeString(pack, PACK.replace("No space left on device]", "disk full]"));

    Program.Outcome outcome = new Program().run("--signatures", pack.toString(), log.toString());

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("pack.yaml:4: disk-full does not match its example: disk full");
  }

  @Test
  void aRuleThatDoesNotExistIsWrongUsage() throws IOException {
    Files.writeString(pack, PACK.replace("rule: LAB101", "rule: LAB102"));

    Program.Outcome outcome = new Program().run("--signatures", pack.toString(), log.toString());

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("disk-full names the rule LAB102, and there is none");
  }

  @Test
  void anIdThatIsTakenIsWrongUsage() throws IOException {
    Files.writeString(pack, PACK.replace("id: disk-full", "id: haproxy-cannot-bind"));

    Program.Outcome outcome = new Program().run("--signatures", pack.toString(), log.toString());

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("two signatures are called haproxy-cannot-bind");
  }
}
