package io.github.viplint.read.line;

import java.util.Optional;

/** Numbers as the kernel's tools print them. */
public final class Numbers {
  private Numbers() {}

  /** Digits, or {@code 0x} and hexadecimal digits; empty for anything else and above 2^60. */
  public static Optional<Long> parse(String text) {
    boolean hex = text.startsWith("0x");
    String digits = hex ? text.substring(2) : text;
    if (digits.isEmpty() || digits.length() > (hex ? 15 : 18)) {
      return Optional.empty();
    }
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = c < 128 ? Character.digit(c, hex ? 16 : 10) : -1;
      if (digit < 0) {
        return Optional.empty();
      }
      value = value * (hex ? 16 : 10) + digit;
    }
    return Optional.of(value);
  }
}
