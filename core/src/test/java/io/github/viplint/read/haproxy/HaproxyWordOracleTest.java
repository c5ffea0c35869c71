package io.github.viplint.read.haproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.SyntaxFault;
import io.github.viplint.read.Pasted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random lines, and the words that the haproxy of this machine makes of them. */
class HaproxyWordOracleTest {
  private static final int LINES = 150;
  private static final Path HAPROXY = Path.of("/usr/sbin/haproxy");

  private static final String[] PARTS = {
    "a", "b", " ", "\t", "\"", "\"", "'", "\\", "#", "$", "${", "}", "-", "\\x4", "1", "[*]", "_",
    "."
  };

  private static final Map<SyntaxFault.Kind, String> PRINTED =
      Map.of(
          SyntaxFault.Kind.UNMATCHED_QUOTE, "unmatched quote",
          SyntaxFault.Kind.UNMATCHED_BRACE, "unmatched brace",
          SyntaxFault.Kind.BAD_VARIABLE_NAME, "forbidden first char",
          SyntaxFault.Kind.BAD_HEX, "hexadecimal sequence",
          SyntaxFault.Kind.BAD_EXPANSION, "word expansion sequence");

  private static final Pattern VALUE = Pattern.compile("\\[[^]]*:4\\]: '(.*)'\\.");
  private static final Pattern SECOND =
      Pattern.compile("Unexpected argument '(.*)' for '\\.notice'");

  @TempDir Path folder;

  @Test
  void haproxyMakesTheSameWords() throws Exception {
    assumeTrue(Files.isExecutable(HAPROXY), "no " + HAPROXY);
    assumeTrue(run("one").contains("'one'."), "a haproxy without .notice");
    Random random = new Random(7);
    int values = 0;
    int faults = 0;
    for (int i = 0; i < LINES; i++) {
      StringBuilder raw = new StringBuilder("w");
      for (int k = random.nextInt(10); k >= 0; k--) {
        raw.append(PARTS[random.nextInt(PARTS.length)]);
      }
      String text = ".notice " + raw;
      HaproxyLine line = new HaproxyLine(Pasted.file(CaptureKind.HAPROXY_CFG, text + "\n"));
      line.read(0, text.length());
      String printed = run(raw.toString());
      if (line.isOpen()) {
        SyntaxFault fault =
            line.faults().stream()
                .filter(f -> PRINTED.containsKey(f.kind()))
                .findFirst()
                .orElseThrow();
        assertThat(printed).as(text).contains(PRINTED.get(fault.kind()));
        faults++;
      } else if (!holdsVariable(line.directive().orElseThrow())) {
        assertThat(printed).as(text).doesNotContain("position");
        Directive directive = line.directive().orElseThrow();
        // An empty word is none for .notice.
        boolean second = directive.size() > 2 && !directive.word(2).isEmpty();
        Matcher told = (second ? SECOND : VALUE).matcher(printed);
        assertThat(told.find()).as(text + " gives " + printed).isTrue();
        assertThat(told.group(1)).as(text).isEqualTo(directive.word(second ? 2 : 1));
        values++;
      }
    }
    assertThat(values).isGreaterThan(30);
    assertThat(faults).isGreaterThan(30);
  }

  private static boolean holdsVariable(Directive line) {
    for (int i = 1; i < line.size(); i++) {
      if (line.holdsVariable(i)) {
        return true;
      }
    }
    return false;
  }

  /** What {@code haproxy -c} prints of a file whose fourth line is {@code .notice} and this. */
  private String run(String raw) throws IOException, InterruptedException {
    Path file = folder.resolve("x.cfg");
    // haproxy 2.6 needs a first line as long as any, or takes no default of a variable
    Files.writeString(
        file,
        "# " + "-".repeat(200) + "\nglobal\n  node " + "n".repeat(60) + "\n.notice " + raw + "\n");
    Process process =
        new ProcessBuilder(HAPROXY.toString(), "-c", "-f", file.toString())
            .redirectErrorStream(true)
            .start();
    byte[] printed = process.getInputStream().readAllBytes();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new String(printed, StandardCharsets.UTF_8);
  }
}
