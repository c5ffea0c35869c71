package io.github.viplint.faststart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * What a jar holds.
 *
 * @param entries the content of each file by its name, in their order
 * @param time when all of them were made, so that the same build makes the same jar
 */
record Jar(Map<String, Content> entries, FileTime time) {
  private static final String CLASS = ".class";

  Jar {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** The bytes of a file; two are equal when they are the same bytes in memory. */
  static final class Content {
    private final byte[] bytes;

    Content(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }
  }

  static Jar read(Path file) throws IOException {
    Map<String, Content> entries = new LinkedHashMap<>();
    FileTime time = FileTime.fromMillis(0);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        time = entry.getLastModifiedTime();
        if (!entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            entries.put(entry.getName(), new Content(in.readAllBytes()));
          }
        }
      }
    }
    return new Jar(entries, time);
  }

  /** All of it or nothing. */
  void write(Path file) throws IOException {
    Path written = file.resolveSibling(file.getFileName() + ".new");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(written))) {
      for (Map.Entry<String, Content> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()).setLastModifiedTime(time));
        zip.write(entry.getValue().bytes());
        zip.closeEntry();
      }
    }
    Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The contents of its classes, but not of those that are for some versions of Java only. */
  List<byte[]> classes() {
    List<byte[]> classes = new ArrayList<>();
    entries.forEach(
        (name, content) -> {
          if (name.endsWith(CLASS)
              && !name.endsWith("module-info" + CLASS)
              && !name.startsWith("META-INF/")) {
            classes.add(content.bytes());
          }
        });
    return classes;
  }

  /** The content of a file, by its name. */
  Optional<byte[]> file(String name) {
    return Optional.ofNullable(entries.get(name)).map(Content::bytes);
  }

  /** The content of one class, by its internal name. */
  Optional<byte[]> classBytes(String name) {
    return file(name + CLASS);
  }

  /**
   * The same with some classes that are new or other than before.
   *
   * @param changed the classes by their internal names
   */
  Jar with(Map<String, byte[]> changed) {
    if (changed.isEmpty()) {
      return this;
    }
    Map<String, Content> all = new LinkedHashMap<>(entries);
    changed.forEach((name, bytes) -> all.put(name + CLASS, new Content(bytes)));
    return new Jar(all, time);
  }
}
