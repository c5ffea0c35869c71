package io.github.viplint.capture;

import java.nio.charset.Charset;
import java.util.Objects;

/**
 * How the bytes of a file are its text.
 *
 * @param marked whether the file begins with a byte order mark, which is no part of the text
 */
public record Encoding(Charset charset, boolean marked) {
  /** The byte order mark. */
  public static final char MARK = '\uFEFF';

  public Encoding {
    Objects.requireNonNull(charset);
  }
}
