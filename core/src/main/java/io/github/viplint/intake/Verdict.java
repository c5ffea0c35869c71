package io.github.viplint.intake;

import static io.github.viplint.capture.CaptureKind.HAPROXY_CHECK;
import static io.github.viplint.capture.CaptureKind.HAPROXY_LOG;
import static io.github.viplint.capture.CaptureKind.JOURNAL;
import static io.github.viplint.capture.CaptureKind.KUBECTL;
import static io.github.viplint.capture.CaptureKind.LIST_UNITS;
import static io.github.viplint.capture.CaptureKind.SYSTEMCTL_STATUS;
import static io.github.viplint.capture.CaptureKind.SYSTEM_STATE;
import static io.github.viplint.capture.CaptureKind.WCPSVC_LOG;
import static io.github.viplint.capture.CaptureKind.WCP_CLUSTER;

import io.github.viplint.capture.CaptureKind;
import java.util.List;
import java.util.Optional;

/**
 * What one line says about the kind of the capture that it is in.
 *
 * @param kinds the kinds that have such lines, the likeliest first
 * @param sure no other kind has such a line; a bare CIDR, say, may also be a wrapped rest of a log
 * @param opens such a line comes first in an output, and only once
 */
record Verdict(List<CaptureKind> kinds, boolean sure, boolean opens) {
  /** So much of a line is looked at. */
  private static final int HEAD = 400;

  /** Of JSON that vCenter's API answered. */
  static final Verdict WCP_ANSWER = new Verdict(List.of(WCP_CLUSTER), true, false);

  /** Apart, for they have verdicts themselves. */
  private static final class Forms {
    static final ByOpening<LineForm> ALL =
        ByOpening.of(LineForm.all(), Verdict.class.getResourceAsStream("lines.openings"));
  }

  /** What a cleaned line says; nothing for most lines of a text that is none of ours. */
  static Optional<Verdict> of(String line) {
    String head = line.length() > HEAD ? line.substring(0, HEAD) : line;
    for (LineForm form : Forms.ALL.startingLike(head)) {
      if (form.form().fits(head)) {
        return form.verdict().kinds().isEmpty() ? Optional.empty() : Optional.of(form.verdict());
      }
    }
    return Optional.empty();
  }

  /** May a capture of {@code kind} hold such a line without ending there? */
  boolean fitsInto(CaptureKind kind) {
    return kinds.contains(kind)
        || switch (kind) {
          case SYSTEMCTL_STATUS ->
              kinds.contains(JOURNAL)
                  || kinds.contains(HAPROXY_LOG)
                  || kinds.contains(SYSTEM_STATE) && !opens;
          case SYSTEM_STATE -> kinds.contains(JOURNAL) || kinds.contains(LIST_UNITS);
          case JOURNAL -> kinds.contains(HAPROXY_LOG);
          case WCPSVC_LOG -> kinds.contains(KUBECTL);
          case HAPROXY_LOG -> kinds.contains(HAPROXY_CHECK);
          case HAPROXY_CHECK -> kinds.contains(HAPROXY_LOG);
          default -> false;
        };
  }
}
