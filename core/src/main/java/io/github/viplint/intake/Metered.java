package io.github.viplint.intake;

import io.github.viplint.capture.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An input that tells how far it was read, every megabyte and when it is closed. */
final class Metered extends FilterInputStream {
  private static final long STEP = 1 << 20;

  private final String file;
  private final long size;
  private final Progress progress;
  private long count;
  private long next = STEP;

  Metered(InputStream in, String file, long size, Progress progress) {
    super(in);
    this.file = file;
    this.size = size;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    count += Math.max(0, read);
    if (count >= next) {
      next = count + STEP;
      progress.at(file, count, size);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Standard input, whose size nobody knows, stays open. */
  @Override
  public void close() throws IOException {
    progress.at(file, count, count);
    if (size >= 0) {
      super.close();
    }
  }
}
