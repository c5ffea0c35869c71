package io.github.viplint.capture;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * What a run is to look at.
 *
 * @param paths files and folders as given; {@code -} stands for standard input
 * @param standardInput read at most once, and not closed; empty where there is none
 * @param kinds which inputs are of which kind, whatever their content; the first that fits wins
 * @param hosts which inputs come from which host, whatever they say; the first that fits wins
 * @param labs each glob names the files or folders of one lab, apart from all others; the first
 *     that fits wins
 */
public record Inputs(
    List<String> paths,
    Optional<InputStream> standardInput,
    List<KindGlob> kinds,
    List<HostGlob> hosts,
    List<String> labs) {
  public Inputs {
    paths = List.copyOf(paths);
    kinds = List.copyOf(kinds);
    hosts = List.copyOf(hosts);
    labs = List.copyOf(labs);
  }

  /** Inputs whose labs are told by their folders alone. */
  public Inputs(
      List<String> paths,
      Optional<InputStream> standardInput,
      List<KindGlob> kinds,
      List<HostGlob> hosts) {
    this(paths, standardInput, kinds, hosts, List.of());
  }

  public static Inputs ofPaths(List<String> paths) {
    return new Inputs(paths, Optional.empty(), List.of(), List.of());
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
}
