package io.github.viplint.twin.route;

import inet.ipaddr.IPAddress;

/** The special IPv4 addresses of include/linux/in.h; 0.0.0.0/8 is ordinary since Linux 5.3. */
final class Ipv4Class {
  private Ipv4Class() {}

  /** 255.255.255.255. */
  static boolean isBroadcast(IPAddress address) {
    return address.isMax();
  }

  /** 224.0.0.0/24, which no router passes on. */
  static boolean isLinkMulticast(IPAddress address) {
    return address.toIPv4().intValue() >>> 8 == 0xe00000;
  }

  /** What no packet has for a source. */
  static boolean isNoSource(IPAddress address) {
    return address.isMulticast() || isBroadcast(address) || address.isZero();
  }
}
