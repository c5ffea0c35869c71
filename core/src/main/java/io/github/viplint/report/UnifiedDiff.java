package io.github.viplint.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import io.github.viplint.capture.Capture;
import io.github.viplint.lint.FixPlan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a plan changes in a file, as {@code diff -u} prints it and {@code git apply} takes it. Lines
 * are compared as they are and shown with their secrets masked; a diff that shows a masked line can
 * be read, and not applied.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** Lines times differences; to compare more would take too long. */
  private static final long MOST_COMPARED = 50_000_000;

  private static final String NO_NEWLINE = "\n\\ No newline at end of file";

  private final FixPlan.Change change;

  public UnifiedDiff(FixPlan.Change change) {
    this.change = change;
  }

  /** Its lines, headers first, without their ends; control characters as they are in the file. */
  public List<String> rows() {
    Lines before = Lines.of(change.before());
    Lines after = Lines.of(change.after());
    Patch<String> shown = new Patch<>();
    for (AbstractDelta<String> delta : deltas(before.raw(), after.raw())) {
      shown.addDelta(
          new ChangeDelta<>(
              before.chunk(delta.getSource().getPosition(), delta.getSource().size()),
              after.chunk(delta.getTarget().getPosition(), delta.getTarget().size())));
    }
    String file = change.before().source().file();
    return UnifiedDiffUtils.generateUnifiedDiff(
            name("a/", file), name("b/", file), before.shown(), shown, CONTEXT)
        .stream()
        .flatMap(row -> split(row).stream())
        .toList();
  }

  /** A last line without newline carries its remark. */
  private static List<String> split(String row) {
    int remark = row.lastIndexOf(NO_NEWLINE);
    return remark < 0 ? List.of(row) : List.of(row.substring(0, remark), row.substring(remark + 1));
  }

  /** Whether secrets are masked in these rows, so that they can't be applied. */
  public boolean isMasked(List<String> rows) {
    Set<String> raw = new HashSet<>();
    change.before().text().lines().forEach(raw::add);
    change.after().text().lines().forEach(raw::add);
    return rows.stream()
        .skip(2)
        .filter(row -> !row.startsWith("@@") && !row.startsWith("\\"))
        .flatMap(row -> row.substring(1).lines())
        .anyMatch(line -> !raw.contains(line));
  }

  /** Lines with their ends, so that a missing newline is a difference. */
  private record Lines(List<String> raw, List<String> shown) {
    static Lines of(Capture capture) {
      String text = capture.text();
      List<String> raw = new ArrayList<>();
      List<String> shown = new ArrayList<>();
      for (int start = 0; start < text.length(); ) {
        int lf = text.indexOf('\n', start);
        int end = lf < 0 ? text.length() : lf;
        raw.add(text.substring(start, lf < 0 ? end : lf + 1));
        shown.add(capture.shownHere(start, end) + (lf < 0 ? NO_NEWLINE : ""));
        start = lf < 0 ? end : lf + 1;
      }
      return new Lines(raw, shown);
    }

    Chunk<String> chunk(int position, int size) {
      return new Chunk<>(position, shown.subList(position, position + size));
    }
  }

  /** What lies between the first and the last difference, compared line by line. */
  private static List<AbstractDelta<String>> deltas(List<String> before, List<String> after) {
    int most = Math.min(before.size(), after.size());
    int head =
        IntStream.range(0, most)
            .filter(i -> !before.get(i).equals(after.get(i)))
            .findFirst()
            .orElse(most);
    int tail =
        IntStream.range(0, most - head)
            .filter(i -> !before.get(before.size() - 1 - i).equals(after.get(after.size() - 1 - i)))
            .findFirst()
            .orElse(most - head);
    List<String> from = before.subList(head, before.size() - tail);
    List<String> to = after.subList(head, after.size() - tail);
    if (differing(from, to) * Math.max(from.size(), to.size()) > MOST_COMPARED) {
      return List.of(new ChangeDelta<>(new Chunk<>(head, from), new Chunk<>(head, to)));
    }
    return joined(DiffUtils.diff(from, to, new MyersDiffWithLinearSpace<>()).getDeltas(), head);
  }

  /** How many lines of the two there are in one only, which is what a comparison costs. */
  private static long differing(List<String> from, List<String> to) {
    Map<String, Integer> surplus = new HashMap<>();
    from.forEach(line -> surplus.merge(line, 1, Integer::sum));
    to.forEach(line -> surplus.merge(line, -1, Integer::sum));
    return surplus.values().stream().mapToLong(Math::abs).sum();
  }

  /** Deltas that touch are one change: what goes is shown before what comes. */
  private static List<AbstractDelta<String>> joined(List<AbstractDelta<String>> deltas, int by) {
    List<AbstractDelta<String>> joined = new ArrayList<>();
    for (AbstractDelta<String> delta : deltas) {
      Chunk<String> from = moved(delta.getSource(), by);
      Chunk<String> to = moved(delta.getTarget(), by);
      if (!joined.isEmpty()) {
        AbstractDelta<String> last = joined.get(joined.size() - 1);
        if (end(last.getSource()) == from.getPosition()
            && end(last.getTarget()) == to.getPosition()) {
          joined.remove(joined.size() - 1);
          from = both(last.getSource(), from);
          to = both(last.getTarget(), to);
        }
      }
      joined.add(new ChangeDelta<>(from, to));
    }
    return joined;
  }

  private static int end(Chunk<String> chunk) {
    return chunk.getPosition() + chunk.size();
  }

  private static Chunk<String> moved(Chunk<String> chunk, int by) {
    return new Chunk<>(chunk.getPosition() + by, chunk.getLines());
  }

  private static Chunk<String> both(Chunk<String> one, Chunk<String> other) {
    List<String> lines = new ArrayList<>(one.getLines());
    lines.addAll(other.getLines());
    return new Chunk<>(one.getPosition(), lines);
  }

  /**
   * As git names files: within quotes when there is something in the name that could be taken for
   * more than a name. An absolute path stands for itself.
   */
  private static String name(String prefix, String file) {
    String path = file.startsWith("/") ? file : prefix + file.replaceFirst("^(\\./+)+", "");
    boolean plain =
        path.chars().allMatch(c -> c > ' ' && c != 0x7f && c != '"' && c != '\\')
            && Visible.of(path).equals(path);
    if (plain) {
      return path;
    }
    StringBuilder quoted = new StringBuilder("\"");
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      int c = each & 0xff;
      if (c == '"' || c == '\\') {
        quoted.append('\\').append((char) c);
      } else if (c < ' ' || c >= 0x7f) {
        quoted.append(String.format("\\%03o", c));
      } else {
        quoted.append((char) c);
      }
    }
    return quoted.append('"').toString();
  }
}
