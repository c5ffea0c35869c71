package io.github.viplint.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * Reads a log of any size in little memory. Of its lines only those of records that hold what is
 * looked for are kept, and the first and the last record, which tell from when to when it goes. All
 * others are counted and never decoded.
 */
final class LogSieve {
  private static final int BLOCK = 1 << 20;

  /** So far back is looked for where a record begins. */
  private static final int BACK = 1 << 16;

  /** A record has no more lines, or the rest of them is looked at one by one. */
  private static final int MOST_LINES = 256;

  /** So much of a line tells whether a record begins there. */
  private static final int LINE_HEAD = 400;

  private final ByteSearch wanted;
  private final RecordStart start;
  private final Predicate<String> interruption;
  private final Predicate<String> behindBlank;
  private final KeptLines kept;
  private final byte[] buffer = new byte[BACK + 2 * BLOCK];

  /** The buffer holds what was looked at, then {@code [from, end)}, which was not. */
  private int from;

  private int end;

  /** Up to here lines were kept. */
  private int keptTo;

  /** Up to here line ends were counted; {@code lines} of them. */
  private int counted;

  private long lines;
  private long longLines;

  /** The record whose lines are being kept may go on; it has {@code recordLines} so far. */
  private boolean open = true;

  private boolean headSeen;

  /** What is open is no record, and may have any number of lines. */
  private boolean interrupted;

  private boolean interruptions;

  /** The buffer begins where the log begins. */
  private boolean whole = true;

  private int recordLines;

  /**
   * @param interruption whether a line that no record begins with is none of the log's; it is kept
   *     with all behind it, up to the next record
   * @param behindBlank the same of a line behind a blank one
   * @param kept takes the lines
   */
  LogSieve(
      ByteSearch wanted,
      RecordStart start,
      Predicate<String> interruption,
      Predicate<String> behindBlank,
      KeptLines kept) {
    this.wanted = wanted;
    this.start = start;
    this.interruption = interruption;
    this.behindBlank = behindBlank;
    this.kept = kept;
  }

  /** How many lines there were. */
  long lines() {
    return lines;
  }

  /** How many lines were too long to be looked at. */
  long longLines() {
    return longLines;
  }

  /** Whether something stood between the records that is no part of the log. */
  boolean interruptions() {
    return interruptions;
  }

  /** Whether such a thing goes on to the end. */
  boolean endsInterrupted() {
    return interrupted;
  }

  /** The end of what was read. */
  String tail(int most) {
    int at = Math.max(0, end - most);
    return new String(buffer, at, end - at, StandardCharsets.ISO_8859_1);
  }

  /** Reads all of {@code in}. */
  void read(InputStream in) throws IOException {
    boolean inLongLine = false;
    boolean more = true;
    while (more) {
      int count = in.readNBytes(buffer, end, buffer.length - end);
      end += count;
      more = end == buffer.length;
      if (inLongLine) {
        int behind = Newlines.behind(buffer, from, end);
        inLongLine = buffer[behind - 1] != '\n' && more;
        from = behind;
      }
      int stop = more ? Newlines.lineStart(buffer, from, end) : end;
      if (more && stop == from && !inLongLine && end - from >= BLOCK) {
        longLines++;
        inLongLine = true;
        stop = end;
        open = false;
      } else {
        look(stop);
      }
      from = stop;
      if (more) {
        slide();
      }
    }
    keepLast();
    count(end);
    lines += end > 0 && buffer[end - 1] != '\n' ? 1 : 0;
  }

  /** Makes room behind what may still be needed. */
  private void slide() {
    count(from);
    int gone = Math.max(0, from - BACK);
    whole &= gone == 0;
    System.arraycopy(buffer, gone, buffer, 0, end - gone);
    from -= gone;
    end -= gone;
    counted -= gone;
    keptTo = Math.max(0, keptTo - gone);
  }

  private void look(int stop) {
    int at = open ? keepOn(from, stop) : from;
    while (at < stop && kept.firstUnkept() == 0) {
      int found = wanted.find(buffer, at, stop);
      if (found < 0) {
        return;
      }
      boolean blank = buffer[found] == '\n';
      while (found < stop && (buffer[found] == '\n' || buffer[found] == '\r')) {
        found++;
      }
      int line = Newlines.lineStart(buffer, at, found);
      int behind = Newlines.behind(buffer, found, stop);
      interrupted = interrupts(head(line, end), blank);
      interruptions |= interrupted;
      int head = recordOf(line); // an interruption may have begun some lines before
      boolean headed = head >= 0;
      keep(headed ? head : line, behind);
      open = headed || interrupted;
      headSeen |= interrupted;
      recordLines = 0;
      at = open ? keepOn(behind, stop) : behind;
    }
  }

  /** Keeps the lines of the open record, and says where the next one begins. */
  private int keepOn(int first, int stop) {
    int at = first;
    boolean behindBlankLine = false;
    while (at < stop) {
      boolean begins = begins(at, stop);
      if (begins && headSeen || !interrupted && recordLines++ > MOST_LINES) {
        open = false;
        interrupted = false;
        return at;
      }
      headSeen |= begins;
      int behind = Newlines.behind(buffer, at, stop);
      if (!interrupted && interrupts(head(at, stop), behindBlankLine)) {
        interrupted = true;
        interruptions = true;
        headSeen = true;
      }
      behindBlankLine = isBlank(at, behind);
      keep(at, behind);
      at = behind;
    }
    return at;
  }

  private boolean interrupts(String line, boolean blankBefore) {
    return !start.begins(line) && (blankBefore ? behindBlank : interruption).test(line);
  }

  private boolean isBlank(int at, int behind) {
    return buffer[at] == '\n' || behind - at == 2 && buffer[at] == '\r';
  }

  /** Where the record begins that the line at {@code line} is of; -1 when that is too far. */
  private int recordOf(int line) {
    int at = line;
    for (int i = 0; i <= MOST_LINES; i++) {
      if (begins(at, end)) {
        return at;
      }
      if (at <= keptTo || at == 0) {
        return -1;
      }
      int before = Newlines.lineStart(buffer, keptTo, at - 1);
      if (before == 0 && !whole) {
        return -1; // what stands there may be the rest of a line
      }
      at = before;
    }
    return -1;
  }

  private boolean begins(int at, int stop) {
    return start.begins(head(at, stop));
  }

  /** The beginning of the line at {@code at}. */
  private String head(int at, int stop) {
    int to = at;
    while (to < stop && to - at < LINE_HEAD && buffer[to] != '\n' && buffer[to] != '\r') {
      to++;
    }
    return new String(buffer, at, to - at, StandardCharsets.UTF_8);
  }

  /** Keeps the lines between, those not kept yet. */
  private void keep(int first, int behind) {
    int at = Math.max(first, keptTo);
    if (at >= behind) {
      return;
    }
    long number = lines + 1;
    if (at < counted) {
      number -= Newlines.count(buffer, at, counted);
    } else {
      count(at);
      number = lines + 1;
    }
    while (at < behind) {
      int next = Newlines.behind(buffer, at, behind);
      kept.add(buffer, at, next, number++);
      at = next;
    }
    keptTo = behind;
  }

  private void count(int to) {
    if (to > counted) {
      lines += Newlines.count(buffer, counted, to);
      counted = to;
    }
  }

  private void keepLast() {
    if (end == 0) {
      return;
    }
    int line = Newlines.lineStart(buffer, 0, end - 1);
    if (line > 0 || whole) {
      int head = recordOf(line);
      keep(head < 0 ? line : head, end);
    }
  }
}
