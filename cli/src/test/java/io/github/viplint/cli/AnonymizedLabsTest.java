package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever is wrong with a lab is as wrong under other names and addresses. */
class AnonymizedLabsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Path folder;

  @BeforeTry
  void makesAFolder() throws IOException {
    folder = Files.createTempDirectory("lab");
  }

  @AfterTry
  void removesIt() throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 60)
  void theSameIsWrong(
      @ForAll("labs") LiveLab lab, @ForAll @AlphaChars @StringLength(min = 1, max = 9) String key)
      throws IOException {
    lab.forViplint(folder);
    assertThat(FoundRows.of(check("--anonymize=" + key))).isEqualTo(FoundRows.of(check()));
  }

  /** With up to three mistakes, each made in what the ones before it left. */
  @Provide
  Arbitrary<LiveLab> labs() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.of(Mistake.ALL).list().ofMaxSize(3))
        .as(
            (seed, mistakes) -> {
              Random random = new Random(seed);
              LiveLab lab = LiveLab.healthy(random);
              for (Mistake mistake : mistakes) {
                lab = withAnother(mistake, lab, random);
              }
              return lab;
            });
  }

  private static LiveLab withAnother(Mistake mistake, LiveLab lab, Random random) {
    try {
      return mistake.in(lab, random);
    } catch (RuntimeException e) {
      return lab; // the one before it left no place for it
    }
  }

  private JsonNode check(String... options) throws IOException {
    String[] words = new String[options.length + 3];
    System.arraycopy(options, 0, words, 0, options.length);
    words[options.length] = "--format";
    words[options.length + 1] = "json";
    words[options.length + 2] = folder.toString();
    Program.Outcome outcome = new Program().run(words);
    assertThat(outcome.exit()).isIn(Exit.OK, Exit.FINDINGS);
    return JSON.readTree(outcome.out());
  }
}
