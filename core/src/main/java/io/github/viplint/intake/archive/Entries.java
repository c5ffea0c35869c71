package io.github.viplint.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The entries of one tar or zip, one after the other, as they come. */
final class Entries {
  /** Names and attributes of one entry have no more bytes, or someone wants our memory. */
  private static final long LARGEST_HEADER = 1 << 20;

  private final Bounded in;
  private final ArchiveInputStream<?> archive;
  private final Limits limits;
  private InputStream content = InputStream.nullInputStream();
  private long promised = ArchiveEntry.SIZE_UNKNOWN;

  Entries(Packing packing, InputStream packed, Limits limits) {
    this.in = new Bounded(packed);
    this.limits = limits;
    this.archive =
        packing == Packing.ZIP
            ? new ZipArchiveInputStream(in, "UTF-8", true, false)
            : new TarArchiveInputStream(in, "UTF-8");
  }

  /**
   * Goes on to the next entry; what was left of the one before must have been read.
   *
   * @return null when there is none
   */
  @Nullable ArchiveEntry next() throws IOException {
    limits.member();
    if (archive instanceof TarArchiveInputStream) {
      in.allow(LARGEST_HEADER);
    }
    ArchiveEntry entry = archive.getNextEntry();
    in.allowAll();
    promised = entry == null ? ArchiveEntry.SIZE_UNKNOWN : entry.getSize();
    content =
        archive instanceof ZipArchiveInputStream zip
            ? new Guard(archive, zip::getCompressedCount, limits)
            : archive;
    return entry;
  }

  boolean canRead(ArchiveEntry entry) {
    return archive.canReadEntryData(entry);
  }

  /** What the entry holds. */
  InputStream content() {
    return content;
  }

  /** Reads what is left of the entry. */
  void finish() throws IOException {
    byte[] rest = new byte[1 << 16];
    while (content.read(rest, 0, rest.length) >= 0) {
      // it has to be unpacked to get at what stands behind it
    }
  }

  /** What is wrong with the size that the entry said it has, once it is finished. */
  Optional<String> sayLie() {
    return archive instanceof ZipArchiveInputStream zip
            && promised != ArchiveEntry.SIZE_UNKNOWN
            && promised != zip.getUncompressedCount()
        ? Optional.of(
            "says that it has " + promised + " bytes, and has " + zip.getUncompressedCount())
        : Optional.empty();
  }
}
