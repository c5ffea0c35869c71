package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What README.md shows of a command is what the command prints. */
class ReadmeTest {
  private static final Path README = Path.of("../README.md");

  /** A block with one command, and the block of what it prints. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "```sh\n\\./viplint ([^\n#]+)\n```\n(?:(?!.*\\./viplint).*\n)*?```text\n((?:(?!```).*\n)*)```");

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> samples() throws IOException {
    List<DynamicTest> samples =
        SAMPLE
            .matcher(Files.readString(README))
            .results()
            .map(one -> dynamicTest(one.group(1), () -> check(one.group(1), one.group(2))))
            .toList();
    assertThat(samples).hasSizeGreaterThan(3);
    return samples.stream();
  }

  private void check(String command, String shown) {
    String[] words =
        Arrays.stream(command.strip().split(" "))
            .map(word -> word.startsWith("testdata/") ? "../" + word : word)
            .map(word -> word.equals("shareable") ? folder.resolve(word).toString() : word)
            .toArray(String[]::new);
    String printed = new Program().run(words).out().replace("../testdata/", "testdata/");
    assertThat(printed).contains(shown);
  }
}
