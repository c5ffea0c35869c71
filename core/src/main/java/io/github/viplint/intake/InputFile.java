package io.github.viplint.intake;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One input to read.
 *
 * @param shown the path as given, {@code -}, or {@code bundle.tgz!/member}
 * @param path empty for standard input; of a member where it would be, were its archive the folder
 *     {@code bundle.tgz!}
 * @param folder the folder as given, or the archive, that it was found in; empty for what was named
 *     itself
 * @param rest the other parts of a file that was cut into pieces, in order
 */
record InputFile(String shown, Optional<Path> path, Optional<Path> folder, List<Path> rest) {
  InputFile {
    rest = List.copyOf(rest);
  }

  InputFile(String shown, Optional<Path> path, Optional<Path> folder) {
    this(shown, path, folder, List.of());
  }

  boolean isNamed() {
    return folder.isEmpty();
  }

  /** This file with one more part. */
  InputFile with(InputFile part) {
    List<Path> more = new ArrayList<>(rest);
    part.path().ifPresent(more::add);
    return new InputFile(shown, path, folder, more);
  }

  /**
   * A member of this archive.
   *
   * @param origin begins as the archive is shown
   */
  InputFile member(String origin) {
    String archive = path.map(Path::toString).orElse(shown) + "!";
    String below = origin.substring(shown.length() + 1);
    return new InputFile(origin, pathOf(archive + below), pathOf(archive));
  }

  /** What an archive is called, of the folder that it would be. */
  static String withoutMark(String folder) {
    return folder.endsWith("!") ? folder.substring(0, folder.length() - 1) : folder;
  }

  private static Optional<Path> pathOf(String path) {
    try {
      return Optional.of(Path.of(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
