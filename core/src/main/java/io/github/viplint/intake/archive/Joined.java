package io.github.viplint.intake.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.jspecify.annotations.Nullable;

/** The parts of a file that stand in an archive one behind the other, as one stream. */
final class Joined extends InputStream {
  private final Entries entries;
  private Fragment part;
  private @Nullable ArchiveEntry behind;
  private boolean ended;

  /**
   * @param first the part that {@code entries} has just come to
   */
  Joined(Entries entries, Fragment first) {
    this.entries = entries;
    this.part = first;
  }

  /** The part that was read last. */
  Fragment last() {
    return part;
  }

  /** The entry behind the last part; null at the end of the archive. */
  @Nullable ArchiveEntry behind() throws IOException {
    byte[] rest = new byte[1 << 13];
    while (!ended) {
      read(rest, 0, rest.length);
    }
    return behind;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (!ended) {
      int read = entries.content().read(bytes, offset, length);
      if (read >= 0) {
        return read;
      }
      ArchiveEntry next = entries.next();
      Optional<Fragment> follows =
          next == null
              ? Optional.empty()
              : Fragment.of(MemberName.plain(next.getName())).filter(part::isBefore);
      if (follows.isPresent()) {
        part = follows.get();
      } else {
        ended = true;
        behind = next;
      }
    }
    return -1;
  }
}
