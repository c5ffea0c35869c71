package io.github.viplint.space;

import inet.ipaddr.IPAddress;
import java.nio.ByteBuffer;

/**
 * An address as numbers, to sort and search many: the address library's own comparison takes twenty
 * times as long. IPv4 addresses come before those of IPv6.
 *
 * @param high the upper half of an IPv6 address
 * @param low the lower half, or an IPv4 address
 */
record AddressKey(boolean ipv6, long high, long low) implements Comparable<AddressKey> {

  static AddressKey of(IPAddress address) {
    if (address.isIPv4()) {
      return new AddressKey(false, 0, Integer.toUnsignedLong(address.toIPv4().intValue()));
    }
    ByteBuffer bytes = ByteBuffer.wrap(address.getBytes());
    return new AddressKey(true, bytes.getLong(), bytes.getLong());
  }

  @Override
  public int compareTo(AddressKey other) {
    if (ipv6 != other.ipv6) {
      return ipv6 ? 1 : -1;
    }
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }
}
