package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lines that a terminal broke at its right edge, made one again. Where the edge was is told by the
 * longest lines: what follows one that was broken shows by itself no kind and has no indent.
 *
 * <p>Records of logs are left to their readers, which know where a record begins and so can join
 * what mails broke between words too.
 */
final class Wraps {
  private static final int NARROWEST = 40;

  /** Widths that windows have: one line that ends there is enough to tell. */
  private static final Set<Integer> USUAL = Set.of(80, 100, 120, 132, 160);

  /** The beginning of a line that has a number. */
  private static final Pattern NUMBERED = Pattern.compile("\\d{1,6}[:\t].*");

  private static final int WIDEST = 600;
  private static final int MOST_PIECES = 40;
  private static final Set<CaptureKind> RECORDS =
      Set.of(
          CaptureKind.JOURNAL,
          CaptureKind.WCPSVC_LOG,
          CaptureKind.HAPROXY_LOG,
          CaptureKind.HAPROXY_CHECK,
          CaptureKind.KUBECTL,
          CaptureKind.CERTIFICATE);

  private final List<Line> lines;
  private final int edge;

  private Wraps(List<Line> lines) {
    this.lines = lines;
    this.edge = lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
  }

  static List<Line> joined(List<Line> lines) {
    Wraps wraps = new Wraps(lines);
    return wraps.edge < NARROWEST || wraps.edge > WIDEST || !wraps.areBroken()
        ? lines
        : wraps.joined();
  }

  private boolean areBroken() {
    long longest = lines.stream().filter(line -> line.text().length() == edge).count();
    if (longest == 1 && !USUAL.contains(edge)) {
      return false;
    }
    int broken = 0;
    int whole = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String text = lines.get(i).text();
      // rows of a table are of one length too, but show no kind
      if (text.length() == edge && showsKind(text, lines.get(i + 1).text())) {
        broken += isRest(i + 1) ? 1 : 0;
        whole += mayBeRest(i + 1) ? 0 : 1;
      }
    }
    return broken > whole && (broken > 1 || USUAL.contains(edge));
  }

  /** By itself, or with its rest where it was broken before the word that tells. */
  private static boolean showsKind(String text, String rest) {
    return Verdict.of(text).isPresent() || Verdict.of(text + rest).isPresent();
  }

  /** No line of its own, by its looks. */
  private boolean isRest(int at) {
    return mayBeRest(at) && lines.get(at).text().charAt(0) != ' ';
  }

  /** The same, or one that begins with the blank between two words. */
  private boolean mayBeRest(int at) {
    String text = lines.get(at).text();
    int start = text.startsWith(" ") ? 1 : 0;
    return text.length() > start
        && !Character.isWhitespace(text.charAt(start))
        && text.charAt(start) != '#'
        && !(NUMBERED.matcher(text).matches() && isNumbered(at - 1))
        && !Known.is(text)
        && Heading.of(text).isEmpty()
        && Noise.of(text).isEmpty();
  }

  /**
   * Has the line that line {@code at} is a piece of a number in front? A rest may begin like one:
   * {@code 11:6443}.
   */
  private boolean isNumbered(int at) {
    int head = at;
    while (at - head < MOST_PIECES
        && head > 0
        && !NUMBERED.matcher(lines.get(head).text()).matches()
        && lines.get(head - 1).text().length() == edge) {
      head--;
    }
    return head >= 0 && NUMBERED.matcher(lines.get(head).text()).matches();
  }

  private List<Line> joined() {
    List<Line> result = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean record = isRecord(line);
      int piece = i;
      while (piece - i < MOST_PIECES && goesOn(piece)) {
        boolean blank = lines.get(piece).text().length() < edge;
        piece++;
        if (record) {
          result.add(line);
          line = lines.get(piece);
        } else {
          line = line.joined(blank ? " " : "", lines.get(piece));
        }
      }
      i = piece;
      result.add(line);
    }
    return result;
  }

  /** Reaches line {@code at} the edge, or a blank before the edge, with its rest below it? */
  private boolean goesOn(int at) {
    int length = lines.get(at).text().length();
    return at + 1 < lines.size()
        && (length == edge && mayBeRest(at + 1) || length == edge - 1 && isRest(at + 1));
  }

  private static boolean isRecord(Line line) {
    Optional<Verdict> verdict = Verdict.of(line.text());
    return verdict.filter(v -> RECORDS.contains(v.kinds().get(0))).isPresent();
  }
}
