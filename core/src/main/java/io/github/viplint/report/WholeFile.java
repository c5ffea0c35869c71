package io.github.viplint.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that is there as a whole or not at all. */
public record WholeFile(Path file) {

  /** What goes into it. */
  @FunctionalInterface
  public interface Body {
    void write(Writer out) throws IOException;
  }

  /**
   * Writes the file beside its place and moves it there, so that it is never half of one. It is
   * readable for whom the process's umask lets read: a temporary file would be its owner's alone.
   */
  public void write(Body body) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        body.write(out);
      }
      return;
    }
    Path written = folder().resolve(".viplint-" + UUID.randomUUID() + ".tmp");
    try {
      try (Writer out =
          Files.newBufferedWriter(
              written,
              StandardCharsets.UTF_8,
              StandardOpenOption.CREATE_NEW,
              StandardOpenOption.WRITE)) {
        body.write(out);
      }
      move(written);
    } finally {
      Files.deleteIfExists(written);
    }
  }

  private void move(Path written) throws IOException {
    try {
      Files.move(
          written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The folder that it goes to. */
  public Path folder() {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file : parent;
  }
}
