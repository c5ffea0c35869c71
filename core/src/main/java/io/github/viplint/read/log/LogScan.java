package io.github.viplint.read.log;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.log.Signature;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Log;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.LogTime;
import io.github.viplint.model.Sighting;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Wrapped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the log lines of one capture into entries and keeps those that a signature wants. A line
 * that does not begin like a record goes on with the record before it; where there is none, it
 * stands for itself. Only entries that hold a signature's literal are taken apart.
 */
public final class LogScan {
  /** No message is read further than this. */
  private static final int LONGEST = 1 << 16;

  /** So many are kept of one log; most entries that say anything say one thing or two. */
  private static final int MOST_SIGHTINGS = 100_000;

  /** In days. */
  private static final int HALF_A_YEAR = 183;

  private final Capture capture;
  private final String text;
  private final Lines lines;
  private final LogFormat format;
  private final SignatureSet signatures;
  private final SignatureSet.Scan scan;
  private final List<LogEntry> entries = new ArrayList<>();
  private final Set<String> hosts = new LinkedHashSet<>();

  private Optional<LogTime> until = Optional.empty();

  /** From the first to the last entry that is one too many. */
  private @Nullable Span leftOut;

  private int sightings;
  private boolean open;
  private boolean headed;
  private int start;
  private int end;
  private int pieces;
  private int lineCount;

  private int firstStart = -1;
  private int firstEnd;
  private int lastStart;
  private int lastEnd;

  /**
   * @param lines where the account of the capture's lines is kept
   */
  public LogScan(Capture capture, Lines lines, LogFormat format, SignatureSet signatures) {
    this.capture = capture;
    this.text = capture.text();
    this.lines = lines;
    this.format = format;
    this.signatures = signatures;
    this.scan = signatures.scan(text);
  }

  /** Says when the log ends. */
  void until(Optional<LogTime> end) {
    until = end.or(() -> until);
  }

  /** Takes the current line. */
  public void add() {
    if (lines.afterGap()) {
      close();
    }
    add(lines.start(), lines.end(), 1);
  }

  /**
   * Takes a part of the current line.
   *
   * @param count 1 when the account of the line hangs on this part, else 0
   */
  public void add(int from, int to, int count) {
    boolean begins = format.begins(text, from, to);
    if (!begins && open && headed) {
      end = to;
      pieces++;
      lineCount += count;
      return;
    }
    close();
    open = true;
    headed = begins;
    start = from;
    end = to;
    pieces = 1;
    lineCount = count;
    if (begins) {
      if (firstStart < 0) {
        firstStart = from;
        firstEnd = to;
      }
      lastStart = from;
      lastEnd = to;
    }
  }

  /** Whether a record is open, so that the next line may go on with it. */
  public boolean goesOn() {
    return open && headed;
  }

  /** Ends the entry: what comes next does not go on with it. */
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    Optional<LogEntry> entry =
        format.structured() ? structured() : pieces == 1 ? single() : joined();
    if (entry.isEmpty()) {
      for (int i = 0; i < lineCount; i++) {
        lines.scanned();
      }
    } else if (leftOut == null && sightings + entry.get().sightings().size() <= MOST_SIGHTINGS) {
      sightings += entry.get().sightings().size();
      entry.get().host().ifPresent(hosts::add);
      entries.add(entry.get());
    } else {
      leaveOut(entry.get().span());
    }
  }

  private void leaveOut(Span entry) {
    lines.unread(entry);
    leftOut = leftOut == null ? entry : leftOut.to(entry);
  }

  private void sayLeftOut() {
    if (leftOut != null) {
      lines.say(
          leftOut,
          "too many lines matter: after "
              + entries.size()
              + " entries no more were looked at, up to line "
              + leftOut.place().endLine());
    }
  }

  private Optional<LogEntry> structured() {
    return entry(text.substring(start, Math.min(end, start + LONGEST)));
  }

  private Optional<LogEntry> single() {
    return scan.within(start, end)
        ? entry(text.substring(start, Math.min(end, start + LONGEST)))
        : Optional.empty();
  }

  /** Lines are broken inside of words by a terminal, and between them by a mail. */
  private Optional<LogEntry> joined() {
    Optional<LogEntry> entry = candidate(Wrapped.joinAtEdge(text, start, end, LONGEST));
    if (entry.isEmpty()) {
      entry = candidate(join(" "));
    }
    return entry.isPresent() ? entry : candidate(join(""));
  }

  private Optional<LogEntry> candidate(String record) {
    return signatures.isCandidate(record) ? entry(record) : Optional.empty();
  }

  private String join(String separator) {
    return Wrapped.join(text, start, end, separator, LONGEST);
  }

  private Optional<LogEntry> entry(String record) {
    LogHead head = headed ? format.head(record) : LogHead.none(record);
    List<Sighting> sightings = sightings(signatures, head.message(), record);
    return sightings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LogEntry(
                capture.span(start, end),
                head.time(),
                head.host(),
                head.program(),
                head.pid(),
                head.level(),
                head.operation(),
                head.message(),
                sightings));
  }

  /** What a record says to the signatures. */
  static List<Sighting> sightings(SignatureSet signatures, String message, String record) {
    return signatures.match(message, record).stream().map(LogScan::sighting).toList();
  }

  private static Sighting sighting(SignatureSet.Match match) {
    Signature signature = match.signature();
    return new Sighting(
        signature.id(), signature.rule(), signature.meaning(), signature.fix(), match.groups());
  }

  /** Whether there was any record or entry. */
  public boolean isEmpty() {
    return firstStart < 0 && entries.isEmpty();
  }

  /** The log, once all lines were taken. */
  public Log log() {
    close();
    sayLeftOut();
    Optional<LogTime> first = Optional.empty();
    Optional<LogTime> last = Optional.empty();
    if (firstStart >= 0) {
      LogHead head = head(firstStart, firstEnd);
      first = head.time();
      head.host().ifPresent(hosts::add);
      LogHead tail = head(lastStart, lastEnd);
      last = tail.time();
      tail.host().ifPresent(hosts::add);
    }
    Optional<String> host =
        hosts.size() == 1 ? Optional.of(hosts.iterator().next()) : Optional.empty();
    if (newestFirst(first, last)) {
      Collections.reverse(entries);
      return new Log(capture, entries, host, last, first, until);
    }
    return new Log(capture, entries, host, first, last, until);
  }

  /** Whether it is the output of {@code journalctl -r}; a new year looks like it from afar. */
  private boolean newestFirst(Optional<LogTime> first, Optional<LogTime> last) {
    if (first.isEmpty() || last.isEmpty() || first.get().compareTo(last.get()) <= 0) {
      return false;
    }
    LogTime latest = first.get();
    if (!latest.yearKnown()
        && ChronoUnit.DAYS.between(last.get().value(), latest.value()) > HALF_A_YEAR) {
      return false;
    }
    for (LogEntry entry : entries) {
      if (entry.time().isPresent() && entry.time().get().compareTo(latest) > 0) {
        return false;
      }
      latest = entry.time().orElse(latest);
    }
    return true;
  }

  private LogHead head(int from, int to) {
    return format.head(text.substring(from, Math.min(to, from + LONGEST)));
  }
}
