package io.github.viplint.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The decoded text of one input, without byte order mark.
 *
 * @param lines how many line ends it has
 * @param sha256 of its bytes, in lower-case hexadecimal
 */
record Content(String text, Charset charset, int lines, Supplier<String> sha256) {
  /** No text that people write or tools print has longer lines. */
  static final int LONGEST_LINE = 2 << 20;

  /** What a line takes besides its characters while it is looked at, in bytes. */
  static final int LINE = 64;

  private static final int CHUNK = 1 << 16;

  /** Why an input can't be read as text; the message is for people. */
  static final class NoTextException extends Exception {
    private static final long serialVersionUID = 1L;

    NoTextException(String message) {
      super(message);
    }
  }

  /**
   * Reads all of {@code in}, but stops as soon as it turns out to be no text, or too large.
   *
   * @param most how many bytes it may have, where each line counts for {@link #LINE} more
   */
  static Content read(InputStream in, long most) throws IOException, NoTextException {
    ByteArrayOutputStream read = new ByteArrayOutputStream(CHUNK);
    byte[] chunk = new byte[CHUNK];
    int line = 0;
    int lines = 0;
    int all = 0;
    boolean wide = false;
    for (int count = in.readNBytes(chunk, 0, CHUNK);
        count > 0;
        count = in.readNBytes(chunk, 0, CHUNK)) {
      if (read.size() == 0) {
        wide =
            bomCharset(chunk, count) == StandardCharsets.UTF_16BE
                || bomCharset(chunk, count) == StandardCharsets.UTF_16LE;
        refuseKnownBinary(chunk, count);
      }
      int start = -line;
      for (int i = 0; i < count; i++) {
        byte b = chunk[i];
        all |= b;
        if (b == '\n') {
          start = i + 1;
          lines++;
        } else if (b == 0 && !wide) {
          throw new NoTextException("is binary, no text");
        }
      }
      line = count - start;
      if (line > LONGEST_LINE) {
        throw new NoTextException(
            "has a line of more than " + (LONGEST_LINE >> 20) + " MB; this is no text to read");
      }
      if (read.size() + (long) count > most) {
        throw new NoTextException(
            "is larger than " + (most >> 20) + " MB; cut out the part that matters");
      }
      if (read.size() + count + (long) LINE * lines > most) {
        throw new NoTextException(
            "has more than " + lines + " lines; cut out the part that matters");
      }
      read.write(chunk, 0, count);
    }
    return decode(read.toByteArray(), all >= 0, lines);
  }

  /** What of the memory for all inputs this one takes. */
  long cost() {
    return text.length() + (long) LINE * lines;
  }

  private static void refuseKnownBinary(byte[] bytes, int count) throws NoTextException {
    if (startsWith(bytes, count, 0xFF, 0xD8, 0xFF)
        || startsWith(bytes, count, 0x89, 'P', 'N', 'G')
        || startsWith(bytes, count, 'G', 'I', 'F', '8')) {
      throw new NoTextException("is an image; paste the text instead");
    }
    if (startsWith(bytes, count, 0x1F, 0x8B) || startsWith(bytes, count, 'P', 'K', 3, 4)) {
      throw new NoTextException("is an archive; unpack it and give the folder");
    }
    if (startsWith(bytes, count, '%', 'P', 'D', 'F')) {
      throw new NoTextException("is a PDF; paste the text instead");
    }
  }

  private static boolean startsWith(byte[] bytes, int count, int... head) {
    if (count < head.length) {
      return false;
    }
    for (int i = 0; i < head.length; i++) {
      if ((bytes[i] & 0xFF) != head[i]) {
        return false;
      }
    }
    return true;
  }

  private static Content decode(byte[] bytes, boolean ascii, int lines) {
    Charset marked = bomCharset(bytes, bytes.length);
    if (marked != null) {
      int bom = marked == StandardCharsets.UTF_8 ? 3 : 2;
      String text = new String(bytes, bom, bytes.length - bom, marked);
      return new Content(text, marked, lines, Digest.of(bytes));
    }
    Charset charset = ascii || isUtf8(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    String text = new String(bytes, ascii ? StandardCharsets.ISO_8859_1 : charset);
    return new Content(text, charset, lines, Digest.of(text, charset));
  }

  private static @Nullable Charset bomCharset(byte[] bytes, int count) {
    if (startsWith(bytes, count, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(bytes, count, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(bytes, count, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean isUtf8(byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return !result.isError();
  }
}
