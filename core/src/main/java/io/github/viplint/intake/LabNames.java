package io.github.viplint.intake;

import io.github.viplint.capture.Inputs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which lab an input belongs to: the first glob that holds it; else the nearest folder that holds
 * an appliance's files, when there is more than one such folder; else the one lab of everything.
 *
 * <p>What is below one of several such folders in a bundle belongs to it, earlier states of the
 * same files too. Files that were searched for are apart in every folder.
 */
final class LabNames {
  /** The lab of what was named one by one, and of standard input. */
  static final String COMMON = "lab";

  private final Inputs inputs;
  private final List<Path> folders;

  private LabNames(Inputs inputs, List<Path> folders) {
    this.inputs = inputs;
    this.folders = folders;
  }

  static LabNames of(Collection<InputFile> files, Inputs inputs) {
    Set<Path> parents = new HashSet<>();
    files.forEach(file -> file.path().map(Path::getParent).ifPresent(parents::add));
    TreeSet<Path> roots = new TreeSet<>();
    for (InputFile file : files) {
      if (isByFolder(file, inputs)) {
        file.path().flatMap(path -> appliancesFolder(path, parents)).ifPresent(roots::add);
      }
    }
    List<Path> folders = inputs.byFolder() ? List.copyOf(roots) : topmost(roots);
    return new LabNames(inputs, folders.size() > 1 ? folders : List.of());
  }

  private static boolean isByFolder(InputFile file, Inputs inputs) {
    return inputs.byFolder() || !file.isNamed();
  }

  private static List<Path> topmost(TreeSet<Path> roots) {
    List<Path> topmost = new ArrayList<>();
    for (Path root : roots) {
      if (topmost.stream().noneMatch(root::startsWith)) {
        topmost.add(root);
      }
    }
    return topmost;
  }

  /**
   * The folder that stands for the host: above {@code etc/vmware}, else the file's own.
   *
   * @param parents the folders of all files
   */
  private static Optional<Path> appliancesFolder(Path file, Set<Path> parents) {
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
    return Optional.of(sorted && isPair(folder, parents) ? above : folder);
  }

  /** {@code vmware} and {@code haproxy} side by side are one appliance's {@code etc}. */
  private static boolean isPair(Path folder, Set<Path> parents) {
    return Stream.of("vmware", "haproxy")
        .map(folder::resolveSibling)
        .allMatch(one -> parents.contains(one) || Files.isDirectory(one));
  }

  String of(InputFile file) {
    for (Inputs.LabGlob lab : inputs.labs()) {
      if (new Glob(lab.glob()).holds(path(file, lab))) {
        return lab.name();
      }
    }
    if (!isByFolder(file, inputs)) {
      return COMMON;
    }
    return file.path()
        .flatMap(
            path ->
                folders.stream()
                    .filter(path::startsWith)
                    .max(Comparator.comparingInt(Path::getNameCount)))
        .map(this::name)
        .orElse(COMMON);
  }

  /** The path to hold against the lab's glob: absolute when that is. */
  private String path(InputFile file, Inputs.LabGlob lab) {
    return Path.of(lab.glob()).isAbsolute() && file.path().isPresent()
        ? file.path().get().toAbsolutePath().normalize().toString()
        : file.shown();
  }

  /** Its own name; the way to it where another folder is called the same. */
  private String name(Path root) {
    Path folder = Path.of(InputFile.withoutMark(root.toString()));
    Path name = folder.getFileName();
    if (name != null
        && folders.stream().filter(other -> root.getFileName().equals(other.getFileName())).count()
            == 1) {
      return name.toString();
    }
    Path base = inputs.base();
    String way = (folder.startsWith(base) ? base.relativize(folder) : folder).toString();
    return way.isEmpty() ? "." : way;
  }
}
