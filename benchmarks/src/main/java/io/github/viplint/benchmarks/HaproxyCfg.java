package io.github.viplint.benchmarks;

import java.io.IOException;
import java.util.Locale;

/**
 * A haproxy.cfg as vCenter programs it, with many services.
 *
 * @param services how many frontends there are, each with a VIP and a backend of three servers
 */
record HaproxyCfg(int services) {
  private static final int SERVERS = 3;

  /** Writes the file; always the same one. */
  void write(Appendable out) throws IOException {
    out.append(
        """
        global
            log stdout format raw local0
            maxconn 2000

        defaults
            mode tcp
            log global
            option tcplog
            timeout connect 5s
            timeout client 30s
            timeout server 30s
        """);
    for (int i = 0; i < services; i++) {
      String name = String.format(Locale.ROOT, "domain-c8:c796cc96-ns%05d-web", i);
      out.append("\nfrontend ").append(name).append("\n    mode tcp\n    bind ").append(vip(i));
      out.append(":443 name ").append(name).append('-').append(vip(i)).append(":https\n");
      out.append("    log-tag ").append(name).append("\n    option tcplog\n    default_backend ");
      out.append(name).append("-https\n\nbackend ").append(name).append("-https\n    mode tcp\n");
      out.append("    balance roundrobin\n    option tcp-check\n");
      for (int server = 0; server < SERVERS; server++) {
        String address = "10.240." + server + "." + (i % 200 + 10);
        int port = 30000 + i % 2768;
        out.append("    server ").append(name).append('-').append(address).append(':');
        out.append(Integer.toString(port)).append(' ').append(address).append(':');
        out.append(Integer.toString(port)).append(" check weight 100 verify none\n");
      }
    }
  }

  /** The VIP of service {@code i}, in 172.16.0.0/12. */
  static String vip(int i) {
    int address = (172 << 24) + (16 << 16) + i;
    return (address >>> 24)
        + "."
        + (address >> 16 & 255)
        + "."
        + (address >> 8 & 255)
        + "."
        + (address & 255);
  }
}
