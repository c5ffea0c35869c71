package io.github.viplint.fix;

import io.github.viplint.capture.Source;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the bytes of a file make its text, so that another text can be written the same way.
 *
 * @param mark its byte order mark; may be empty
 */
record FileText(Charset charset, byte[] mark) {

  /**
   * @param bytes of the file that {@code source} was read from
   * @return empty when bytes and text don't lead to each other: the text can't be written back
   */
  static Optional<FileText> of(byte[] bytes, Source source) {
    byte[] mark = "\uFEFF".getBytes(source.charset());
    boolean marked =
        source.charset() != StandardCharsets.ISO_8859_1
            && bytes.length >= mark.length
            && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    FileText text = new FileText(source.charset(), marked ? mark : new byte[0]);
    return text.bytes(source.text()).filter(same -> Arrays.equals(same, bytes)).map(same -> text);
  }

  /** The bytes of another text; empty when the charset has no bytes for a character of it. */
  Optional<byte[]> bytes(String text) {
    try {
      ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(text));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(mark.length + encoded.limit());
      bytes.writeBytes(mark);
      bytes.write(encoded.array(), encoded.arrayOffset(), encoded.limit());
      return Optional.of(bytes.toByteArray());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
