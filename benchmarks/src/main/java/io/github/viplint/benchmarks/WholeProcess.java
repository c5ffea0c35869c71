package io.github.viplint.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One run of a command from its start to its end, its output read through a pipe and thrown away. A
 * tool that sees /dev/null may stop early, as grep does.
 *
 * @param seconds from the start of the process to its end
 * @param cpuSeconds what it and its children used of the processors, in steps of a hundredth
 * @param peakKibibytes the most resident memory that the kernel saw (VmHWM of proc(5)), sampled
 *     until the process ends
 * @param exit its exit status
 */
record WholeProcess(double seconds, double cpuSeconds, long peakKibibytes, int exit) {
  private static final long SAMPLE_MILLIS = 5;

  /** USER_HZ of proc(5), the same on every Linux. */
  private static final double TICKS_PER_SECOND = 100;

  static WholeProcess run(List<String> command) throws IOException {
    return run(command, Map.of());
  }

  /**
   * @param environment what it gets besides this process's own
   */
  static WholeProcess run(List<String> command, Map<String, String> environment)
      throws IOException {
    long ticks = ticksOfChildren();
    long begin = System.nanoTime();
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    Thread reader = new Thread(() -> drain(process.getInputStream()), "output");
    reader.start();
    try {
      long peak = 0;
      while (!process.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, peak(process.pid()));
      }
      long end = System.nanoTime();
      reader.join();
      double cpu = (ticksOfChildren() - ticks) / TICKS_PER_SECOND;
      return new WholeProcess((end - begin) / 1e9, cpu, peak, process.exitValue());
    } catch (InterruptedException e) {
      process.destroy();
      throw new IOException("interrupted", e);
    }
  }

  private static void drain(InputStream output) {
    try (output) {
      output.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      // the process has ended
    }
  }

  /** What all children that have ended used: cutime and cstime of proc(5). */
  private static long ticksOfChildren() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    // the second field, the name in brackets, may hold blanks
    String[] fromState = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fromState[13]) + Long.parseLong(fromState[14]);
  }

  /** 0 once the process has ended. */
  private static long peak(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    } catch (IOException e) {
      return 0;
    }
    return 0;
  }
}
