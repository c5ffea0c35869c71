package io.github.viplint.intake;

import io.github.viplint.capture.Encoding;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text: what a byte order mark says, else UTF-8, else ISO 8859-1, which fits all.
 *
 * @param sha256 tells that of the bytes
 */
record Decoded(String text, Encoding encoding, Supplier<String> sha256) {
  private static final int CHUNK = 1 << 16;

  /**
   * @param count how many of {@code bytes} there are
   * @param ascii whether they are known to be no other
   */
  static Decoded of(byte[] bytes, int count, boolean ascii) {
    Charset marked = marked(bytes, count);
    if (marked != null) {
      int bom = marked == StandardCharsets.UTF_8 ? 3 : 2;
      String text = new String(bytes, bom, count - bom, marked);
      return new Decoded(text, new Encoding(marked, true), Digest.of(Arrays.copyOf(bytes, count)));
    }
    Charset charset =
        ascii || isUtf8(bytes, count) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    String text = new String(bytes, 0, count, ascii ? StandardCharsets.ISO_8859_1 : charset);
    return new Decoded(text, new Encoding(charset, false), Digest.of(text, charset));
  }

  /** Whether a byte order mark of UTF-16 is there, where half of the bytes may be zero. */
  static boolean isWide(byte[] bytes, int count) {
    Charset marked = marked(bytes, count);
    return marked != null && marked != StandardCharsets.UTF_8;
  }

  /** Whether {@code bytes} begin so. */
  static boolean startsWith(byte[] bytes, int count, int... head) {
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

  private static @Nullable Charset marked(byte[] bytes, int count) {
    if (startsWith(bytes, count, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(bytes, count, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(bytes, count, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean isUtf8(byte[] bytes, int count) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, count);
    CharBuffer out = CharBuffer.allocate(CHUNK);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return !result.isError();
  }
}
