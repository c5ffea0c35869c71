package io.github.viplint.intake.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that counts what is read of it and can be told to give so much and no more, for a reader
 * that believes every length that it is told.
 */
final class Bounded extends FilterInputStream {
  private long count;
  private long most = Long.MAX_VALUE;

  Bounded(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  /** From here on {@code bytes} may be read. */
  void allow(long bytes) {
    most = count + bytes;
  }

  void allowAll() {
    most = Long.MAX_VALUE;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (count >= most && length > 0) {
      throw new LimitException("has a header of unreasonable size");
    }
    int read = super.read(bytes, offset, (int) Math.min(length, most - count));
    count += Math.max(0, read);
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    byte[] gone = new byte[(int) Math.min(bytes, 1 << 13)];
    return Math.max(0, read(gone, 0, gone.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
