package io.github.viplint.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which lab an input belongs to: the first glob that holds it; else the folder that holds an
 * appliance's files, when there is more than one such folder; else the one lab of everything.
 */
final class LabNames {
  /** The lab of what was named one by one, and of standard input. */
  static final String COMMON = "lab";

  private final List<String> globs;
  private final List<Path> folders;

  private LabNames(List<String> globs, List<Path> folders) {
    this.globs = globs;
    this.folders = folders;
  }

  static LabNames of(Collection<InputFile> files, List<String> globs) {
    TreeSet<Path> roots = new TreeSet<>();
    for (InputFile file : files) {
      if (!file.isNamed()) {
        appliancesFolder(file.path().orElseThrow()).ifPresent(roots::add);
      }
    }
    List<Path> topmost = new ArrayList<>();
    for (Path root : roots) {
      if (topmost.stream().noneMatch(root::startsWith)) {
        topmost.add(root);
      }
    }
    return new LabNames(globs, topmost.size() > 1 ? topmost : List.of());
  }

  /** The folder that stands for the host: above {@code etc/vmware}, else the file's own. */
  private static Optional<Path> appliancesFolder(Path file) {
    Path name = file.getFileName();
    Path folder = file.getParent();
    if (name == null || folder == null || !KnownFile.isAppliances(name.toString())) {
      return Optional.empty();
    }
    Path above = folder.getParent();
    boolean inEtc = above != null && above.endsWith("etc");
    boolean sorted = above != null && (folder.endsWith("vmware") || folder.endsWith("haproxy"));
    if (inEtc) {
      return Optional.of(above.getParent() == null ? Path.of("") : above.getParent());
    }
    return Optional.of(sorted && isPair(folder) ? above : folder);
  }

  /** {@code vmware} and {@code haproxy} side by side are one appliance's {@code etc}. */
  private static boolean isPair(Path folder) {
    return java.nio.file.Files.isDirectory(folder.resolveSibling("vmware"))
        && java.nio.file.Files.isDirectory(folder.resolveSibling("haproxy"));
  }

  String of(InputFile file) {
    for (String glob : globs) {
      if (new Glob(glob).holds(file.shown())) {
        return glob;
      }
    }
    if (file.path().isPresent() && !file.isNamed()) {
      for (Path folder : folders) {
        if (file.path().get().startsWith(folder)) {
          return name(folder);
        }
      }
    }
    return COMMON;
  }

  private String name(Path folder) {
    Path name = folder.getFileName();
    long namesakes =
        folders.stream().filter(other -> name != null && name.equals(other.getFileName())).count();
    return name == null || namesakes > 1 ? folder.toString() : name.toString();
  }
}
