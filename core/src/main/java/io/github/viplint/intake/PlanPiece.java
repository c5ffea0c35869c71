package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.List;
import java.util.Optional;

/**
 * Lines that are one document of a plan: JSON, XML, a table or a list.
 *
 * @param end the index behind its last line
 */
record PlanPiece(CaptureKind kind, int end) {

  /** Finds pieces in the lines of one source, each looked for once. */
  static final class Finder {
    private final List<Line> lines;
    private int documentsLookedAt;
    private int tablesLookedAt;

    Finder(List<Line> lines) {
      this.lines = lines;
    }

    /**
     * The piece that begins with the line at {@code at}.
     *
     * @param within it stands in something that is known: only what looks like nothing else counts
     */
    Optional<PlanPiece> at(int at, boolean within) {
      String text = lines.get(at).text();
      if (PlanDocument.mayBegin(text)) {
        if (at < documentsLookedAt) {
          return Optional.empty();
        }
        PlanDocument document = PlanDocument.at(lines, at);
        documentsLookedAt = document.end();
        return document.kind().map(kind -> new PlanPiece(kind, document.end()));
      }
      if (within || at < tablesLookedAt || !mayBeginTable(at)) {
        return Optional.empty();
      }
      PlanTable table = PlanTable.at(lines, at);
      tablesLookedAt = Math.max(at + 1, table.end());
      return table.isPlan()
          ? Optional.of(new PlanPiece(CaptureKind.PLAN_TABLE, table.end()))
          : Optional.empty();
    }

    /** Also at a label without an address that stands right above one that has. */
    private boolean mayBeginTable(int at) {
      String text = lines.get(at).text();
      return PlanTable.mayBegin(text)
          || PlanTable.mayStandAbove(text)
              && at + 1 < lines.size()
              && PlanTable.mayBegin(lines.get(at + 1).text());
    }
  }
}
