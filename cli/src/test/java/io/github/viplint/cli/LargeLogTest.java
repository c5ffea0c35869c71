package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is never held whole is reported like any other. */
class LargeLogTest {
  private static final int BEFORE = 60_000;

  @TempDir Path folder;
  private Path log;

  @BeforeEach
  void write() throws IOException {
    log = folder.resolve("wcpsvc.log");
    try (BufferedWriter out = Files.newBufferedWriter(log)) {
      plain(out, BEFORE);
      out.write(
          "2024-10-01T03:00:00.5Z error wcp [lbapi/haproxy.go:331] [opID=66912233] Post"
              + " \"https://wcp:s3cret@172.21.5.9:5556/v2/transactions\": dial tcp 172.21.5.9:5556:"
              + " connect: connection refused\n");
      plain(out, BEFORE);
    }
    assertThat(Files.size(log)).isGreaterThan(8 << 20);
  }

  private static void plain(Writer out, int lines) throws IOException {
    for (int i = 0; i < lines; i++) {
      out.write("2024-10-01T02:09:28.793Z debug wcp [a/b.go:1] [opID=6691" + i + "] still here\n");
    }
  }

  @Test
  void aFindingHasItsLineColumnAndExcerptWithSecretsMasked() {
    Program.Outcome run = new Program().run("--fail-on", "never", log.toString());
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out())
        .contains("VL701")
        .contains(log + ":60001:1")
        .contains("60001 | 2024-10-01T03:00:00.5Z error wcp")
        .doesNotContain("s3cret");
  }

  @Test
  void everyLineIsAccountedFor() {
    assertThat(new Program().run("inputs", log.toString()).out())
        .contains("wcpsvc-log")
        .contains(":1-120001")
        .contains("120001 lines: 1 understood, 120000 scanned");
  }

  @Test
  void whatFollowsALogAndIsNoneIsNotPassedOver() throws IOException {
    try (Writer out = Files.newBufferedWriter(log, java.nio.file.StandardOpenOption.APPEND)) {
      out.write("root@haproxy [ ~ ]# cat /etc/vmware/anyip-routes.cfg\n10.10.18.18/28\n");
    }
    Program.Outcome run = new Program().run(log.toString());
    assertThat(run.out() + run.err()).contains("10.10.18.18/28 is");
  }

  /** More entries matter than are looked at: that is said once, with the lines that were not. */
  @Test
  void aLogInWhichEveryLineMattersIsReadInLittleMemoryAndSaidToBeCutOff()
      throws IOException, InterruptedException {
    int lines = 500_000;
    try (BufferedWriter out = Files.newBufferedWriter(log)) {
      for (int i = 0; i < lines; i++) {
        out.write(
            "2024-10-01T03:00:00.5Z error wcp [lbapi/haproxy.go:331] [opID=6691"
                + i
                + "] dial tcp 172.21.5.9:5556: connect: connection refused\n");
      }
    }
    Program.Outcome run = new Child(folder).withMemory(128).run("-v", log.toString());
    assertThat(run.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(run.out())
        .containsOnlyOnce("error[VL701")
        .contains("500000 lines: 50000 understood, 450000 not");
    assertThat(run.err().lines().filter(line -> line.startsWith("viplint: " + log)))
        .satisfiesExactly(
            line -> assertThat(line).contains("more than 16 MB of lines that matter; from line "),
            line ->
                assertThat(line)
                    .contains(log + ":50001:1: too many lines matter: after 50000 entries")
                    .containsPattern("no more were looked at, up to line 1\\d{5}$"));
  }
}
