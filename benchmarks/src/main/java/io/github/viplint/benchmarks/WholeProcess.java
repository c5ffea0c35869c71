package io.github.viplint.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of a command from its start to its end, its output read through a pipe and thrown away. A
 * tool that sees /dev/null may stop early, as grep does.
 *
 * @param seconds from the start of the process to its end
 * @param peakKibibytes the most resident memory that the kernel saw (VmHWM of proc(5)), sampled
 *     until the process ends
 * @param exit its exit status
 */
record WholeProcess(double seconds, long peakKibibytes, int exit) {
  private static final long SAMPLE_MILLIS = 5;

  static WholeProcess run(List<String> command) throws IOException {
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
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
      return new WholeProcess((end - begin) / 1e9, peak, process.exitValue());
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
