package io.github.viplint.fix;

import io.github.viplint.lint.FixPlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes the files of a plan: all of them, or none when one of them can't be written. Each is
 * written beside the old one, forced to disk and put in its place, so at no time it is there in
 * part. Mode, owner and extended attributes stay, and so does a link that leads to it.
 */
public final class FileWriter {
  /** The largest file that is read again; intake takes no larger configuration. */
  private static final long LARGEST = 1L << 30;

  private FileWriter() {}

  /** A file that is ready to take the old one's place. */
  private record Ready(FixPlan.Change change, Path file, Path temporary) {}

  /** Why a file is left as it is; the message is for people. */
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  /** Writes those changes that are of files; what became of each, in their order. */
  public static List<FixPlan.Written> write(List<FixPlan.Change> changes) {
    List<FixPlan.Change> files =
        changes.stream().filter(change -> change.file().isPresent()).toList();
    List<Ready> ready = new ArrayList<>();
    List<FixPlan.Written> refused = new ArrayList<>();
    for (FixPlan.Change change : files) {
      try {
        ready.add(prepared(change, change.file().orElseThrow().toRealPath()));
      } catch (RefusedException e) {
        refused.add(written(change, e.getMessage()));
      } catch (IOException e) {
        refused.add(written(change, "can't be replaced: " + reason(e)));
      }
    }
    if (!refused.isEmpty()) {
      for (Ready one : ready) {
        delete(one.temporary());
        refused.add(written(one.change(), "another file of the plan can't be written"));
      }
      return refused;
    }
    return ready.stream().map(FileWriter::replaced).toList();
  }

  private static FixPlan.Written written(FixPlan.Change change, String refused) {
    return new FixPlan.Written(change.before().source().file(), Optional.of(refused));
  }

  /** Made as a copy, which takes over all attributes that this user may give. */
  private static Ready prepared(FixPlan.Change change, Path file)
      throws IOException, RefusedException {
    if (!Files.isWritable(file)) {
      throw new RefusedException("is not writable");
    }
    if (Files.size(file) > LARGEST) {
      throw new RefusedException("is too large");
    }
    Path folder = file.getParent();
    Path temporary = folder.resolve(".viplint-" + UUID.randomUUID() + ".tmp");
    try {
      Files.copy(file, temporary, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      byte[] old = Files.readAllBytes(temporary);
      byte[] text = encoded(change, old);
      sameAttributes(file, temporary);
      try (FileChannel channel =
          FileChannel.open(
              temporary, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer bytes = ByteBuffer.wrap(text);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      return new Ready(change, file, temporary);
    } catch (IOException | RefusedException | RuntimeException e) {
      delete(temporary);
      throw e;
    }
  }

  private static byte[] encoded(FixPlan.Change change, byte[] old) throws RefusedException {
    unchanged(change, old);
    return FileText.of(old, change.before().source())
        .flatMap(form -> form.bytes(change.after().text()))
        .orElseThrow(
            () ->
                new RefusedException(
                    "its encoding is not clear, so it can't be written back as it was"));
  }

  private static void unchanged(FixPlan.Change change, byte[] bytes) throws RefusedException {
    if (!sha256(bytes).equals(change.before().source().sha256())) {
      throw new RefusedException("has changed since it was read; run viplint again");
    }
  }

  private static void sameAttributes(Path file, Path copy) throws IOException, RefusedException {
    if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
      return;
    }
    PosixFileAttributes was = Files.readAttributes(file, PosixFileAttributes.class);
    PosixFileAttributes is = Files.readAttributes(copy, PosixFileAttributes.class);
    if (!was.owner().equals(is.owner()) || !was.group().equals(is.group())) {
      throw new RefusedException(
          "belongs to "
              + was.owner().getName()
              + ":"
              + was.group().getName()
              + ", which only that user can keep so");
    }
    Files.setPosixFilePermissions(copy, was.permissions());
    Map<String, Object> links = Files.readAttributes(file, "unix:nlink");
    if (links.get("nlink") instanceof Integer names && names > 1) {
      throw new RefusedException(
          "has " + names + " names (hard links), and would change under one of them only");
    }
  }

  private static FixPlan.Written replaced(Ready ready) {
    try {
      unchanged(ready.change(), Files.readAllBytes(ready.file()));
      Files.move(
          ready.temporary(),
          ready.file(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      force(ready.file().getParent());
      return new FixPlan.Written(ready.change().before().source().file(), Optional.empty());
    } catch (RefusedException e) {
      delete(ready.temporary());
      return written(ready.change(), e.getMessage());
    } catch (IOException e) {
      delete(ready.temporary());
      return written(ready.change(), reason(e));
    }
  }

  /** The new name must outlive a crash as well; not every system lets a folder be opened. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // the file itself is there, and whole
    }
  }

  private static void delete(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // what is left is hidden, and says by its name whose it is
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied in its folder";
    }
    if (e instanceof NoSuchFileException) {
      return "is gone";
    }
    return e instanceof FileSystemException failed && failed.getReason() != null
        ? failed.getReason()
        : "input/output error";
  }
}
