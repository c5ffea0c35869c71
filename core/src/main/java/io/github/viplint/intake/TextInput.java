package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.LineNumbers;
import io.github.viplint.intake.Content.NoTextException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads inputs as text. A large one that begins as a log is sieved, whatever its size; any other is
 * held whole, and is refused when it is too large for that.
 */
final class TextInput {
  /** From this size on a log is known by its beginning. */
  static final int LARGE = 4 << 20;

  /** So much of a log may matter. */
  private static final int MOST_KEPT = 16 << 20;

  private static final int CHUNK = 1 << 16;

  private final ByteSearch wanted;

  /**
   * @param wanted what makes a line of a large log worth keeping
   */
  TextInput(ByteSearch wanted) {
    this.wanted = wanted;
  }

  /**
   * Reads all of {@code in}, but stops as soon as it turns out to be no text, or too large.
   *
   * @param told the kind that the user told
   * @param most how many bytes it may have, where each line counts for {@link Content#LINE} more;
   *     of a log that is sieved, what is kept of it
   */
  Content read(InputStream in, Optional<CaptureKind> told, long most)
      throws IOException, NoTextException {
    return read(in, told, most, true);
  }

  /** Reads all of {@code in} and leaves out nothing. */
  Content readWhole(InputStream in, long most) throws IOException, NoTextException {
    return read(in, Optional.empty(), most, false);
  }

  /**
   * @param sieves whether a large log is sieved
   */
  private Content read(InputStream raw, Optional<CaptureKind> told, long most, boolean sieves)
      throws IOException, NoTextException {
    MessageDigest digest = sha256();
    InputStream in = new DigestInputStream(raw, digest);
    ByteArrayOutputStream read = new ByteArrayOutputStream(CHUNK);
    byte[] chunk = new byte[CHUNK];
    int line = 0;
    int lines = 0;
    boolean wide = false;
    for (int count = in.readNBytes(chunk, 0, CHUNK);
        count > 0;
        count = in.readNBytes(chunk, 0, CHUNK)) {
      if (read.size() == 0) {
        wide = Decoded.isWide(chunk, count);
        refuseKnownBinary(chunk, count);
      }
      for (int i = 0; i < count; i++) {
        if (chunk[i] == 0 && !wide) {
          throw new NoTextException("is binary, no text");
        }
        if (chunk[i] == '\n') {
          line = 0;
          lines++;
        } else {
          line++;
        }
      }
      if (line > Content.LONGEST_LINE) {
        throw new NoTextException(
            "has a line of more than "
                + (Content.LONGEST_LINE >> 20)
                + " MB; this is no text to read");
      }
      if (read.size() + (long) count > most) {
        throw new NoTextException(
            "is larger than " + (most >> 20) + " MB; cut out the part that matters");
      }
      if (read.size() + count + (long) Content.LINE * lines > most) {
        throw new NoTextException(
            "has more than " + lines + " lines; cut out the part that matters");
      }
      read.write(chunk, 0, count);
      if (sieves && read.size() == LARGE && !wide) {
        String head = new String(read.toByteArray(), 0, LogSample.ENOUGH, StandardCharsets.UTF_8);
        Optional<CaptureKind> log =
            told.isPresent() ? told.filter(LogSample::isLog) : LogSample.kind(head);
        if (log.isPresent()) {
          InputStream all =
              new SequenceInputStream(new ByteArrayInputStream(read.toByteArray()), in);
          return sieved(all, digest, log.get(), RecordStart.in(log.get(), head), most);
        }
      }
    }
    Decoded decoded = Decoded.of(read.toByteArray());
    return new Content(
        decoded.text(),
        LineNumbers.ALL,
        decoded.charset(),
        HexFormat.of().formatHex(digest.digest()),
        Optional.empty(),
        false,
        List.of());
  }

  private Content sieved(
      InputStream all, MessageDigest digest, CaptureKind log, RecordStart start, long most)
      throws IOException {
    KeptLines kept = new KeptLines((int) Math.min(MOST_KEPT, most));
    LogSieve sieve = new LogSieve(wanted, start, kept);
    try (ReadAhead ahead = new ReadAhead(all)) {
      sieve.read(ahead);
    }
    List<String> notes = new ArrayList<>();
    if (kept.firstUnkept() > 0) {
      notes.add(
          "holds more than "
              + (MOST_KEPT >> 20)
              + " MB of lines that matter; from line "
              + kept.firstUnkept()
              + " on they were not looked at");
    }
    if (sieve.longLines() > 0) {
      notes.add("has lines that are too long to be read: " + sieve.longLines());
    }
    boolean otherwise = LogSample.endsOtherwise(log, sieve.tail(LogSample.ENOUGH));
    if (otherwise) {
      notes.add("begins as a " + log.id() + " and ends as something else, which was not looked at");
    }
    Decoded decoded = Decoded.of(kept.bytes());
    return new Content(
        decoded.text(),
        LineNumbers.of(kept.numbers(), (int) Math.min(Integer.MAX_VALUE, sieve.lines())),
        decoded.charset(),
        HexFormat.of().formatHex(digest.digest()),
        Optional.of(log),
        otherwise,
        notes);
  }

  private static void refuseKnownBinary(byte[] bytes, int count) throws NoTextException {
    if (Decoded.startsWith(bytes, count, 0xFF, 0xD8, 0xFF)
        || Decoded.startsWith(bytes, count, 0x89, 'P', 'N', 'G')
        || Decoded.startsWith(bytes, count, 'G', 'I', 'F', '8')) {
      throw new NoTextException("is an image; paste the text instead");
    }
    if (Decoded.startsWith(bytes, count, 0x1F, 0x8B)
        || Decoded.startsWith(bytes, count, 'P', 'K', 3, 4)) {
      throw new NoTextException("is an archive; unpack it and give the folder");
    }
    if (Decoded.startsWith(bytes, count, '%', 'P', 'D', 'F')) {
      throw new NoTextException("is a PDF; paste the text instead");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
