package io.github.viplint.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Files that a configuration may have written: below its own folder, by no link, and not where git
 * keeps what it runs. Whoever runs viplint in a folder from elsewhere gets its configuration too.
 */
final class Inside {
  private Inside() {}

  /** The file that {@code path} names. */
  static Path of(Path folder, Node.Scalar path) throws ConfigurationException {
    check(path);
    Path file = folder.resolve(path.text()).normalize();
    try {
      Path there = file;
      while (there != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
        there = there.getParent();
      }
      boolean link = Files.isSymbolicLink(file);
      if (there == null || link || !there.toRealPath().startsWith(folder.toRealPath())) {
        throw new ConfigurationException(
            path.span(), "a link leads out of the folder of this file");
      }
    } catch (IOException e) {
      throw new ConfigurationException(path.span(), "can't be looked up");
    }
    return file;
  }

  /** Refuses a path that does not stay below. */
  static void check(Node.Scalar path) throws ConfigurationException {
    boolean inside;
    try {
      inside = !path.text().startsWith("/") && !Path.of(path.text()).isAbsolute();
    } catch (InvalidPathException e) {
      // a glob may hold what no file is called on this system
      inside = path.text().chars().noneMatch(c -> c == 0);
    }
    for (String name : path.text().split("/")) {
      inside &= !name.equals("..") && !name.equals(".git");
    }
    if (!inside) {
      throw new ConfigurationException(
          path.span(), "expected a path that starts and stays in the folder of this file");
    }
  }
}
