package io.github.viplint.fix;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Which captures are files that may be written: configuration files of an appliance, each all of
 * one regular file. A paste is none, whatever it is called, nor is a member of an archive.
 *
 * @param base the folder that relative paths start from
 */
public record ConfigFiles(Path base) {
  private static final Set<CaptureKind> KINDS =
      Set.of(
          CaptureKind.ANYIP_ROUTES,
          CaptureKind.ROUTE_TABLES,
          CaptureKind.WORKLOAD_NETWORKS,
          CaptureKind.HAPROXY_CFG);

  /** Whether a file of the same kind may be written at all. */
  static boolean areLike(Capture capture) {
    return KINDS.contains(capture.kind());
  }

  /** The file that a capture is, as it can be opened; empty for any other capture. */
  public Optional<Path> of(Capture capture) {
    String file = capture.source().file();
    if (file.equals("-")
        || !areLike(capture)
        || !capture.isExact()
        || !capture.isWhole()
        || !capture.isSource()) {
      return Optional.empty();
    }
    try {
      return Optional.of(base.resolve(file)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
