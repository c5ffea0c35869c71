package io.github.viplint.rules.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Certificates in PEM, of 2020 to 2120 where their name says nothing else. */
final class TestCertificate {
  private TestCertificate() {}

  static String read(String name) {
    try (InputStream in = TestCertificate.class.getResourceAsStream(name + ".crt")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
