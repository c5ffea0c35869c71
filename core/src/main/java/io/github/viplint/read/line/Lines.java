package io.github.viplint.read.line;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Span;
import io.github.viplint.capture.Stretch;
import io.github.viplint.model.Facts;
import io.github.viplint.model.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the lines of a capture and keeps account of them. A line counts as understood unless
 * it is called scanned or a problem.
 *
 * <pre>{@code
 * Lines lines = new Lines(capture);
 * while (lines.next()) {
 *   … lines.text() … lines.problem("no route")
 * }
 * return lines.reading(facts);
 * }</pre>
 *
 * <p>A line ends at LF; a CR before it belongs to the line's end. Lines that no person wrote,
 * longer than {@value #LONGEST} characters, are problems and never handed out. Of the problems of
 * one capture the first {@value #MOST_PROBLEMS} are kept one by one; the rest is summed up.
 */
public final class Lines {
  public static final int LONGEST = 1 << 20;
  public static final int MOST_PROBLEMS = 1000;

  private final Capture capture;
  private final String text;
  private final int stop;
  private final List<Unread> problems = new ArrayList<>();
  private int start;
  private int end;
  private int next;
  private int leftOut;
  private int behind;
  private int total;
  private int scanned;
  private int unread;
  private int unreadTo = -1;
  private int unkept;
  private @Nullable Span firstUnkept;

  public Lines(Capture capture) {
    this(capture, new Stretch(0, capture.text().length()));
  }

  /** Some of the lines. */
  public Lines(Capture capture, Stretch stretch) {
    this.capture = capture;
    this.text = capture.text();
    this.next = stretch.from();
    this.stop = stretch.to();
  }

  /** Takes over what became of the lines behind these, once all of both are read. */
  public void add(Lines behind) {
    total += behind.total;
    scanned += behind.scanned;
    unread += behind.unread;
    behind.problems.forEach(this::keep);
    unkept += behind.unkept;
    firstUnkept = firstUnkept == null ? behind.firstUnkept : firstUnkept;
  }

  /** Goes on to the next line; false when there is none. */
  public boolean next() {
    while (next < stop) {
      start = next;
      int lf = text.indexOf('\n', start);
      end = lf < 0 ? text.length() : lf;
      next = lf < 0 ? end : lf + 1;
      leftOut = capture.leftOutBefore(start);
      scanned += leftOut;
      total += leftOut + 1;
      if (end - start <= LONGEST) {
        return true;
      }
      problem("a line of " + (end - start) + " characters is too long to be read");
    }
    int rest = stop == text.length() ? capture.leftOutBehind() - behind : 0;
    behind += rest;
    total += rest;
    unread += rest;
    return false;
  }

  /** Whether lines were left out right before this one: those of a large log that nobody wants. */
  public boolean afterGap() {
    return leftOut > 0;
  }

  /** Where the line starts in the capture's text. */
  public int start() {
    return start;
  }

  /** Where the line ends, before its CR and LF. */
  public int end() {
    return end > start && text.charAt(end - 1) == '\r' && terminated() ? end - 1 : end;
  }

  /** Where the line ends for a program that knows LF only: behind a CR. */
  public int endBeforeLf() {
    return end;
  }

  /** Whether an LF follows. */
  public boolean terminated() {
    return next > end;
  }

  /** The line without its CR and LF. */
  public String text() {
    return text.substring(start, end());
  }

  /** Whether the line holds nothing but white space. */
  public boolean blank() {
    for (int i = start; i < end; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the line stands for lines that someone left out. In a file it is what it says. */
  public boolean elides() {
    return !capture.isExact() && Elision.is(text());
  }

  /** The line without its CR and LF. */
  public Span span() {
    return capture.span(start, end());
  }

  /** Says that the line could not be read, and why. */
  public void problem(String message) {
    problem(span(), message);
  }

  /**
   * Says that {@code span} could not be read, and why. It may begin and end on earlier lines: all
   * lines that it touches count as not read.
   */
  public void problem(Span span, String message) {
    unread(span);
    say(span, message);
  }

  /** Counts all lines that {@code span} touches as not read; why is said once for all of them. */
  public void unread(Span span) {
    int from = Math.max(span.start(), unreadTo + 1);
    int to = span.end() < start ? text.indexOf('\n', span.end()) : end;
    if (from <= to) {
      unread++;
      for (int lf = text.indexOf('\n', from); lf >= 0 && lf < to; lf = text.indexOf('\n', lf + 1)) {
        unread++;
      }
      unreadTo = to;
    }
  }

  /** Says why the lines of {@code span}, which were counted before, could not be read. */
  public void say(Span span, String message) {
    keep(new Unread(span, message));
  }

  private void keep(Unread problem) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(problem);
    } else if (unkept++ == 0) {
      firstUnkept = problem.span();
    }
  }

  private record Unread(Span span, String message) {}

  /** Says that the line is one of a log that nobody asked for. */
  public void scanned() {
    scanned++;
  }

  /** What became of the capture, once all lines are read. */
  public Reading reading(List<? extends Facts> facts) {
    List<InputProblem> all = new ArrayList<>();
    problems.forEach(problem -> all.add(InputProblem.at(problem.span(), problem.message())));
    Span rest = firstUnkept;
    if (rest != null) {
      all.add(InputProblem.at(rest, "from here on " + unkept + " more problems of this kind"));
    }
    return new Reading(
        capture,
        List.copyOf(facts),
        new Coverage(total, total - scanned - unread, scanned, unread),
        all);
  }
}
