package io.github.viplint.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Runs viplint and its rivals by turns, so that all see the same machine, and prints the medians
 * and their ratio. The first turn warms up the page cache and is not counted.
 */
final class SideBySide {
  private static final int WRONG_USAGE = 2;
  private static final int INCOMPLETE = 3;
  private static final int BROKEN = 4;

  private final List<String> viplint;
  private final int turns;
  private final PrintStream out;

  /**
   * @param viplint the command that starts viplint
   */
  SideBySide(List<String> viplint, int turns, PrintStream out) {
    this.viplint = List.copyOf(viplint);
    this.turns = turns;
    this.out = out;
  }

  /** Measures; false when a limit does not hold. */
  boolean holds(String name, Scenario.Contest contest) throws IOException {
    out.printf("%s: %s%n", name, contest.input());
    contest.heap().ifPresent(most -> out.printf("  in a heap of %d MiB%n", most));
    Map<String, String> environment = contest.environment();
    List<WholeProcess> ours = new ArrayList<>();
    Map<String, List<WholeProcess>> theirs = new LinkedHashMap<>();
    for (int turn = 0; turn <= turns; turn++) {
      WholeProcess mine = WholeProcess.run(own(contest.arguments()), environment);
      if (mine.exit() == WRONG_USAGE || mine.exit() == BROKEN) {
        throw new IOException("viplint failed with exit code " + mine.exit());
      }
      if (mine.exit() == INCOMPLETE && contest.heap().isPresent()) {
        out.println("  MISSED: this heap is too small to read the input");
        return false;
      }
      if (turn > 0) {
        ours.add(mine);
      }
      for (Scenario.Rival rival : contest.rivals()) {
        WholeProcess its =
            rival.own()
                ? WholeProcess.run(own(rival.command()), environment)
                : WholeProcess.run(rival.command());
        if (turn > 0) {
          theirs.computeIfAbsent(rival.name(), unused -> new ArrayList<>()).add(its);
        }
      }
    }
    print("viplint", ours);
    theirs.forEach(this::print);
    boolean holds = true;
    OptionalDouble fastest = theirs.values().stream().mapToDouble(SideBySide::median).min();
    if (fastest.isPresent()) {
      double ratio = median(ours) / fastest.getAsDouble();
      out.printf(Locale.ROOT, "  ratio         %.2f", ratio);
      if (contest.mostRatio().isPresent()) {
        holds = say(ratio <= contest.mostRatio().getAsDouble(), contest.mostRatio().getAsDouble());
      }
      out.println();
    }
    double peak = ours.stream().mapToLong(WholeProcess::peakKibibytes).max().orElse(0) / 1024.0;
    out.printf(Locale.ROOT, "  peak MiB      %.0f", peak);
    if (contest.mostMebibytes().isPresent()) {
      holds &= say(peak < contest.mostMebibytes().getAsInt(), contest.mostMebibytes().getAsInt());
    }
    out.println();
    out.flush();
    return holds;
  }

  private List<String> own(List<String> arguments) {
    List<String> command = new ArrayList<>(viplint);
    command.addAll(arguments);
    return command;
  }

  private boolean say(boolean holds, double limit) {
    out.printf(Locale.ROOT, "  (limit %.1f: %s)", limit, holds ? "holds" : "MISSED");
    return holds;
  }

  private void print(String name, List<WholeProcess> runs) {
    out.printf(Locale.ROOT, "  %-13s median %7.3f s  ", name, median(runs));
    for (WholeProcess run : runs) {
      out.printf(Locale.ROOT, " %.3f", run.seconds());
    }
    double cpu = runs.stream().mapToDouble(WholeProcess::cpuSeconds).average().orElse(0);
    out.printf(Locale.ROOT, "   cpu mean %.3f s   exit %d%n", cpu, runs.get(0).exit());
  }

  private static double median(List<WholeProcess> runs) {
    double[] sorted = runs.stream().mapToDouble(WholeProcess::seconds).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
