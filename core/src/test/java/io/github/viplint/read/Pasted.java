package io.github.viplint.read;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Extent;
import io.github.viplint.capture.Fidelity;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Captures for tests. */
public final class Pasted {
  private Pasted() {}

  /** A whole file, byte for byte. */
  public static Capture file(CaptureKind kind, String text) {
    return builder(kind, text).build();
  }

  /** A whole file, byte for byte, with its path on the host. */
  public static Capture file(CaptureKind kind, String path, String text) {
    return builder(kind, text).path(Optional.of(path)).build();
  }

  /** A text that was copied from a terminal. */
  public static Capture paste(CaptureKind kind, String text) {
    return builder(kind, text).fidelity(Fidelity.PASTED).build();
  }

  /** A part of a file. */
  public static Capture part(CaptureKind kind, Extent extent, String text) {
    return builder(kind, text).fidelity(Fidelity.PASTED).extent(extent).build();
  }

  private static Capture.Builder builder(CaptureKind kind, String text) {
    Source source = new Source("test.txt", text, StandardCharsets.UTF_8, "", Mask.NONE);
    return Capture.whole(source).kind(kind);
  }
}
