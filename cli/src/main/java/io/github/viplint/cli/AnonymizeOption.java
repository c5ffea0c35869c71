package io.github.viplint.cli;

import io.github.viplint.Viplint;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether what is told has the lab's own names and addresses. */
final class AnonymizeOption {
  static final String NAME = "--anonymize";

  @Option(
      names = NAME,
      paramLabel = "[=KEY]",
      hideParamSyntax = true,
      description =
          "Put other names and addresses in place of the lab's, networks and ranges kept;"
              + " with a KEY the same in each run.")
  private Optional<String> key = Optional.empty();

  boolean asked() {
    return key.isPresent();
  }

  /** What the user gave; empty where the key is to be a random one. */
  Optional<String> key() {
    return key.filter(text -> !text.isEmpty());
  }

  /** The library that tells what is asked for. */
  Viplint of(Viplint library) {
    return asked() ? library.anonymizing(key()) : library;
  }
}
