package io.github.viplint.intake;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

/** A shell pattern for paths as the user gave them; one that is no pattern stands for itself. */
final class Glob {
  private final String glob;

  Glob(String glob) {
    this.glob = glob;
  }

  /** Does it fit the path as given, or the file's name alone? */
  boolean fits(String path) {
    if (path.equals(glob)) {
      return true;
    }
    try {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
      Path given = Path.of(path);
      Path name = given.getFileName();
      return matcher.matches(given) || (name != null && matcher.matches(name));
    } catch (PatternSyntaxException | InvalidPathException e) {
      return false;
    }
  }

  /** Does it fit the path as given, its name, or a folder above it? */
  boolean holds(String path) {
    if (fits(path)) {
      return true;
    }
    try {
      for (Path folder = Path.of(path).getParent(); folder != null; folder = folder.getParent()) {
        if (fits(folder.toString())) {
          return true;
        }
      }
    } catch (InvalidPathException e) {
      return false;
    }
    return false;
  }
}
