package io.github.viplint.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A new folder that files are written to, and nothing beside it. */
final class OutputFolder {
  private final Path folder;

  OutputFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /**
   * Why it can't be written to.
   *
   * @param inputs paths that are read: it must not lie in one of them, nor one of them in it
   */
  Optional<String> refusal(List<String> inputs) throws IOException {
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      if (!Files.isDirectory(folder)) {
        return Optional.of("'" + folder + "' is a file; name a new folder");
      }
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        if (entries.iterator().hasNext()) {
          return Optional.of("'" + folder + "' is not empty; name a new folder");
        }
      }
    }
    Path real = real(folder);
    for (String input : inputs) {
      Path path = input.equals("-") ? null : real(Path.of(input).toAbsolutePath().normalize());
      if (path != null && (real.startsWith(path) || path.startsWith(real))) {
        return Optional.of("'" + folder + "' lies in what is to be copied; name one elsewhere");
      }
    }
    return Optional.empty();
  }

  /** The path without links, as far as it exists. */
  private static Path real(Path path) throws IOException {
    Path there = path;
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there.toRealPath().resolve(there.relativize(path)).normalize();
  }

  /**
   * Writes a new file.
   *
   * @param place below this folder, with slashes
   */
  void write(String place, byte[] bytes) throws IOException {
    Path file = folder.resolve(place).normalize();
    if (!file.startsWith(folder) || file.equals(folder)) {
      throw new IOException("a name leads out of the folder");
    }
    Files.createDirectories(file.getParent());
    Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }
}
