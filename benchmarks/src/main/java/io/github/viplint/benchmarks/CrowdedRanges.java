package io.github.viplint.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An appliance whose VIP ranges lie in each other and hold everybody's addresses.
 *
 * @param ranges how many lines anyip-routes.cfg has: blocks of /16 to /30 around each address, the
 *     large ones again and again
 * @param addresses how many there are of machines, gateways, name servers and servers of
 *     haproxy.cfg together, all of them in ranges
 */
record CrowdedRanges(int ranges, int addresses) {
  private static final int FIRST = 10 << 24;
  private static final int LENGTHS = 15;

  /** Writes the captures into {@code folder}. */
  void write(Path folder) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("anyip-routes.cfg"))) {
      for (int i = 0; i < ranges; i++) {
        int length = 16 + i % LENGTHS;
        int at = FIRST + i / LENGTHS * 4 & -(1 << 32 - length);
        out.append(Ranges.address(at)).append("/" + length + "\n");
      }
    }
    int each = addresses / 4;
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("ip-addr.txt"))) {
      new Ranges(0, each).writeAddresses(out);
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("ip-route.txt"))) {
      for (int i = 0; i < each; i++) {
        out.append(Ranges.address((192 << 24) + (i << 8))).append("/24 via ");
        out.append(Ranges.address(FIRST + i)).append(" dev frontend\n");
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("resolv.conf"))) {
      for (int i = 0; i < each; i++) {
        out.append("nameserver ").append(Ranges.address(FIRST + i)).append('\n');
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("haproxy.cfg"))) {
      out.append("global\n    daemon\ndefaults\n    mode tcp\nbackend b\n");
      for (int i = 0; i < each; i++) {
        out.append("    server s" + i + " ").append(Ranges.address(FIRST + i)).append(":6443\n");
      }
    }
  }
}
