package io.github.viplint.cli;

import io.github.viplint.capture.Inputs;
import io.github.viplint.config.Configuration;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What to look at. */
final class InputOptions {
  @Parameters(
      paramLabel = "PATH",
      description = "Files and folders; - is standard input, which is read too when none is given.")
  private List<String> paths = new ArrayList<>();

  @Mixin private InputLabels labels = new InputLabels();

  /** Nothing named yet. */
  InputOptions() {}

  InputOptions(List<String> paths) {
    this.paths = paths;
  }

  /** What was named. */
  List<String> paths() {
    return paths;
  }

  /** The inputs; says on standard error when it waits for someone to paste. */
  Inputs inputs(Session session, Configuration configuration) {
    List<String> given = paths.isEmpty() ? List.of("-") : paths;
    if (isWord(given.get(0))) {
      session
          .err()
          .println(
              "viplint: there is no command '"
                  + given.get(0)
                  + "' (viplint --help lists all), so it is taken for a path");
    }
    return labels.inputs(given, session, configuration);
  }

  /** Whether it reads like a command: a plain word that names no file. */
  private static boolean isWord(String path) {
    return !path.isEmpty()
        && path.chars().allMatch(c -> c >= 'a' && c <= 'z')
        && !Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS);
  }
}
