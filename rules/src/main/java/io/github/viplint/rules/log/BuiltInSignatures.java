package io.github.viplint.rules.log;

import io.github.viplint.log.Signature;
import io.github.viplint.log.SignaturePack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The log messages that the built-in rules ask for, as the build compiled them. */
public final class BuiltInSignatures {
  private BuiltInSignatures() {}

  public static List<Signature> all() {
    try (InputStream in = BuiltInSignatures.class.getResourceAsStream("signatures")) {
      if (in == null) {
        throw new IllegalStateException("the build did not compile the signatures");
      }
      return SignaturePack.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
