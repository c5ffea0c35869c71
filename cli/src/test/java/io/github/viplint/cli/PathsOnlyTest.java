package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.Viplint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.OptionSpec;

/** A command line of paths alone goes past the parser, and nobody notices. */
class PathsOnlyTest {
  private static final String BUNDLES = "../testdata/bundles/";

  private static Program program() {
    return new Program().with(Viplint::standard);
  }

  static Stream<List<String>> paths() {
    return Stream.of(
        List.of(BUNDLES + "refused-range"),
        List.of(BUNDLES + "refused-range", BUNDLES + "chain-bad-line"),
        List.of("check", BUNDLES + "refused-range"),
        List.of("no such file"),
        List.of("chek"),
        List.of(""),
        List.of("-"),
        List.of());
  }

  @ParameterizedTest
  @MethodSource("paths")
  void sayWhatTheParsedOnesSay(List<String> paths) {
    Program.Outcome plain = program().in("").run(paths.toArray(String[]::new));
    // each is the default, and an option needs the parser
    for (String option :
        List.of("--fail-on=error", "--format=text", "--min-severity=info", "--color=auto")) {
      Program.Outcome parsed =
          program()
              .in("")
              .run(Stream.concat(Stream.of(option), paths.stream()).toArray(String[]::new));
      assertThat(plain).isEqualTo(parsed);
    }
  }

  @Test
  void areNotParsed() {
    Commands commands = new Commands(null);
    assertThat(Arguments.of(commands, "a", "-").arePathsToCheck()).isTrue();
    assertThat(Arguments.of(commands, "check", "fix").arePathsToCheck()).isTrue();
    assertThat(Arguments.of(commands, "a", "--", "-x").arePathsToCheck()).isFalse();
    assertThat(Arguments.of(commands, "-q", "a").arePathsToCheck()).isFalse();
    assertThat(Arguments.of(commands, "a", "-h").arePathsToCheck()).isFalse();
    assertThat(Arguments.of(commands, "fix", "a").arePathsToCheck()).isFalse();
    assertThat(Arguments.of(commands, "--help").arePathsToCheck()).isFalse();
  }

  /** {@link Arguments} asks the first command that knows an option whether a value follows it. */
  @Test
  void anOptionTakesAValueInAllCommandsOrInNone() {
    Commands commands = new Commands(null);
    Map<String, Boolean> known = new HashMap<>();
    for (String name : commands.names()) {
      for (OptionSpec option : commands.get(name).getCommandSpec().options()) {
        boolean takes = option.arity().max() > 0;
        for (String spelled : option.names()) {
          Boolean before = known.putIfAbsent(spelled, takes);
          assertThat(before).as(name + " " + spelled).isIn(null, takes);
        }
      }
    }
    assertThat(known).containsEntry("--in", true).containsEntry("-q", false);
  }

  @Test
  void commandsAreKnownByTheirOwnNames() {
    Commands commands = new Commands(null);
    for (String name : commands.names()) {
      assertThat(commands.get(name).getCommandSpec().name()).isEqualTo(name);
    }
  }
}
