package io.github.viplint.intake.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.jspecify.annotations.Nullable;

/**
 * Goes through an archive, and the archives in it, once and from front to back. Whatever is wrong
 * with a member is said, and the others are still read; nothing that an archive holds throws.
 */
public final class ArchiveWalk {
  private static final int BUFFER = 1 << 16;

  /** What a compressed file says of itself has no more bytes, or someone wants our memory. */
  private static final long LARGEST_HEADER = 1 << 20;

  private final Members members;
  private final Limits limits = new Limits();

  public ArchiveWalk(Members members) {
    this.members = members;
  }

  /**
   * Hands out what {@code in} holds.
   *
   * @param origin what to call it
   * @param in begins as a {@link Packing} does; not closed
   */
  public void walk(String origin, InputStream in) {
    try {
      open(origin, origin, true, buffered(in), 0);
    } catch (IOException e) {
      members.problem(origin, words(e));
    } catch (RuntimeException e) { // decoders of hostile bytes
      members.problem(origin, "is damaged");
    }
  }

  private static BufferedInputStream buffered(InputStream in) {
    return new BufferedInputStream(in, BUFFER);
  }

  /**
   * @param named someone named it, and it stands in no archive: it is wanted
   * @param depth how many layers are around it
   */
  private void open(String origin, String path, boolean named, BufferedInputStream in, int depth)
      throws IOException {
    Optional<Packing> packing = packing(in);
    if (packing.isEmpty()) {
      if (named || members.wants(path)) {
        take(new Member(origin, path, in));
      }
      return;
    }
    boolean archive = packing.get().isArchive();
    if (!named && archive && MemberName.isNoBundle(path)) {
      members.passOver(origin);
      return;
    }
    if (!named
        && !archive
        && !MemberName.mayHoldMembers(path)
        && !members.wants(MemberName.unpacked(path))) {
      return;
    }
    if (depth >= Limits.DEEPEST) {
      throw new LimitException(
          "is packed more than " + Limits.DEEPEST + " times over, and was not read");
    }
    if (archive) {
      entries(origin, new Entries(packing.get(), in, limits), depth);
    } else {
      Bounded packed = new Bounded(in);
      packed.allow(LARGEST_HEADER);
      InputStream unpacked = new Guard(packing.get().unpack(packed), packed::count, limits);
      packed.allowAll();
      open(origin, MemberName.unpacked(path), named, buffered(unpacked), depth + 1);
    }
  }

  private static Optional<Packing> packing(BufferedInputStream in) throws IOException {
    in.mark(Packing.HEAD);
    byte[] head = in.readNBytes(Packing.HEAD);
    in.reset();
    return Packing.of(head);
  }

  private void take(Member member) throws IOException {
    members.take(member);
    if (member.failure().isPresent()) {
      throw member.failure().get();
    }
  }

  private void entries(String origin, Entries entries, int depth) throws IOException {
    ArchiveEntry entry = entries.next();
    while (entry != null) {
      entry = entry(origin, entries, entry, depth);
    }
  }

  /** Looks at one entry and returns the one behind it. */
  private @Nullable ArchiveEntry entry(
      String origin, Entries entries, ArchiveEntry entry, int depth) throws IOException {
    String path = MemberName.plain(entry.getName());
    String member = origin + "!/" + path;
    Optional<String> problem = MemberName.problem(path);
    if (problem.isPresent()) {
      members.problem(member, problem.get());
    } else if (entry instanceof TarArchiveEntry tar && (tar.isLink() || tar.isSymbolicLink())) {
      members.link(
          member,
          path,
          tar.isLink()
              ? Optional.of(origin + "!/" + MemberName.plain(tar.getLinkName()))
              : Optional.empty());
    } else if (isDevice(entry)) {
      members.problem(member, "is a device, no file");
    } else if (!entry.isDirectory()) {
      Optional<Fragment> part = Fragment.of(path);
      if (part.isPresent()) {
        return join(origin, entries, part.get(), depth);
      }
      if (entries.canRead(entry)) {
        BufferedInputStream content = buffered(entries.content());
        if (entry instanceof ZipArchiveEntry && ZipLink.is(content)) {
          members.link(member, path, Optional.empty());
        } else {
          read(member, path, content, depth);
        }
      } else {
        members.problem(member, "is encrypted, or packed in a way that can't be read");
      }
    }
    finish(member, entries);
    entries.sayLie().ifPresent(lie -> members.problem(member, lie));
    return entries.next();
  }

  private static boolean isDevice(ArchiveEntry entry) {
    return entry instanceof TarArchiveEntry tar
        && (tar.isBlockDevice() || tar.isCharacterDevice() || tar.isFIFO());
  }

  /** Reads a member, which spoils no other. */
  private void read(String origin, String path, BufferedInputStream content, int depth) {
    try {
      open(origin, path, false, content, depth + 1);
    } catch (IOException e) {
      members.problem(origin, words(e));
    } catch (RuntimeException e) { // decoders of hostile bytes
      members.problem(origin, "is damaged");
    }
  }

  /** Goes to the end of an entry. A bomb says so once, then lets what is behind it be reached. */
  private void finish(String member, Entries entries) throws IOException {
    try {
      entries.finish();
    } catch (LimitException e) {
      members.problem(member, e.getMessage());
      entries.finish();
    }
  }

  private @Nullable ArchiveEntry join(String origin, Entries entries, Fragment first, int depth)
      throws IOException {
    Joined joined = new Joined(entries, first);
    String member = origin + "!/" + first.whole();
    if (first.number() > 0) {
      members.problem(member, "lacks its first part, or its parts are not in order");
    } else {
      read(member, first.whole(), buffered(joined), depth);
    }
    return joined.behind();
  }

  private static String words(IOException e) {
    if (e instanceof LimitException) {
      return e.getMessage();
    }
    if (e instanceof MemoryLimitException) {
      return "needs more memory to be unpacked than it is given";
    }
    if (e instanceof FileSystemException failed && failed.getReason() != null) {
      return "can't be read: " + failed.getReason();
    }
    String message = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
    return e instanceof EOFException || message.contains("truncated") || message.contains("end of")
        ? "is cut off; what stands before was looked at"
        : "is damaged; what stands before was looked at";
  }
}
