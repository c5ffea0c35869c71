package io.github.viplint.intake.archive;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** How bytes are packed, told by how they begin. */
public enum Packing {
  GZIP(0x1F, 0x8B),
  BZIP2('B', 'Z', 'h'),
  XZ(0xFD, '7', 'z', 'X', 'Z', 0),
  ZSTD(0x28, 0xB5, 0x2F, 0xFD),
  ZIP('P', 'K', 3, 4),
  /** Has its mark further on, and sometimes none: the sum of its header tells it. */
  TAR;

  /** So many bytes are enough to tell. */
  public static final int HEAD = 512;

  /** What unpacking may take of the memory, in KiB: the dictionary of {@code xz -9} has 64 MiB. */
  private static final int MOST_KIBIBYTES = 72 << 10;

  private final int[] head;

  Packing(int... head) {
    this.head = head;
  }

  /**
   * @param head the first bytes, {@link #HEAD} if there are as many
   */
  public static Optional<Packing> of(byte[] head) {
    for (Packing packing : values()) {
      if (packing == TAR ? isTar(head) : packing.begins(head)) {
        return Optional.of(packing);
      }
    }
    return Optional.empty();
  }

  private boolean begins(byte[] bytes) {
    if (bytes.length < head.length) {
      return false;
    }
    for (int i = 0; i < head.length; i++) {
      if ((bytes[i] & 0xFF) != head[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTar(byte[] head) {
    return head.length == HEAD && TarArchiveInputStream.matches(head, HEAD);
  }

  /** Holds members; else it is one file, compressed. */
  boolean isArchive() {
    return this == TAR || this == ZIP;
  }

  /** The one file in it; of several that were joined, all. */
  InputStream unpack(InputStream in) throws IOException {
    return switch (this) {
      case GZIP ->
          GzipCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .get();
      case BZIP2 -> new BZip2CompressorInputStream(in, true);
      case XZ ->
          XZCompressorInputStream.builder()
              .setInputStream(in)
              .setDecompressConcatenated(true)
              .setMemoryLimitKiB(MOST_KIBIBYTES)
              .get();
      case ZSTD -> new ZstdInputStream(in);
      case TAR, ZIP -> throw new IllegalStateException("holds members");
    };
  }
}
