package io.github.viplint.model;

import inet.ipaddr.IPAddress;

/** Addresses from {@code first} to {@code last}, both of one family and both included. */
public record AddressRange(IPAddress first, IPAddress last) {
  public AddressRange {
    if (first.getIPVersion() != last.getIPVersion() || !atMost(first, last)) {
      throw new IllegalArgumentException("no range: " + first + " - " + last);
    }
  }

  public static AddressRange of(IPAddress address) {
    return new AddressRange(address, address);
  }

  public boolean contains(IPAddress address) {
    return address.getIPVersion() == first.getIPVersion()
        && atMost(first, address)
        && atMost(address, last);
  }

  /**
   * Of two addresses of one family. The address library's comparison takes twenty times as long.
   */
  private static boolean atMost(IPAddress a, IPAddress b) {
    return a.isIPv4()
        ? Integer.compareUnsigned(a.toIPv4().intValue(), b.toIPv4().intValue()) <= 0
        : a.compareTo(b) <= 0;
  }

  public boolean contains(AddressRange other) {
    return contains(other.first) && contains(other.last);
  }

  public boolean overlaps(AddressRange other) {
    return contains(other.first) || other.contains(first);
  }

  /** The address library's own hash is one and the same for dozens of neighbouring addresses. */
  @Override
  public int hashCode() {
    return first.isIPv4()
        ? 31 * first.toIPv4().intValue() + last.toIPv4().intValue()
        : 31 * first.hashCode() + last.hashCode();
  }

  /** One address as itself, a whole subnet as {@code a/n}, anything else as {@code a-b}. */
  @Override
  public String toString() {
    if (first.equals(last)) {
      return first.toString();
    }
    IPAddress block = first.spanWithRange(last).coverWithPrefixBlock();
    return block.getLower().withoutPrefixLength().equals(first)
            && block.getUpper().withoutPrefixLength().equals(last)
        ? first + "/" + block.getNetworkPrefixLength()
        : first + "-" + last;
  }
}
