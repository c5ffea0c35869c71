package io.github.viplint.read.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.Reading;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.read.Pasted;
import io.github.viplint.read.line.Lines;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A file that several cores read is the file that one reads. */
class HaproxyStretchTest {

  @Property
  void stretchesAddUpToTheFile(@ForAll("files") String text, @ForAll @IntRange(max = 80) int size) {
    Capture capture = Pasted.file(CaptureKind.HAPROXY_CFG, text);
    assertThat(said(new HaproxyCfgReader(size).read(capture)))
        .isEqualTo(said(new HaproxyCfgReader(Integer.MAX_VALUE).read(capture)));
  }

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.of(
            "listen x",
            "frontend a b",
            "    mode tcp",
            "  bind \"$A\":443 name a\\ b",
            "  server s 10.0.0.1:80 check weight 10",
            "  no option tcplog # \"comment\"",
            "  acl x path 'a",
            ".if defined(A)",
            ".endif",
            "[scope",
            "",
            "...",
            "log-format \"${A[*]}\"\r",
            "\u0000")
        .list()
        .ofMaxSize(40)
        .flatMap(lines -> Arbitraries.of("", "\n").map(end -> String.join("\n", lines) + end));
  }

  @Test
  void problemsAreCountedAcrossStretches() {
    String tooLong = "a".repeat(Lines.LONGEST + 1) + "\n";
    Capture capture =
        Pasted.file(CaptureKind.HAPROXY_CFG, "global\n" + tooLong + "daemon\n" + tooLong);
    Reading reading = new HaproxyCfgReader(1).read(capture);
    assertThat(reading.problems())
        .extracting(problem -> problem.place().orElseThrow().startLine())
        .containsExactly(2, 4);
    assertThat(reading.coverage().problems()).isEqualTo(2);
    assertThat(reading.coverage().total()).isEqualTo(4);
  }

  /** All that a reading says, for people to compare. */
  private static List<String> said(Reading reading) {
    HaproxyCfg cfg = (HaproxyCfg) reading.facts().get(0);
    List<String> said = new ArrayList<>();
    said.add(reading.coverage() + " " + reading.problems());
    cfg.faults().forEach(fault -> said.add(fault.kind() + " " + fault.span()));
    for (Section section : cfg.sections()) {
      said.add(line(section.header()));
      section.directives().forEach(line -> said.add("  " + line(line)));
    }
    return said;
  }

  private static String line(Directive line) {
    StringBuilder said = new StringBuilder(line.prefix() + (line.isConditional() ? " maybe" : ""));
    for (int i = 0; i < line.size(); i++) {
      said.append(' ').append(line.word(i)).append('@').append(line.span(i));
      said.append(line.isCooked(i) ? "c" : "").append(line.holdsVariable(i) ? "v" : "");
    }
    return said.append(line.expands()).toString();
  }
}
