package io.github.viplint.read.line;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Reading;
import java.util.Set;

/** Reads captures of some kinds. A reader belongs to one thread and may be used again and again. */
public interface Reader {
  Set<CaptureKind> kinds();

  /** Reads a capture of one of these kinds. Never throws for what a capture holds. */
  Reading read(Capture capture);
}
