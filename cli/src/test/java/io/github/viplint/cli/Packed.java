package io.github.viplint.cli;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;

/** Archives made in memory, good ones and such as no honest tool makes. */
final class Packed {
  private final List<Map.Entry<TarArchiveEntry, byte[]>> entries = new ArrayList<>();

  /** Bytes of a text. */
  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  Packed with(String name, String text) {
    return with(name, text(text));
  }

  Packed with(String name, byte[] bytes) {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(bytes.length);
    entries.add(Map.entry(entry, bytes));
    return this;
  }

  Packed withLink(String name, String to, boolean hard) {
    TarArchiveEntry entry =
        new TarArchiveEntry(name, hard ? TarConstants.LF_LINK : TarConstants.LF_SYMLINK);
    entry.setLinkName(to);
    entries.add(Map.entry(entry, new byte[0]));
    return this;
  }

  /** A name of so many bytes, which GNU tar writes as an entry before the one that it is of. */
  Packed withLongName(int length) {
    TarArchiveEntry entry =
        new TarArchiveEntry(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME);
    entry.setSize(length);
    byte[] name = new byte[length];
    Arrays.fill(name, (byte) 'x');
    entries.add(Map.entry(entry, name));
    return this;
  }

  Packed withDevice(String name) {
    entries.add(Map.entry(new TarArchiveEntry(name, TarConstants.LF_CHR), new byte[0]));
    return this;
  }

  byte[] tar() {
    return written(
        out -> {
          try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            for (Map.Entry<TarArchiveEntry, byte[]> entry : entries) {
              tar.putArchiveEntry(entry.getKey());
              tar.write(entry.getValue());
              tar.closeArchiveEntry();
            }
          }
        });
  }

  byte[] tgz() {
    return gz(tar());
  }

  byte[] zip() {
    return written(
        out -> {
          try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Map.Entry<TarArchiveEntry, byte[]> entry : entries) {
              zip.putArchiveEntry(new ZipArchiveEntry(entry.getKey().getName()));
              zip.write(entry.getValue());
              zip.closeArchiveEntry();
            }
          }
        });
  }

  static byte[] gz(byte[] bytes) {
    return through(GZIPOutputStream::new, bytes);
  }

  static byte[] bz2(byte[] bytes) {
    return through(BZip2CompressorOutputStream::new, bytes);
  }

  static byte[] xz(byte[] bytes) {
    return through(XZCompressorOutputStream::new, bytes);
  }

  static byte[] zst(byte[] bytes) {
    return through(ZstdOutputStream::new, bytes);
  }

  private interface Opening {
    OutputStream on(OutputStream out) throws IOException;
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] through(Opening packing, byte[] bytes) {
    return written(
        out -> {
          try (OutputStream packed = packing.on(out)) {
            packed.write(bytes);
          }
        });
  }

  private static byte[] written(Writing writing) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
