package io.github.viplint.twin.table;

import inet.ipaddr.IPAddress;
import java.nio.ByteBuffer;

/**
 * The bits of an address, from the first on, for arithmetic in bulk.
 *
 * @param high the first 64; IPv4 fills 32 of them
 * @param low the last 64 of IPv6
 */
public record AddressBits(long high, long low) {
  /** The bits of an address of either family. */
  public static AddressBits of(IPAddress address) {
    if (address.isIPv4()) {
      return new AddressBits((long) address.toIPv4().intValue() << 32, 0);
    }
    ByteBuffer bytes = ByteBuffer.wrap(address.getBytes());
    return new AddressBits(bytes.getLong(), bytes.getLong());
  }

  /** The mask of {@link #high} for a prefix length. */
  static long highMask(int length) {
    return length == 0 ? 0 : length >= 64 ? -1 : -1L << 64 - length;
  }

  /** The mask of {@link #low} for a prefix length. */
  static long lowMask(int length) {
    return length <= 64 ? 0 : -1L << 128 - length;
  }

  /** How many bits both have in common, from the first on. */
  public int common(AddressBits other) {
    int bits = Long.numberOfLeadingZeros(high ^ other.high);
    return bits < 64 ? bits : 64 + Long.numberOfLeadingZeros(low ^ other.low);
  }
}
