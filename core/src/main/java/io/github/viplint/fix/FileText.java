package io.github.viplint.fix;

import io.github.viplint.capture.Encoding;
import io.github.viplint.capture.Source;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Optional;

/** Texts as the bytes of a file. */
record FileText(Encoding encoding) {

  /**
   * @param bytes of the file that {@code source} was read from
   * @return empty when bytes and text don't lead to each other: the text can't be written back
   */
  static Optional<FileText> of(byte[] bytes, Source source) {
    FileText text = new FileText(source.encoding());
    return text.bytes(source.text()).filter(same -> Arrays.equals(same, bytes)).map(same -> text);
  }

  /** The bytes of a text; empty when the charset has none for a character of it. */
  Optional<byte[]> bytes(String text) {
    try {
      CharBuffer all =
          CharBuffer.wrap((encoding.marked() ? String.valueOf(Encoding.MARK) : "") + text);
      ByteBuffer encoded = encoding.charset().newEncoder().encode(all);
      return Optional.of(
          Arrays.copyOfRange(
              encoded.array(), encoded.arrayOffset(), encoded.arrayOffset() + encoded.limit()));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
