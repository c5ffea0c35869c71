package io.github.viplint.read;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Reading;
import java.util.EnumMap;
import java.util.Map;

/**
 * The reader of each kind, made when its first capture comes, so that a run loads only the grammars
 * that it needs. Belongs to one thread.
 */
public final class Readers {
  private final SignatureSet signatures;
  private final Map<CaptureKind, Reader> made = new EnumMap<>(CaptureKind.class);

  public Readers(SignatureSet signatures) {
    this.signatures = signatures;
  }

  Reading read(Capture capture) {
    return made.computeIfAbsent(capture.kind(), this::make).read(capture);
  }

  private Reader make(CaptureKind kind) {
    return switch (kind) {
      case ANYIP_ROUTES -> new AnyipRoutesReader();
      case CERTIFICATE -> new CertificateReader();
      case HAPROXY_CFG -> new HaproxyCfgReader();
      case HAPROXY_CHECK -> new HaproxyCheckReader();
      case IFCONFIG -> new IfconfigReader();
      case IP_ADDR -> new IpAddrReader();
      case IP_ROUTE -> new IpRouteReader();
      case IP_RULE -> new IpRuleReader();
      case JOURNAL, HAPROXY_LOG -> new JournalReader(signatures);
      case KUBECTL -> new KubectlReader(signatures);
      case LIST_UNITS -> new ListUnitsReader();
      case NETWORK_FILE -> new NetworkFileReader();
      case PING -> new PingReader();
      case RESOLV_CONF -> new ResolvConfReader();
      case ROUTE_N -> new RouteNReader();
      case ROUTE_TABLES -> new RouteTablesReader();
      case RT_TABLES -> new RtTablesReader();
      case SYSTEM_STATE -> new SystemStateReader();
      case SYSTEMCTL_STATUS -> new SystemctlStatusReader(signatures);
      case WCPSVC_LOG -> new WcpsvcReader(signatures);
      case WORKLOAD_NETWORKS -> new WorkloadNetworksReader();
      default -> new Later();
    };
  }

  private static final class Later implements Reader {
    @Override
    public java.util.Set<CaptureKind> kinds() {
      return java.util.Set.of();
    }

    @Override
    public Reading read(Capture capture) {
      Lines lines = new Lines(capture);
      while (lines.next()) {
        lines.problem("not read yet");
      }
      return lines.reading(java.util.List.of());
    }
  }
}
