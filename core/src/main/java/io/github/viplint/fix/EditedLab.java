package io.github.viplint.fix;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.CaptureSummary;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The captures of a lab with the edits made so far. Immutable.
 *
 * <p>One file may be captured twice, as a file and in a paste. Both show one state of the host, so
 * an edit of one is made in the other as well.
 */
final class EditedLab {
  private final List<CaptureSummary> captures;

  /** By capture as it was handed in. */
  private final Map<Capture, Capture> now;

  private EditedLab(List<CaptureSummary> captures, Map<Capture, Capture> now) {
    this.captures = captures;
    this.now = now;
  }

  static EditedLab of(Report report, String lab) {
    List<CaptureSummary> captures =
        report.captures().stream().filter(one -> one.lab().equals(lab)).toList();
    return new EditedLab(captures, new IdentityHashMap<>());
  }

  /** The captures that are not as they were handed in, by what they were. */
  Map<Capture, Capture> edited() {
    return new IdentityHashMap<>(now);
  }

  /** The captures, as handed in, that edits of this one change; none for one that is not here. */
  List<Capture> originals(Capture capture) {
    return captures.stream()
        .filter(one -> current(one) == capture)
        .findFirst()
        .map(
            edited ->
                captures.stream()
                    .filter(other -> isSame(edited, other))
                    .map(CaptureSummary::capture)
                    .toList())
        .orElse(List.of());
  }

  /**
   * With these edits, of captures as they are here.
   *
   * @throws IllegalArgumentException when two edits overlap
   */
  EditedLab with(List<TextEdit> edits) {
    Map<Capture, List<TextEdit>> byOriginal = new IdentityHashMap<>();
    for (TextEdit edit : edits) {
      for (Capture original : originals(edit.span().capture())) {
        Capture current = now.getOrDefault(original, original);
        byOriginal
            .computeIfAbsent(original, key -> new ArrayList<>())
            .add(
                new TextEdit(
                    current.span(edit.span().start(), edit.span().end()),
                    inLineEndsOf(original, edit.newText())));
      }
    }
    Map<Capture, Capture> then = new IdentityHashMap<>(now);
    byOriginal.forEach(
        (original, own) -> then.put(original, now.getOrDefault(original, original).edited(own)));
    return new EditedLab(captures, then);
  }

  /** The same lab with these edits instead, as {@link #edited} gave them. */
  EditedLab now(Map<Capture, Capture> edited) {
    return new EditedLab(captures, edited);
  }

  private boolean isSame(CaptureSummary one, CaptureSummary other) {
    return one == other
        || one.capture().kind() == other.capture().kind()
            && one.host().equals(other.host())
            && current(one).text().equals(current(other).text());
  }

  private Capture current(CaptureSummary summary) {
    return now.getOrDefault(summary.capture(), summary.capture());
  }

  /** A file with Windows line ends keeps them, in new lines too. */
  private static String inLineEndsOf(Capture capture, String text) {
    int lf = text.indexOf('\n');
    int first = lf < 0 ? -1 : capture.text().indexOf('\n');
    boolean windows = first > 0 && capture.text().charAt(first - 1) == '\r';
    return windows ? text.replaceAll("(?<!\r)\n", "\r\n") : text;
  }
}
