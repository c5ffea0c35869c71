package io.github.viplint.intake;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Files that are the parts of one, read as one. */
final class PartedFile extends InputStream {
  private static final int SMALL = 1 << 16;

  private final Iterator<Path> rest;
  private InputStream part;

  /**
   * @param parts at least one, in order
   */
  PartedFile(List<Path> parts) throws IOException {
    this.rest = parts.iterator();
    this.part = open(rest.next());
  }

  /**
   * A small one without a channel: to load what that takes of Java takes longer than to read it.
   */
  private static InputStream open(Path file) throws IOException {
    if (Files.size(file) <= SMALL) {
      try {
        return new FileInputStream(file.toFile());
      } catch (FileNotFoundException e) {
        // which does not say why: below it is said
      }
    }
    return Files.newInputStream(file);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = part.read(bytes, offset, length);
    while (count < 0 && rest.hasNext()) {
      part.close();
      part = open(rest.next());
      count = part.read(bytes, offset, length);
    }
    return count;
  }

  /** At least so many bytes are left. */
  @Override
  public int available() throws IOException {
    return part.available();
  }

  @Override
  public void close() throws IOException {
    part.close();
  }
}
