package io.github.viplint.cli;

import io.github.viplint.capture.Progress;
import io.github.viplint.report.Visible;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that says how far reading has come, once it takes longer than a second.
 */
final class ProgressBar implements Progress {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int WIDTH = 30;
  private static final int LONGEST_NAME = 40;

  private final PrintWriter err;
  private final LongSupplier nanos;
  private long next;
  private boolean shown;

  /**
   * @param err a terminal
   * @param nanos the clock
   */
  ProgressBar(PrintWriter err, LongSupplier nanos) {
    this.err = err;
    this.nanos = nanos;
    this.next = nanos.getAsLong() + PATIENCE;
  }

  @Override
  public synchronized void at(String file, long read, long size) {
    if (read == size) {
      if (shown) {
        err.print("\r\u001B[K");
        err.flush();
        shown = false;
      }
      return;
    }
    long now = nanos.getAsLong();
    if (now - next < 0) {
      return;
    }
    next = now + PAUSE;
    shown = true;
    err.print("\r\u001B[Kreading " + name(file) + "  " + how(read, size));
    err.flush();
  }

  private static String name(String file) {
    String name = Visible.line(file);
    return name.length() > LONGEST_NAME
        ? "…" + name.substring(name.length() - LONGEST_NAME + 1)
        : name;
  }

  private static String how(long read, long size) {
    if (size <= 0) {
      return (read >> 20) + " MB";
    }
    double part = Math.min(1, (double) read / size);
    int done = (int) (part * WIDTH);
    return "[" + "#".repeat(done) + " ".repeat(WIDTH - done) + "] " + (int) (part * 100) + " %";
  }
}
