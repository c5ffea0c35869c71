package io.github.viplint.intake;

import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;

/** SHA-256 of the bytes of an input, in lower-case hexadecimal: worked out when it is wanted. */
final class Digest {
  private Digest() {}

  /** Of bytes that can't be had again from their text. */
  static Supplier<String> of(byte[] bytes) {
    String known = sha256(bytes);
    return () -> known;
  }

  /** Of bytes that were decoded to {@code text} without loss. */
  static Supplier<String> of(String text, Charset charset) {
    return () -> sha256(text.getBytes(charset));
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
