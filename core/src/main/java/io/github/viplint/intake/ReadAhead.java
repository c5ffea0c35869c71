package io.github.viplint.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream on a thread of its own, a few blocks ahead, so that unpacking and hashing go on
 * while the bytes are looked at. Until it is closed nobody else may read the stream; closing leaves
 * the stream open.
 */
final class ReadAhead extends InputStream {
  private static final int BLOCK = 1 << 18;
  private static final int BLOCKS = 4;

  /**
   * @param count how many bytes it holds; none at the end
   * @param failure why there is no more to come, when it is not the end
   */
  private record Block(byte[] bytes, int count, @Nullable Throwable failure) {}

  private final BlockingQueue<Block> read = new ArrayBlockingQueue<>(BLOCKS + 1);
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(BLOCKS);
  private final Thread thread;
  private Block block = new Block(new byte[0], 0, null);
  private int at;
  private boolean ended;
  private volatile boolean closed;

  ReadAhead(InputStream in) {
    for (int i = 0; i < BLOCKS; i++) {
      free.add(new byte[BLOCK]);
    }
    thread = new Thread(() -> fill(in), "read-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private void fill(InputStream in) {
    try {
      int count = 1;
      while (count > 0) {
        byte[] bytes = free.take();
        if (closed) {
          return;
        }
        count = in.readNBytes(bytes, 0, BLOCK);
        read.add(new Block(bytes, count, null));
      }
    } catch (InterruptedException e) {
      read.add(new Block(new byte[0], 0, new InterruptedIOException()));
    } catch (IOException | RuntimeException | Error e) {
      read.add(new Block(new byte[0], 0, e)); // there is one place more than blocks
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, to.length);
    if (length == 0) {
      return 0;
    }
    if (at == block.count && !next()) {
      return -1;
    }
    int count = Math.min(length, block.count - at);
    System.arraycopy(block.bytes, at, to, offset, count);
    at += count;
    return count;
  }

  private boolean next() throws IOException {
    if (ended) {
      return false;
    }
    try {
      if (block.bytes.length > 0) {
        free.add(block.bytes);
      }
      block = read.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
    at = 0;
    ended = block.count == 0;
    Throwable failure = block.failure;
    if (failure instanceof IOException e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    return !ended;
  }

  /** Waits until the thread no longer reads the stream. */
  @Override
  public void close() {
    closed = true;
    free.offer(new byte[0]); // it may wait for one
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
