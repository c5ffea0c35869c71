package io.github.viplint.redact.anonym;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** MAC addresses: the maker's half stays, the card's half is another. */
final class MacAddress {
  static final Pattern ADDRESS =
      Pattern.compile(
          "(?<![0-9A-Fa-f:-])[0-9A-Fa-f]{2}([:-])[0-9A-Fa-f]{2}(?:\\1[0-9A-Fa-f]{2}){4}"
              + "(?![0-9A-Fa-f]|[:-][0-9A-Fa-f])");

  private static final int BITS = 48;
  private static final int MAKER = 24;
  private static final long BROADCAST = 0xFFFF_FFFF_FFFFL;

  private final PrefixPermutation permutation;

  MacAddress(Keyed keyed) {
    this.permutation = new PrefixPermutation(keyed, "mac", MAKER, BITS - 1, List.of(), List.of());
  }

  /** 48 bits, right-aligned. */
  long of(long address) {
    return address == 0 || address == BROADCAST
        ? address
        : permutation.of(address << (Long.SIZE - BITS)) >>> (Long.SIZE - BITS);
  }

  /** Written in the same way. */
  String of(String address) {
    char separator = address.charAt(2);
    String digits = String.format("%012x", of(Long.parseLong(hex(address), 16)));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < digits.length(); i += 2) {
      out.append(i == 0 ? "" : separator).append(digits, i, i + 2);
    }
    boolean upper = !address.equals(address.toLowerCase(Locale.ROOT));
    return upper ? out.toString().toUpperCase(Locale.ROOT) : out.toString();
  }

  private static String hex(String address) {
    return address.replaceAll("[:-]", "");
  }
}
