package io.github.viplint.rules.haproxy.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Lines of our own, {@code testdata/haproxy/lines.tsv}, each put into a small valid haproxy.cfg
 * that the haproxy of this machine judges as the test runs. viplint says the same of every one.
 */
class LineAgreementTest {
  private static final Path LINES = Path.of("..", "testdata", "haproxy", "lines.tsv");

  /** What a line goes into: it ends each section, so that what it breaks stays its own. */
  private static final String FILE =
      """
      global
        maxconn 100
      %s
      defaults d
        mode http
        timeout connect 5s
        timeout client 1m
        timeout server 1m
      %s
      frontend f
        bind 127.0.0.1:18001
        default_backend b
      %s
      backend b
        server s1 127.0.0.1:18002
      %s
      listen l
        bind 127.0.0.1:18003
        server s1 127.0.0.1:18004
      %s
      """;

  private static final List<String> SECTIONS =
      List.of("global", "defaults", "frontend", "backend", "listen");

  @Test
  void saysWhatHaproxySays() throws IOException {
    RealHaproxy haproxy = RealHaproxy.required();
    String version = haproxy.version();
    List<String> differing = new ArrayList<>();
    int rejected = 0;
    int lines = 0;
    for (String row : Files.readAllLines(LINES, StandardCharsets.UTF_8)) {
      if (row.isEmpty() || row.startsWith("#")) {
        continue;
      }
      String[] cells = row.split("\t", 2);
      Path file = file(cells[0], cells[1]);
      Verdict verdict = haproxy.check(file);
      Judged judged = Judged.of(file, version);
      Files.delete(file);
      boolean agrees =
          switch (verdict.kind()) {
            case ACCEPTED -> judged.silent();
            case REJECTED -> judged.rejectsLike(verdict);
            case ENVIRONMENT, NO_LISTENER -> false;
          };
      if (!agrees) {
        differing.add(row + "\n    haproxy: " + verdict + "\n    viplint: " + judged);
      }
      rejected += verdict.kind() == Verdict.Kind.REJECTED ? 1 : 0;
      lines++;
    }
    System.out.printf(
        "haproxy %s and viplint say the same of %d of %d lines, %d of them rejected%n",
        version, lines - differing.size(), lines, rejected);
    differing.forEach(System.out::println);
    assertThat(lines).isGreaterThan(100);
    assertThat(differing).isEmpty();
  }

  /** {@code SECTION LINE}; a {@code \n} in the line begins another. */
  private static Path file(String section, String line) {
    int place = SECTIONS.indexOf(section);
    if (place < 0) {
      throw new IllegalArgumentException("no section to put a line into: " + section);
    }
    Object[] parts = {"", "", "", "", ""};
    parts[place] = "  " + line.replace("\\n", "\n  ");
    try {
      return Files.writeString(
          Files.createTempFile("haproxy", ".cfg"), FILE.formatted(parts), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
