package io.github.viplint.capture;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a run is to look at.
 *
 * @param base the folder that relative paths start from; the empty path is the working directory.
 *     Whatever is said of an input names it as given, without the base
 * @param paths files and folders as given; {@code -} stands for standard input
 * @param standardInput read at most once, and not closed; empty where there is none
 * @param kinds which inputs are of which kind, whatever their content; the first that fits wins
 * @param hosts which inputs come from which host, whatever they say; the first that fits wins
 * @param labs each glob names the files or folders of one lab, apart from all others; the first
 *     that fits wins
 * @param byFolder what to do with files that are named one by one and that no glob of {@code labs}
 *     fits: each folder that holds an appliance's files is a lab of its own, or else all of them
 *     are one lab
 * @param progress is told how far reading has come
 * @param plan what the lab is to be, where a configuration says so
 */
public record Inputs(
    Path base,
    List<String> paths,
    Optional<InputStream> standardInput,
    List<KindGlob> kinds,
    List<HostGlob> hosts,
    List<LabGlob> labs,
    boolean byFolder,
    Progress progress,
    Optional<PlanText> plan) {
  public Inputs {
    paths = List.copyOf(paths);
    kinds = List.copyOf(kinds);
    hosts = List.copyOf(hosts);
    labs = List.copyOf(labs);
  }

  /** Inputs without a plan of a configuration. */
  public Inputs(
      Path base,
      List<String> paths,
      Optional<InputStream> standardInput,
      List<KindGlob> kinds,
      List<HostGlob> hosts,
      List<LabGlob> labs,
      boolean byFolder,
      Progress progress) {
    this(base, paths, standardInput, kinds, hosts, labs, byFolder, progress, Optional.empty());
  }

  /** Inputs as a person gives them: named from the working directory, without globs for labs. */
  public Inputs(
      List<String> paths,
      Optional<InputStream> standardInput,
      List<KindGlob> kinds,
      List<HostGlob> hosts) {
    this(Path.of(""), paths, standardInput, kinds, hosts, List.of(), false, Progress.UNSEEN);
  }

  /** The same inputs, with labs told by globs. */
  public Inputs withLabs(List<LabGlob> globs) {
    return new Inputs(base, paths, standardInput, kinds, hosts, globs, byFolder, progress, plan);
  }

  /** The same inputs, with someone who watches. */
  public Inputs withProgress(Progress watcher) {
    return new Inputs(base, paths, standardInput, kinds, hosts, labs, byFolder, watcher, plan);
  }

  /** The same inputs, and what a configuration says that the lab is to be. */
  public Inputs withPlan(Optional<PlanText> text) {
    return new Inputs(base, paths, standardInput, kinds, hosts, labs, byFolder, progress, text);
  }

  public static Inputs ofPaths(List<String> paths) {
    return new Inputs(paths, Optional.empty(), List.of(), List.of());
  }

  /**
   * Files that were searched for below a folder: each of its folders that holds an appliance's
   * files is a lab of its own.
   *
   * @param base what the paths start from
   */
  public static Inputs below(Path base, List<String> paths) {
    return new Inputs(
        base, paths, Optional.empty(), List.of(), List.of(), List.of(), true, Progress.UNSEEN);
  }

  /**
   * {@code --kind KIND=GLOB}; the glob is matched against the path as given and against the file's
   * name.
   */
  public record KindGlob(CaptureKind kind, String glob) {}

  /**
   * {@code --host NAME=GLOB}; the glob is matched against the path as given and against the file's
   * name.
   */
  public record HostGlob(String host, String glob) {}

  /**
   * A configuration file that says what a lab is to be.
   *
   * @param file what to call it
   */
  public record PlanText(String file, String text) {}

  /**
   * A lab of its own.
   *
   * @param name what to call it
   * @param glob matched against the path as given, against the file's name, and, when it is
   *     absolute, against the absolute path
   */
  public record LabGlob(String name, String glob) {}
}
