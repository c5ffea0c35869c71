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
import java.util.ArrayList;
import java.util.Arrays;
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

  /** So many NUL bytes may have strayed into a text; haproxy tells of the first. */
  private static final int MOST_STRAY = 16;

  /** So many bytes there are for each of them. */
  private static final int AROUND_STRAY = 16;

  /** So much shows how an export begins. */
  private static final int HEAD = 4096;

  private static final String BINARY = "is binary, no text";

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
   * @param named the kind that its name tells; a haproxy.cfg with a stray NUL is still one
   * @param most how many bytes it may have, where each line counts for {@link Content#LINE} more;
   *     of a log that is sieved, what is kept of it
   */
  Content read(InputStream in, Optional<CaptureKind> told, Optional<CaptureKind> named, long most)
      throws IOException, NoTextException {
    boolean isConfig = told.or(() -> named).filter(CaptureKind.HAPROXY_CFG::equals).isPresent();
    return read(in, told, most, true, isConfig ? MOST_STRAY : 0);
  }

  /** Reads all of {@code in} and leaves out nothing. */
  Content readWhole(InputStream in, long most) throws IOException, NoTextException {
    return read(in, Optional.empty(), most, false, 0);
  }

  /**
   * @param sieves whether a large log is sieved
   * @param mostStray how many NUL bytes a text may have
   */
  private Content read(
      InputStream in, Optional<CaptureKind> told, long most, boolean sieves, int mostStray)
      throws IOException, NoTextException {
    Bytes read = new Bytes();
    byte[] chunk = new byte[CHUNK];
    int line = 0;
    int lines = 0;
    boolean ascii = true;
    boolean wide = false;
    boolean zeros = false;
    int stray = 0;
    for (int count = in.readNBytes(chunk, 0, CHUNK);
        count > 0;
        count = in.readNBytes(chunk, 0, CHUNK)) {
      if (read.size() == 0) {
        zeros = Decoded.isWide(chunk, count) || isExport(chunk, count);
        wide = Decoded.isWide(chunk, count);
        refuseKnownBinary(chunk, count);
      }
      int start = -line;
      for (int i = 0; i < count; i++) {
        byte b = chunk[i];
        if (b > '\n') {
          continue; // as nearly all do
        }
        if (b == '\n') {
          start = i + 1;
          lines++;
        } else if (b == 0 && !zeros && ++stray > mostStray) {
          throw new NoTextException(BINARY);
        } else if (b < 0) {
          ascii = false;
        }
      }
      line = count - start;
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
        String head = new String(read.array(), 0, LogSample.ENOUGH, StandardCharsets.UTF_8);
        Optional<CaptureKind> log =
            told.isPresent() ? told.filter(LogSample::isLog) : LogSample.kind(head);
        if (log.isPresent()) {
          InputStream again =
              new SequenceInputStream(new ByteArrayInputStream(read.array(), 0, LARGE), in);
          return sieved(again, log.get(), RecordStart.in(log.get(), head), most);
        }
      }
      if (read.size() == LARGE) {
        read.expect((int) Math.min(most - LARGE, in.available()));
      }
    }
    if (stray * AROUND_STRAY > read.size()) {
      throw new NoTextException(BINARY);
    }
    Decoded decoded = Decoded.of(read.array(), read.size(), ascii);
    return new Content(
        decoded.text(),
        LineNumbers.ALL,
        decoded.encoding(),
        lines,
        decoded.sha256(),
        Optional.empty(),
        false,
        false,
        List.of());
  }

  private Content sieved(InputStream all, CaptureKind log, RecordStart start, long most)
      throws IOException {
    MessageDigest digest = Digest.sha256();
    KeptLines kept = new KeptLines((int) Math.min(MOST_KEPT, most));
    LogSieve sieve =
        new LogSieve(
            wanted,
            start,
            line -> Interruption.begins(log, line),
            line -> Interruption.beginsBehindBlank(log, line),
            kept);
    try (ReadAhead ahead = new ReadAhead(new DigestInputStream(all, digest))) {
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
    boolean otherwise =
        !sieve.endsInterrupted() && LogSample.endsOtherwise(log, sieve.tail(LogSample.ENOUGH));
    if (otherwise) {
      notes.add("begins as a " + log.id() + " and ends as something else, which was not looked at");
    }
    byte[] bytes = kept.bytes();
    Decoded decoded = Decoded.of(bytes, bytes.length, false);
    String sha256 = HexFormat.of().formatHex(digest.digest());
    int[] numbers = kept.numbers();
    return new Content(
        decoded.text(),
        LineNumbers.of(numbers, (int) Math.min(Integer.MAX_VALUE, sieve.lines())),
        decoded.encoding(),
        numbers.length,
        () -> sha256,
        Optional.of(log),
        sieve.interruptions(),
        otherwise,
        notes);
  }

  /** Of {@code journalctl -o export}, where fields of bytes have their lengths in binary. */
  static boolean isExport(byte[] bytes, int count) {
    String head = new String(bytes, 0, Math.min(count, HEAD), StandardCharsets.ISO_8859_1);
    return head.startsWith(RecordStart.CURSOR) || head.contains("\n" + RecordStart.CURSOR);
  }

  /** Bytes that can be had without a copy. */
  private static final class Bytes extends ByteArrayOutputStream {
    Bytes() {
      super(CHUNK);
    }

    /** Makes room for so many more at once. */
    void expect(int more) {
      if (count + more > buf.length) {
        buf = Arrays.copyOf(buf, count + more);
      }
    }

    byte[] array() {
      return buf;
    }
  }

  private static void refuseKnownBinary(byte[] bytes, int count) throws NoTextException {
    if (Decoded.startsWith(bytes, count, 0xFF, 0xD8, 0xFF)
        || Decoded.startsWith(bytes, count, 0x89, 'P', 'N', 'G')
        || Decoded.startsWith(bytes, count, 'G', 'I', 'F', '8')) {
      throw new NoTextException("is an image; paste the text instead");
    }
    if (Decoded.startsWith(bytes, count, '7', 'z', 0xBC, 0xAF)
        || Decoded.startsWith(bytes, count, 'R', 'a', 'r', '!')) {
      throw new NoTextException("is an archive of another kind; unpack it and give the folder");
    }
    if (Decoded.startsWith(bytes, count, 'L', 'P', 'K', 'S', 'H', 'H', 'R', 'H')) {
      throw new NoTextException("is a journal in binary; give what journalctl --file FILE prints");
    }
    if (Decoded.startsWith(bytes, count, '%', 'P', 'D', 'F')) {
      throw new NoTextException("is a PDF; paste the text instead");
    }
  }
}
