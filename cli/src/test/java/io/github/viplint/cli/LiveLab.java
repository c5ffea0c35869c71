package io.github.viplint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of an appliance and the networks around it, as {@code appliance.sh} takes them.
 *
 * @param files text by name
 * @param ranges of VIPs, as the file names them
 * @param vips an address of a frontend each
 */
record LiveLab(Map<String, String> files, List<String> ranges, List<String> vips) {
  static final String ANYIP = "anyip-routes.cfg";
  static final String TABLES = "route-tables.cfg";
  static final String WORKLOADS = "workload-networks.cfg";
  static final String HAPROXY = "haproxy.cfg";

  LiveLab {
    files = Map.copyOf(files);
    ranges = List.copyOf(ranges);
    vips = List.copyOf(vips);
  }

  /**
   * A healthy lab of two or three networks. Their gateways are {@code .1}, the appliance is {@code
   * .10}, servers are from {@code .20} up, and VIP ranges lie from {@code .64} to {@code .223} of
   * the last network.
   */
  static LiveLab healthy(Random random) {
    String site = "10." + (1 + random.nextInt(250)) + ".";
    int networks = 2 + random.nextInt(2);
    List<String> names = List.of("management", "workload", "frontend").subList(0, networks);
    StringBuilder devices = new StringBuilder();
    List<String> tables = new ArrayList<>();
    for (int i = 0; i < networks; i++) {
      String mac = "00:50:56:a1:%02x:0%d".formatted(random.nextInt(256), i + 1);
      String own = site + i + ".10/24";
      String gateway = site + i + ".1";
      devices.append(String.join(" ", names.get(i), mac, own, gateway)).append('\n');
      if (i > 0) {
        String line = (i + 1) + "," + names.get(i) + "," + mac + "," + own;
        List<String> pair = new ArrayList<>(List.of(line + "," + gateway, line));
        Collections.shuffle(pair, random);
        tables.addAll(pair);
      }
    }
    Map<String, String> files = new TreeMap<>();
    files.put("devices", devices.toString());
    files.put("restarts", "0\n");
    files.put(TABLES, lines(tables));
    if (random.nextBoolean()) {
      files.put(
          WORKLOADS,
          random
              .ints(1 + random.nextInt(3), 20, 200)
              .distinct()
              .mapToObj(network -> site + network + ".0/24\n")
              .collect(Collectors.joining("", "# reached by the workload network\n", "")));
    }
    String prefix = site + (networks - 1) + ".";
    List<Integer> blocks = new ArrayList<>(List.of(64, 96, 128, 160, 192));
    Collections.shuffle(blocks, random);
    List<String> ranges = new ArrayList<>();
    List<String> vips = new ArrayList<>();
    for (int block : blocks.subList(0, 2 + random.nextInt(3))) {
      int length = List.of(27, 27, 28, 29, 30, 32).get(random.nextInt(6));
      ranges.add(prefix + block + (length == 32 && random.nextBoolean() ? "" : "/" + length));
      random
          .ints(1 + random.nextInt(4), block, block + (1 << 32 - length))
          .distinct()
          .forEach(last -> vips.add(prefix + last));
    }
    String comment = random.nextBoolean() ? "# ranges of the load balancer\n\n" : "";
    files.put(ANYIP, comment + lines(ranges));
    files.put(HAPROXY, haproxy(vips, site + "1."));
    return new LiveLab(files, ranges, vips);
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static String haproxy(List<String> vips, String servers) {
    StringBuilder text =
        new StringBuilder(
            """
            global
              log stdout format raw local0 info
              chroot /var/lib/haproxy
              stats socket /run/haproxy.sock user haproxy group haproxy mode 660 level admin
              user haproxy
              group haproxy
              master-worker
              maxconn 400

            defaults
              mode    tcp
              log     global
              option  tcplog
              timeout check       5s
              timeout connect     9s
              timeout client      10s
              timeout server      10s
            """);
    for (int i = 0; i < vips.size(); i++) {
      String name = "domain-c8:6691222f-b2fc507c-service-" + i;
      text.append("\nfrontend ").append(name).append("\n  mode tcp\n");
      text.append("  bind ").append(vips.get(i)).append(":443 name ").append(name);
      text.append("-").append(vips.get(i)).append(":https\n  log-tag ").append(name);
      text.append("\n  default_backend ").append(name).append("-https\n\nbackend ").append(name);
      text.append("-https\n  mode tcp\n  balance roundrobin\n  option tcp-check\n");
      String server = servers + (20 + i);
      text.append("  server ").append(name).append('-').append(server).append(":443 ");
      text.append(server).append(":443 check weight 100 verify none\n");
    }
    return text.toString();
  }

  /** The same lab with another text in a file. */
  LiveLab with(String file, String text) {
    Map<String, String> changed = new TreeMap<>(files);
    changed.put(file, text);
    return new LiveLab(changed, ranges, vips);
  }

  /** The same lab with another address for a VIP. */
  LiveLab withVip(int number, String address) {
    List<String> changed = new ArrayList<>(vips);
    changed.set(number, address);
    LiveLab lab = replacing(HAPROXY, "bind " + vips.get(number) + ":", "bind " + address + ":");
    return new LiveLab(lab.files, ranges, changed);
  }

  String text(String file) {
    return files.getOrDefault(file, "");
  }

  /** The same lab with the first {@code old} in a file replaced; it must be there. */
  LiveLab replacing(String file, String old, String with) {
    int at = text(file).indexOf(old);
    if (at < 0) {
      throw new IllegalArgumentException("no " + old + " in " + file);
    }
    return with(file, text(file).substring(0, at) + with + text(file).substring(at + old.length()));
  }

  /** Puts all that {@code appliance.sh} reads into {@code folder}. */
  void forTheMachine(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(folder.resolve("vips"), lines(vips.stream().map(v -> v + " 443").toList()));
  }

  /** Puts the appliance's own files, and nothing else, where they are on an appliance. */
  void forViplint(Path folder) throws IOException {
    for (String name : List.of(ANYIP, TABLES, WORKLOADS, HAPROXY)) {
      if (files.containsKey(name)) {
        Path parent = folder.resolve(name.equals(HAPROXY) ? "etc/haproxy" : "etc/vmware");
        Files.createDirectories(parent);
        Files.writeString(parent.resolve(name), files.get(name));
      }
    }
  }

  @Override
  public String toString() {
    return files.entrySet().stream()
        .filter(file -> !file.getKey().equals(HAPROXY))
        .map(file -> "--- " + file.getKey() + "\n" + file.getValue())
        .collect(Collectors.joining("", "", "--- vips\n" + String.join(" ", vips) + "\n"));
  }
}
