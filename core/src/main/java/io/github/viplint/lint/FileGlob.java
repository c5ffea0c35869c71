package io.github.viplint.lint;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

/**
 * Files below a folder: a file, a folder with all that is in it, or a shell pattern of either.
 *
 * @param folder that the glob starts from, absolute
 * @param glob relative to it
 */
public record FileGlob(Path folder, String glob) {
  private static final String WILD = "*?[{\\";

  public FileGlob {
    matcher(glob);
  }

  private static PathMatcher matcher(String glob) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("'" + glob + "' is no glob: " + e.getDescription(), e);
    }
  }

  /**
   * Whether it fits a file, or a folder above it.
   *
   * @param file absolute
   */
  boolean fits(Path file) {
    if (!file.startsWith(folder)) {
      return false;
    }
    PathMatcher matcher = matcher(glob);
    for (Path at = folder.relativize(file); at != null; at = at.getParent()) {
      if (matcher.matches(at)) {
        return true;
      }
    }
    return false;
  }

  /** The innermost folder or file that holds all it can fit. */
  public Path top() {
    Path top = folder;
    for (String name : glob.split("/")) {
      if (name.chars().anyMatch(c -> WILD.indexOf(c) >= 0)) {
        break;
      }
      try {
        top = top.resolve(name);
      } catch (InvalidPathException e) {
        break;
      }
    }
    return top;
  }

  @Override
  public String toString() {
    return glob;
  }
}
