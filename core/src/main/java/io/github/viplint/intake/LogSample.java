package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Whether a part of a text shows that it is a log. */
final class LogSample {
  /** What is a log is one by its content, whatever the file is called. */
  private static final Set<CaptureKind> LOGS =
      EnumSet.of(CaptureKind.JOURNAL, CaptureKind.WCPSVC_LOG, CaptureKind.HAPROXY_LOG);

  /** How many characters are enough to see it. */
  static final int ENOUGH = 1 << 15;

  private LogSample() {}

  static boolean isLog(CaptureKind kind) {
    return LOGS.contains(kind);
  }

  /** The kind of log that {@code head}, the beginning of a text, shows. */
  static Optional<CaptureKind> kind(String head) {
    Optional<CaptureKind> found = Optional.empty();
    for (String line : head.split("\n")) {
      if (Prompt.at(line).isPresent()) {
        return Optional.empty();
      }
      if (found.isEmpty()) {
        Optional<CaptureKind> kind = kindOf(line);
        if (kind.isPresent() && !isLog(kind.get())) {
          return Optional.empty();
        }
        found = kind;
      }
    }
    return found;
  }

  /**
   * Whether {@code tail}, the end of a text that begins as a log of {@code kind}, shows that
   * something else came behind it.
   */
  static boolean endsOtherwise(CaptureKind kind, String tail) {
    String[] lines = tail.split("\n");
    boolean otherwise = false;
    for (int i = 1; i < lines.length; i++) { // the first one may be the rest of one
      if (Prompt.at(lines[i]).isPresent()) {
        return true;
      }
      Optional<Verdict> verdict = Verdict.of(lines[i].stripTrailing()).filter(Verdict::sure);
      otherwise = verdict.isPresent() ? !verdict.get().fitsInto(kind) : otherwise;
    }
    return otherwise;
  }

  private static Optional<CaptureKind> kindOf(String line) {
    return Verdict.of(line.stripTrailing()).map(verdict -> verdict.kinds().get(0));
  }
}
