package io.github.viplint.rules.table;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;

/**
 * Whether iproute2 takes a word for an address or prefix at all. It takes more than people write:
 * short forms, octal and hexadecimal octets, dotted masks ({@code get_addr} and {@code get_prefix}
 * in lib/utils.c).
 */
final class Iproute2Form {
  private static final IPAddressStringParameters PREFIX = parameters(true);
  private static final IPAddressStringParameters ADDRESS = parameters(false);
  private static final int LONGEST = 80;

  private Iproute2Form() {}

  private static IPAddressStringParameters parameters(boolean prefix) {
    return new IPAddressStringParameters.Builder()
        .allowEmpty(false)
        .allowAll(false)
        .allowSingleSegment(true)
        .allowPrefix(prefix)
        .allowMask(prefix)
        .allowPrefixOnly(false)
        .allowWildcardedSeparator(false)
        .setRangeOptions(RangeParameters.NO_RANGE)
        .getIPv4AddressParametersBuilder()
        .allow_inet_aton(true)
        .allowBinary(false)
        .getParentBuilder()
        .getIPv6AddressParametersBuilder()
        .allowZone(false)
        .allowBase85(false)
        .allowBinary(false)
        .getParentBuilder()
        .toParams();
  }

  /** An address, with or without prefix length. */
  static boolean isPrefix(String text) {
    return text.length() <= LONGEST && new IPAddressString(text, PREFIX).isIPAddress();
  }

  /** An address and nothing behind it. */
  static boolean isAddress(String text) {
    return text.length() <= LONGEST && new IPAddressString(text, ADDRESS).isIPAddress();
  }
}
