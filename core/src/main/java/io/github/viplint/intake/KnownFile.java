package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.intake.archive.MemberName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file that is known by its name.
 *
 * @param kind what it holds
 * @param path where it stands on its host, absolute
 */
record KnownFile(CaptureKind kind, String path) {
  private static final List<KnownFile> CONFIGS =
      List.of(
          new KnownFile(CaptureKind.HAPROXY_CFG, "/etc/haproxy/haproxy.cfg"),
          new KnownFile(CaptureKind.ANYIP_ROUTES, "/etc/vmware/anyip-routes.cfg"),
          new KnownFile(CaptureKind.ROUTE_TABLES, "/etc/vmware/route-tables.cfg"),
          new KnownFile(CaptureKind.WORKLOAD_NETWORKS, "/etc/vmware/workload-networks.cfg"),
          new KnownFile(CaptureKind.RT_TABLES, "/etc/iproute2/rt_tables"),
          new KnownFile(CaptureKind.HAPROXY_VERSION, "/etc/haproxy/haproxy-version"),
          new KnownFile(CaptureKind.RESOLV_CONF, "/etc/resolv.conf"),
          new KnownFile(CaptureKind.CLOUD_INIT_LOG, "/var/log/cloud-init.log"),
          new KnownFile(CaptureKind.CLOUD_INIT_LOG, "/var/log/cloud-init-output.log"),
          new KnownFile(CaptureKind.WCPSVC_LOG, "/var/log/vmware/wcp/wcpsvc.log"),
          new KnownFile(CaptureKind.HAPROXY_CFG_LKG, "/etc/haproxy/haproxy.cfg.lkg"));

  private static final Map<String, KnownFile> BY_NAME = byName();

  /** Rotated ones too. */
  private static final Pattern WCPSVC = Pattern.compile("wcpsvc.*\\.log(?:\\.\\d{1,4})?");

  /** The folders of a host's file system that a path inside a bundle is recognised by. */
  private static final List<String> ROOTS = List.of("etc", "var", "storage", "lib", "usr", "run");

  private static Map<String, KnownFile> byName() {
    Map<String, KnownFile> byName = new LinkedHashMap<>();
    CONFIGS.forEach(known -> byName.put(name(known.path), known));
    return byName;
  }

  /** The file that is called so, whatever folder it is in. */
  static Optional<KnownFile> of(String shown) {
    String path = MemberName.unpacked(shown);
    String name = name(path);
    KnownFile known = BY_NAME.get(name);
    if (known != null) {
      return Optional.of(new KnownFile(known.kind, onHost(path).orElse(known.path)));
    }
    if (name.endsWith(".network")) {
      return Optional.of(
          new KnownFile(
              CaptureKind.NETWORK_FILE, onHost(path).orElse("/etc/systemd/network/" + name)));
    }
    if (name.startsWith("wcpsvc") && WCPSVC.matcher(name).matches()) {
      return Optional.of(
          new KnownFile(
              CaptureKind.WCPSVC_LOG, onHost(path).orElse("/var/log/vmware/wcp/" + name)));
    }
    if (name.endsWith(".crt") || name.endsWith(".pem") || name.endsWith(".cer")) {
      return Optional.of(
          new KnownFile(CaptureKind.CERTIFICATE, onHost(path).orElse("/etc/haproxy/" + name)));
    }
    return Optional.empty();
  }

  /** One of the files that make a folder an appliance's. */
  static boolean isAppliances(String name) {
    return BY_NAME.keySet().stream().limit(4).anyMatch(name::equals);
  }

  /** {@code haproxy.cfg.bak}: an earlier or other state of a file, put aside. */
  static boolean isCopy(String path) {
    String name = MemberName.unpacked(name(path));
    if (of(name).isPresent()) {
      return false;
    }
    return BY_NAME.keySet().stream()
        .anyMatch(
            own ->
                name.length() > own.length()
                    && name.startsWith(own)
                    && ".~-_".indexOf(name.charAt(own.length())) >= 0);
  }

  /**
   * The path on the host, where {@code path} shows it: {@code bundle/etc/vmware/x} is {@code
   * /etc/vmware/x}.
   */
  static Optional<String> onHost(String path) {
    String[] parts = path.substring(path.lastIndexOf("!/") + 1).replace('\\', '/').split("/", -1);
    for (int i = 0; i < parts.length - 2; i++) {
      if (ROOTS.contains(parts[i])) {
        return Optional.of(
            "/" + String.join("/", List.of(parts).subList(i, parts.length)).replace("//", "/"));
      }
    }
    return Optional.empty();
  }

  /** The kind that a heading, or the name that a paste was saved under, speaks of. */
  static Optional<CaptureKind> spokenOf(String words) {
    StringBuilder letters = new StringBuilder();
    for (char c : words.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        letters.append(c);
      }
    }
    String bare = letters.toString();
    return WORDS.stream().filter(entry -> bare.contains(entry.word)).map(Word::kind).findFirst();
  }

  private record Word(String word, CaptureKind kind) {}

  private static final List<Word> WORDS =
      List.of(
          new Word("anyiproute", CaptureKind.ANYIP_ROUTES),
          new Word("workloadnetworks", CaptureKind.WORKLOAD_NETWORKS),
          new Word("iproute2tables", CaptureKind.RT_TABLES),
          new Word("rttables", CaptureKind.RT_TABLES),
          new Word("routetables", CaptureKind.ROUTE_TABLES),
          new Word("haproxycfglkg", CaptureKind.HAPROXY_CFG_LKG),
          new Word("haproxycfg", CaptureKind.HAPROXY_CFG),
          new Word("iprule", CaptureKind.IP_RULE),
          new Word("iprouteget", CaptureKind.ROUTE_GET),
          new Word("iproute", CaptureKind.IP_ROUTE),
          new Word("sysctl", CaptureKind.SYSCTL),
          new Word("listeningsockets", CaptureKind.LISTENING_SOCKETS),
          new Word("openports", CaptureKind.LISTENING_SOCKETS),
          new Word("ipaddr", CaptureKind.IP_ADDR),
          new Word("ifconfig", CaptureKind.IFCONFIG),
          new Word("resolvconf", CaptureKind.RESOLV_CONF),
          new Word("wcpsvc", CaptureKind.WCPSVC_LOG));

  static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
