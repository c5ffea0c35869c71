package io.github.viplint.redact;

import java.util.List;

/**
 * What a shareable copy holds, and what was cut out of it: kinds and counts, and never a value.
 *
 * @param anonymized whether names and addresses were replaced too
 * @param files those of the copy, in order
 * @param leftOut what the copy lacks
 */
public record Manifest(boolean anonymized, List<Entry> files, List<LeftOut> leftOut) {
  public Manifest {
    files = List.copyOf(files);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A file of the copy.
   *
   * @param path in the copy, with slashes
   */
  public record Entry(String path, Redacted redacted) {}

  /** A file that could not be copied, and why. */
  public record LeftOut(String file, String reason) {}
}
