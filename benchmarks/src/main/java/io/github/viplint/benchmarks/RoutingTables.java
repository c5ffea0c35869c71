package io.github.viplint.benchmarks;

import inet.ipaddr.ipv4.IPv4Address;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * What a host with policy routing on a large scale prints.
 *
 * @param rules how many rules there are besides the three of every host
 * @param routes how many routes there are besides those of the interfaces, in 100 tables
 */
record RoutingTables(int rules, int routes) {
  private static final int TABLES = 100;
  private static final int SOURCES = 10;
  private static final int DESTINATIONS = 20;

  /** Writes the captures into {@code folder}. */
  void write(Path folder) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("ip-rule.txt"))) {
      writeRules(out);
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("ip-route.txt"))) {
      writeRoutes(out);
    }
  }

  /** An address that the {@code i}-th rule selects. */
  static IPv4Address source(int i) {
    return new IPv4Address(address(SOURCES, i) + 1);
  }

  /** An address that the {@code i}-th route leads to. */
  static IPv4Address destination(int i) {
    return new IPv4Address(address(DESTINATIONS, i) + 1);
  }

  /** Writes what {@code ip rule show} prints. */
  void writeRules(Appendable out) throws IOException {
    out.append("0:\tfrom all lookup local\n");
    for (int i = 0; i < rules; i++) {
      out.append(Integer.toString(100 + i / 4)).append(":\tfrom ").append(block(SOURCES, i));
      out.append(" lookup ").append(table(i)).append('\n');
    }
    out.append("32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n");
  }

  /** Writes what {@code ip route show table all} prints. */
  void writeRoutes(Appendable out) throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < routes; i++) {
      out.append(block(DESTINATIONS, i))
          .append(" via 10.0.0.")
          .append(Integer.toString(1 + i % 200));
      out.append(" dev eth0 table ").append(table(random.nextInt(TABLES))).append('\n');
    }
    out.append("default via 10.0.0.1 dev eth0\n");
    out.append("10.0.0.0/24 dev eth0 proto kernel scope link src 10.0.0.250\n");
    out.append("local 10.0.0.250 dev eth0 table local proto kernel scope host src 10.0.0.250\n");
  }

  /** The {@code i}-th /28 from {@code first}.0.0.0 on. */
  private static String block(int first, int i) {
    return Ranges.address(address(first, i)) + "/28";
  }

  private static int address(int first, int i) {
    return (first << 24) + (i << 4);
  }

  private static String table(int i) {
    return Integer.toString(1000 + i % TABLES);
  }
}
