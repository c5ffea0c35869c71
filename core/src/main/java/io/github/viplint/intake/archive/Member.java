package io.github.viplint.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of an archive, or the one of a compressed file, while it is read. What breaks off in the
 * middle ends there, and {@link #failure} says so.
 */
public final class Member extends InputStream {
  private final String origin;
  private final String path;
  private final InputStream in;
  private long count;
  private @Nullable IOException failure;

  Member(String origin, String path, InputStream in) {
    this.origin = origin;
    this.path = path;
    this.in = in;
  }

  /** {@code bundle.tgz!/member}. */
  public String origin() {
    return origin;
  }

  /** Where it is in its archive, without the ending of a compressed file. */
  public String path() {
    return path;
  }

  /** Why it broke off. */
  public Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /** How many bytes were read of it. */
  long count() {
    return count;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    if (failure != null) {
      return -1;
    }
    try {
      int read = in.read(bytes, offset, length);
      count += Math.max(0, read);
      return read;
    } catch (IOException e) {
      failure = e;
    } catch (RuntimeException e) { // decoders of hostile bytes
      failure = new IOException("is damaged", e);
    }
    return -1;
  }

  /** The archive stays open. */
  @Override
  public void close() {}
}
