package io.github.viplint.rules.table;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table ID as it ends up in rt_tables and is taken from there: {@code printf %d} of bash writes
 * it, and iproute2 keeps the lower 32 bits.
 *
 * @param number what iproute2 takes it for; 0 where the text is no number
 * @param numeric whether the text is a number to bash
 */
record TableId(long number, boolean numeric) {
  private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern OCTAL = Pattern.compile("0[0-7]{0,20}");
  private static final Pattern HEX = Pattern.compile("0[xX][0-9A-Fa-f]{1,15}");

  static TableId of(String text) {
    if (DECIMAL.matcher(text).matches()) {
      return of(Long.parseLong(text));
    }
    if (OCTAL.matcher(text).matches()) {
      return of(Long.parseLong(text, 8));
    }
    if (HEX.matcher(text).matches()) {
      return of(Long.parseLong(text.substring(2), 16));
    }
    return new TableId(0, false);
  }

  private static TableId of(long written) {
    return new TableId(written & 0xffffffffL, true);
  }

  /** The tables that it is, where the kernel has them for its own. */
  Optional<String> reserved() {
    return switch ((int) Math.min(number, 256)) {
      case 0 -> Optional.of("main and local");
      case 253 -> Optional.of("default");
      case 254 -> Optional.of("main");
      case 255 -> Optional.of("local");
      default -> Optional.empty();
    };
  }
}
