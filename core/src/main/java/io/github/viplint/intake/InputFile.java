package io.github.viplint.intake;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One input to read.
 *
 * @param shown the path as given, or {@code -}
 * @param path empty for standard input
 * @param folder the folder as given that it was found in; empty for what was named itself
 */
record InputFile(String shown, Optional<Path> path, Optional<Path> folder) {
  boolean isNamed() {
    return folder.isEmpty();
  }
}
