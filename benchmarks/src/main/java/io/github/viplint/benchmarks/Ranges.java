package io.github.viplint.benchmarks;

import java.io.IOException;

/**
 * An appliance with very many VIP ranges and addresses.
 *
 * @param ranges how many lines anyip-routes.cfg has: neighbouring blocks of /30 to /28, no two
 *     overlapping
 * @param addresses how many addresses the frontend interface has
 */
record Ranges(int ranges, int addresses) {
  private static final int FIRST = (172 << 24) + (16 << 16);
  private static final int OWN = 10 << 24;

  /** Writes anyip-routes.cfg. */
  void writeRanges(Appendable out) throws IOException {
    int at = FIRST;
    for (int i = 0; i < ranges; i++) {
      int length = 28 + i % 3;
      int size = 1 << 32 - length;
      at = at + size - 1 & -size;
      out.append(address(at)).append('/').append(Integer.toString(length)).append('\n');
      at += size;
    }
  }

  /** Writes what {@code ip addr show} prints. */
  void writeAddresses(Appendable out) throws IOException {
    out.append(
        "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default\n");
    out.append("    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n");
    out.append(
        "    inet 127.0.0.1/8 scope host lo\n       valid_lft forever preferred_lft forever\n");
    out.append("2: frontend: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP\n");
    out.append("    link/ether 00:50:56:8a:00:01 brd ff:ff:ff:ff:ff:ff\n");
    for (int i = 0; i < addresses; i++) {
      String own = address(OWN + (i / 250 << 8) + 1 + i % 250);
      out.append("    inet ").append(own).append("/8 brd 10.255.255.255 scope global");
      out.append(i == 0 ? "" : " secondary").append(" frontend\n");
      out.append("       valid_lft forever preferred_lft forever\n");
    }
  }

  static String address(int bits) {
    return (bits >>> 24) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255);
  }
}
