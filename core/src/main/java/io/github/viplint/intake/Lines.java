package io.github.viplint.intake;

import io.github.viplint.capture.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a source, cleaned: colours, quote marks, carriage returns, byte order marks and
 * trailing blanks go, odd blanks become plain ones, and what was glued to a line stands for itself.
 */
final class Lines {
  /** A record of kubectl's log that follows another without a line end. */
  private static final Pattern GLUED_RECORD =
      Pattern.compile("(?<=[^\\s=])(?:(?:ERRO|FATA|WARN|INFO|DEBU)\\[\\d{4}\\] |time=\"\\d{4}-)");

  /** The length of {@code ERRO} and the like. */
  private static final int LEVEL = 4;

  private static final int MOST_USERS = 16;

  private final List<Line> cleaned;
  private final List<Line> all = new ArrayList<>();
  private final Set<String> users = new LinkedHashSet<>();
  private boolean touched;

  private Lines(List<Line> cleaned, boolean touched) {
    this.cleaned = cleaned;
    this.touched = touched;
    for (Line line : cleaned) {
      Prompt.at(line.text())
          .flatMap(Prompt::user)
          .filter(user -> users.size() < MOST_USERS)
          .ifPresent(users::add);
    }
    cleaned.forEach(this::split);
  }

  static Lines of(Source source) {
    Quotes quotes = Quotes.in(source);
    Cleaning cleaning = new Cleaning(source);
    List<Line> cleaned = new ArrayList<>();
    source.lines().forEach(number -> cleaned.add(cleaning.line(number, quotes.start(number))));
    return new Lines(cleaned, quotes.any() || cleaning.touched());
  }

  /**
   * The same lines as those of a paste: without what people and their tools put before lines and
   * around them, and with lines joined that a terminal broke.
   */
  Lines pasted() {
    List<Line> pasted = new ArrayList<>();
    for (Line line : cleaned) {
      unfence(line, pasted);
    }
    pasted = Numbering.without(Wraps.joined(Indents.without(pasted)));
    boolean same = pasted.size() == cleaned.size();
    for (int i = 0; same && i < pasted.size(); i++) {
      same = pasted.get(i) == cleaned.get(i);
    }
    return same ? this : new Lines(pasted, true);
  }

  List<Line> all() {
    return all;
  }

  /**
   * Something was there that only a terminal, a pager or a mail puts there: colours, quote marks, a
   * glued record.
   */
  boolean touched() {
    return touched;
  }

  /** A fence stands for itself. */
  private static void unfence(Line line, List<Line> to) {
    int front = Fence.of(line.text()).isPresent() ? 0 : Fence.inFront(line.text());
    Line rest = line;
    if (front > 0) {
      to.add(line.head(front));
      rest = line.without(front);
    }
    int behind =
        Fence.of(rest.text()).isPresent() ? rest.text().length() : Fence.behind(rest.text());
    if (behind > 0 && behind < rest.text().length()) {
      to.add(rest.head(behind));
      to.add(rest.tail(behind));
    } else {
      to.add(rest);
    }
  }

  /** Takes apart what stands on one line without belonging together. */
  private void split(Line line) {
    if (Prompt.at(line.text()).isPresent()) {
      all.add(line);
      return;
    }
    Optional<Prompt> glued = Prompt.glued(line.text(), users);
    if (glued.isPresent()) {
      touched = true;
      splitRecords(line.head(glued.get().start()));
      all.add(line.tail(glued.get().start()));
      return;
    }
    splitRecords(line);
  }

  /** A cheap look that spares most lines the pattern. */
  private static boolean mayHoldRecord(String text) {
    for (int at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
      if (at > LEVEL && text.charAt(at - 1) >= 'A' && text.charAt(at - 1) <= 'Z') {
        return true;
      }
    }
    return text.indexOf("time=\"") > 0;
  }

  private void splitRecords(Line line) {
    Line rest = line;
    if (line.text().length() < Content.LONGEST_LINE && mayHoldRecord(line.text())) {
      Matcher matcher = GLUED_RECORD.matcher(line.text());
      int done = 0;
      while (matcher.find()) {
        touched = true;
        all.add(rest.head(matcher.start() - done));
        rest = rest.tail(matcher.start() - done);
        done = matcher.start();
      }
    }
    all.add(rest);
  }
}
