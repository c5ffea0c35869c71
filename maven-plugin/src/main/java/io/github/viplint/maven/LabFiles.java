package io.github.viplint.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.codehaus.plexus.util.MatchPatterns;

/** The files of a project that are to be linted. */
final class LabFiles {
  /** What a build made, and what version control keeps, is no one's configuration. */
  private static final Set<String> NEVER = Set.of("target", ".git", ".hg", ".svn");

  private final Path base;
  private final MatchPatterns includes;
  private final MatchPatterns excludes;
  private final MatchPatterns excludedFolders;
  private final Set<Path> notOwn;

  /**
   * @param base the project's folder
   * @param includes patterns as Maven's plugins take them, relative to {@code base}
   * @param notOwn folders to leave alone, absolute; those that are not below {@code base} don't
   *     matter
   */
  LabFiles(Path base, List<String> includes, List<String> excludes, List<Path> notOwn) {
    this.base = base;
    this.includes = patterns(includes);
    this.excludes = patterns(excludes);
    this.excludedFolders =
        patterns(excludes.stream().filter(p -> p.endsWith("**") || p.endsWith("/")).toList());
    this.notOwn = new HashSet<>(notOwn);
    // A module whose POM is beside the project's own is no reason to look at nothing.
    this.notOwn.remove(base);
  }

  private static MatchPatterns patterns(List<String> patterns) {
    return MatchPatterns.from(
        patterns.stream()
            .map(pattern -> pattern.endsWith("/") ? pattern + "**" : pattern)
            .map(pattern -> pattern.replace('/', File.separatorChar))
            .toArray(String[]::new));
  }

  /**
   * The files, relative to the base and sorted. A folder that can't be read is among them, so that
   * reading the files finds that out too.
   */
  List<String> find() throws IOException {
    List<String> found = new ArrayList<>();
    Files.walkFileTree(base, new Visit(found));
    found.sort(null);
    return found;
  }

  private String relative(Path path) {
    return base.relativize(path).toString();
  }

  private final class Visit extends SimpleFileVisitor<Path> {
    private final List<String> found;

    Visit(List<String> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return !folder.equals(base) && isLeftAlone(folder)
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    private boolean isLeftAlone(Path folder) {
      return NEVER.contains(folder.getFileName().toString())
          || notOwn.contains(folder)
          || excludedFolders.matches(relative(folder), true);
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = relative(file);
      if (includes.matches(name, true) && !excludes.matches(name, true)) {
        found.add(name);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
      if (path.equals(base)) {
        throw e;
      }
      if (!isLeftAlone(path)) {
        found.add(relative(path));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
