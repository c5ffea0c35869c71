package io.github.viplint.model;

import inet.ipaddr.IPAddress;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.nio.ByteBuffer;
import java.util.Comparator;

/**
 * Addresses from a first to a last one, both of one family and both included. Kept as numbers: a
 * large lab has a hundred thousand of them to sort and compare, and the address library's own
 * comparison takes twenty times as long. Zones are none of it.
 */
public final class AddressRange {
  /** In order of first address, IPv4 before IPv6. */
  public static final Comparator<AddressRange> BY_FIRST =
      (a, b) ->
          a.ipv6 != b.ipv6
              ? Boolean.compare(a.ipv6, b.ipv6)
              : compare(a.firstHigh, a.firstLow, b.firstHigh, b.firstLow);

  /** In order of last address, IPv4 before IPv6. */
  public static final Comparator<AddressRange> BY_LAST =
      (a, b) ->
          a.ipv6 != b.ipv6
              ? Boolean.compare(a.ipv6, b.ipv6)
              : compare(a.lastHigh, a.lastLow, b.lastHigh, b.lastLow);

  private final boolean ipv6;

  /** The upper half of an IPv6 address; 0 for IPv4. */
  private final long firstHigh;

  private final long firstLow;
  private final long lastHigh;
  private final long lastLow;

  /**
   * @throws IllegalArgumentException for addresses of two families, or the wrong way round
   */
  public AddressRange(IPAddress first, IPAddress last) {
    this.ipv6 = first.isIPv6();
    this.firstHigh = high(first);
    this.firstLow = low(first);
    this.lastHigh = high(last);
    this.lastLow = low(last);
    if (last.isIPv6() != ipv6 || compare(firstHigh, firstLow, lastHigh, lastLow) > 0) {
      throw new IllegalArgumentException("no range: " + first + " - " + last);
    }
  }

  private AddressRange(int first, int last) {
    this.ipv6 = false;
    this.firstHigh = 0;
    this.firstLow = Integer.toUnsignedLong(first);
    this.lastHigh = 0;
    this.lastLow = Integer.toUnsignedLong(last);
  }

  public static AddressRange of(IPAddress address) {
    return new AddressRange(address, address);
  }

  /** The subnet of this prefix length that an IPv4 address lies in. */
  static AddressRange ofSubnet(IPv4Address address, int prefixLength) {
    int host = prefixLength == 32 ? 0 : -1 >>> prefixLength;
    int bits = address.intValue();
    return new AddressRange(bits & ~host, bits | host);
  }

  private static long high(IPAddress address) {
    return address.isIPv4() ? 0 : ByteBuffer.wrap(address.getBytes()).getLong();
  }

  private static long low(IPAddress address) {
    return address.isIPv4()
        ? Integer.toUnsignedLong(address.toIPv4().intValue())
        : ByteBuffer.wrap(address.getBytes()).getLong(Long.BYTES);
  }

  private static int compare(long high, long low, long otherHigh, long otherLow) {
    int order = Long.compareUnsigned(high, otherHigh);
    return order != 0 ? order : Long.compareUnsigned(low, otherLow);
  }

  /** Made when asked for. */
  public IPAddress first() {
    return address(firstHigh, firstLow);
  }

  /** Made when asked for. */
  public IPAddress last() {
    return address(lastHigh, lastLow);
  }

  private IPAddress address(long high, long low) {
    return ipv6 ? new IPv6Address(high, low) : new IPv4Address((int) low);
  }

  /** Whether it is one address only. */
  public boolean isSingle() {
    return firstHigh == lastHigh && firstLow == lastLow;
  }

  public boolean contains(IPAddress address) {
    if (address.isIPv6() != ipv6) {
      return false;
    }
    long high = high(address);
    long low = low(address);
    return compare(firstHigh, firstLow, high, low) <= 0
        && compare(high, low, lastHigh, lastLow) <= 0;
  }

  public boolean contains(AddressRange other) {
    return other.ipv6 == ipv6
        && compare(firstHigh, firstLow, other.firstHigh, other.firstLow) <= 0
        && compare(other.lastHigh, other.lastLow, lastHigh, lastLow) <= 0;
  }

  public boolean isIPv6() {
    return ipv6;
  }

  public boolean overlaps(AddressRange other) {
    return !isBefore(other) && !other.isBefore(this);
  }

  /** Whether it ends before {@code other} begins; all of IPv4 is before IPv6. */
  public boolean isBefore(AddressRange other) {
    return ipv6 == other.ipv6
        ? compare(lastHigh, lastLow, other.firstHigh, other.firstLow) < 0
        : other.ipv6;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof AddressRange other
        && ipv6 == other.ipv6
        && firstHigh == other.firstHigh
        && firstLow == other.firstLow
        && lastHigh == other.lastHigh
        && lastLow == other.lastLow;
  }

  /** Mixed well: ranges lie side by side or in each other, and their numbers are much alike. */
  @Override
  public int hashCode() {
    long hash = ((firstHigh * 31 + firstLow) * 31 + lastHigh) * 31 + lastLow;
    hash *= 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32);
  }

  /** One address as itself, a whole subnet as {@code a/n}, anything else as {@code a-b}. */
  @Override
  public String toString() {
    IPAddress first = first();
    if (isSingle()) {
      return first.toString();
    }
    IPAddress last = last();
    IPAddress block = first.spanWithRange(last).coverWithPrefixBlock();
    return block.getLower().withoutPrefixLength().equals(first)
            && block.getUpper().withoutPrefixLength().equals(last)
        ? first + "/" + block.getNetworkPrefixLength()
        : first + "-" + last;
  }
}
