package io.github.viplint.redact.anonym;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bits that only who has the key can tell: HMAC-SHA256. Belongs to one thread. */
final class Keyed {
  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  Keyed(byte[] key) {
    try {
      this.mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  /** 32 bytes for a text; {@code domain} keeps uses apart. */
  byte[] of(String domain, String text) {
    mac.update(domain.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  /** One bit for a place in a tree of addresses. */
  boolean bit(String domain, Node node) {
    mac.update(domain.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    mac.update(
        ByteBuffer.allocate(Long.BYTES + 1).putLong(node.bits()).put((byte) node.length()).array());
    return (mac.doFinal()[0] & 1) != 0;
  }
}
