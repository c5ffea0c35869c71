package io.github.viplint.rules.haproxy.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Random files, right and with up to two slips in them, judged by the haproxy of this machine and
 * by viplint: both take the file, or both reject it, on the same line where haproxy names one. A
 * failure prints its seed and the least file that shows it.
 */
class GeneratedConfigTest {
  private static final int TRIES = 60;

  private static RealHaproxy haproxy;
  private static String version;

  /**
   * @param pick which of the places that the slip fits
   */
  record Mistake(Slip slip, int pick) {}

  @BeforeContainer
  static void needsHaproxy() {
    haproxy = RealHaproxy.required();
    version = haproxy.version();
  }

  @Property(
      tries = TRIES,
      seed = "2206",
      shrinking = ShrinkingMode.BOUNDED,
      edgeCases = EdgeCasesMode.NONE)
  void bothSayTheSame(
      @ForAll("sketches") ConfigSketch sketch, @ForAll("mistakes") List<Mistake> mistakes)
      throws IOException {
    compare(sketch, mistakes);
  }

  @Tag("long")
  @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void andSoOfOtherFilesEachTime(
      @ForAll("sketches") ConfigSketch sketch, @ForAll("mistakes") List<Mistake> mistakes)
      throws IOException {
    compare(sketch, mistakes);
  }

  @Provide
  Arbitrary<ConfigSketch> sketches() {
    return ConfigSketch.any();
  }

  @Provide
  Arbitrary<List<Mistake>> mistakes() {
    return Combinators.combine(Arbitraries.of(Slip.class), Arbitraries.integers().between(0, 40))
        .as(Mistake::new)
        .list()
        .uniqueElements(Mistake::slip)
        .ofMaxSize(2);
  }

  private static void compare(ConfigSketch sketch, List<Mistake> mistakes) throws IOException {
    List<String> lines = sketch.lines();
    for (Mistake mistake : mistakes) {
      lines = mistake.slip().in(lines, mistake.pick());
    }
    Path file = Files.createTempFile("generated", ".cfg");
    try {
      Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
      Verdict verdict = haproxy.check(file);
      Judged judged = Judged.of(file, version);
      boolean same =
          switch (verdict.kind()) {
            case ACCEPTED, NO_LISTENER -> judged.silent();
            case REJECTED -> judged.rejectsLike(verdict);
            case ENVIRONMENT -> false;
          };
      assertThat(same)
          .as("haproxy: %s%nviplint: %s%n%s", verdict, judged, numbered(lines))
          .isTrue();
    } finally {
      Files.delete(file);
    }
  }

  private static String numbered(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(String.format("%3d %s%n", i + 1, lines.get(i)));
    }
    return text.toString();
  }
}
