package io.github.viplint.intake.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * What comes out of a compressed stream, watched for bombs. Once it has grown out of all
 * proportion, one read fails and takes no byte with it; some more may be read then, to get at what
 * stands behind.
 */
final class Guard extends FilterInputStream {
  private final Limits limits;
  private final LongSupplier packed;
  private long out;
  private long allowed = Long.MAX_VALUE;

  /**
   * @param packed how many bytes went in
   */
  Guard(InputStream in, LongSupplier packed, Limits limits) {
    super(in);
    this.packed = packed;
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    check();
    int count = super.read(bytes, offset, length);
    if (count > 0) {
      out += count;
      limits.unpacked(count);
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] gone = new byte[(int) Math.min(count, 1 << 13)];
    return Math.max(0, read(gone, 0, gone.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check() throws LimitException {
    if (out > allowed
        || allowed == Long.MAX_VALUE
            && out > Limits.SMALL
            && out / Limits.RATIO > Math.max(1, packed.getAsLong())) {
      allowed = out + Limits.SKIPPED;
      throw new LimitException(
          "unpacks to more than "
              + Limits.RATIO
              + " times its size, as only a bomb does, and was not read");
    }
  }
}
