package io.github.viplint.rules.table;

import io.github.viplint.twin.command.BashWords;
import java.util.Optional;

/**
 * A table ID as it ends up in rt_tables and is taken from there: {@code printf %d} of bash writes
 * it, and iproute2 reads it into 32 bits.
 *
 * @param number what iproute2 takes it for; one below 0 names no table
 * @param numeric whether the text is a number to bash, which else writes what it begins with, or 0,
 *     and ends the service
 */
record TableId(int number, boolean numeric) {
  static TableId of(String text) {
    BashWords.Printed printed = BashWords.decimal(text);
    return new TableId((int) printed.number(), printed.valid());
  }

  /** The tables that it is, where the kernel has them for its own. */
  Optional<String> reserved() {
    return switch (number) {
      case 0 -> Optional.of("main and local");
      case 253 -> Optional.of("default");
      case 254 -> Optional.of("main");
      case 255 -> Optional.of("local");
      default -> Optional.empty();
    };
  }
}
