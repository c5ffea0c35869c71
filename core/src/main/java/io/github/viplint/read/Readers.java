package io.github.viplint.read;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Reading;
import io.github.viplint.read.appliance.AnyipRoutesReader;
import io.github.viplint.read.appliance.CertificateReader;
import io.github.viplint.read.appliance.RouteTablesReader;
import io.github.viplint.read.appliance.RtTablesReader;
import io.github.viplint.read.appliance.WorkloadNetworksReader;
import io.github.viplint.read.haproxy.HaproxyCfgReader;
import io.github.viplint.read.haproxy.HaproxyCheckReader;
import io.github.viplint.read.haproxy.HaproxyVersionReader;
import io.github.viplint.read.line.Reader;
import io.github.viplint.read.log.JournalReader;
import io.github.viplint.read.log.KubectlReader;
import io.github.viplint.read.log.MessagesReader;
import io.github.viplint.read.log.WcpClusterReader;
import io.github.viplint.read.log.WcpsvcReader;
import io.github.viplint.read.net.IfconfigReader;
import io.github.viplint.read.net.IpAddrReader;
import io.github.viplint.read.net.IpRouteReader;
import io.github.viplint.read.net.IpRuleReader;
import io.github.viplint.read.net.ListeningSocketsReader;
import io.github.viplint.read.net.NetworkFileReader;
import io.github.viplint.read.net.PingReader;
import io.github.viplint.read.net.ResolvConfReader;
import io.github.viplint.read.net.RouteGetReader;
import io.github.viplint.read.net.RouteNReader;
import io.github.viplint.read.net.SysctlReader;
import io.github.viplint.read.plan.ClusterManifestReader;
import io.github.viplint.read.plan.LabPlanReader;
import io.github.viplint.read.plan.OvfPropertiesReader;
import io.github.viplint.read.plan.PlanTableReader;
import io.github.viplint.read.plan.WcpConfigReader;
import io.github.viplint.read.plan.YamlSource;
import io.github.viplint.read.systemd.ListUnitsReader;
import io.github.viplint.read.systemd.SystemStateReader;
import io.github.viplint.read.systemd.SystemctlStatusReader;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The reader of each kind, made when its first capture comes, so that a run loads only the grammars
 * that it needs. Belongs to one thread.
 */
public final class Readers {
  private final SignatureSet signatures;
  private final YamlSource yaml;
  private final Map<CaptureKind, Reader> made = new EnumMap<>(CaptureKind.class);

  /**
   * @param yaml opens manifests
   */
  public Readers(SignatureSet signatures, YamlSource yaml) {
    this.signatures = signatures;
    this.yaml = yaml;
  }

  /** Without YAML: of a manifest nothing is read, and that is said. */
  public Readers(SignatureSet signatures) {
    this(
        signatures,
        text -> {
          throw new IOException("no YAML");
        });
  }

  /** Reads {@code capture}. A reader that breaks spoils this capture and no other. */
  public Reading read(Capture capture) {
    try {
      return made.computeIfAbsent(capture.kind(), this::make).read(capture);
    } catch (RuntimeException | StackOverflowError e) {
      made.remove(capture.kind());
      return broken(capture, e);
    }
  }

  private static Reading broken(Capture capture, Throwable e) {
    int lines = (int) capture.text().lines().count();
    StackTraceElement[] trace = e.getStackTrace();
    // The exception's message could hold text of the capture.
    String message =
        "the reader of "
            + capture.kind().id()
            + " broke: "
            + e.getClass().getSimpleName()
            + (trace.length > 0 ? " at " + trace[0] : "");
    return new Reading(
        capture,
        List.of(),
        new Coverage(lines, 0, 0, lines),
        List.of(InputProblem.broken(capture, message)));
  }

  private Reader make(CaptureKind kind) {
    return switch (kind) {
      case ANYIP_ROUTES -> new AnyipRoutesReader();
      case CLOUD_INIT_LOG, CONNECTION_TRY -> new MessagesReader(signatures);
      case CONFIGURATION -> throw new IllegalArgumentException("a configuration is no input");
      case CERTIFICATE -> new CertificateReader();
      case CLUSTER_MANIFEST -> new ClusterManifestReader(yaml);
      case HAPROXY_CFG, HAPROXY_CFG_LKG -> new HaproxyCfgReader();
      case HAPROXY_CHECK -> new HaproxyCheckReader();
      case HAPROXY_VERSION -> new HaproxyVersionReader();
      case IFCONFIG -> new IfconfigReader();
      case IP_ADDR -> new IpAddrReader();
      case IP_ROUTE, IP6_ROUTE -> new IpRouteReader();
      case IP_RULE, IP6_RULE -> new IpRuleReader();
      case JOURNAL, HAPROXY_LOG -> new JournalReader(signatures);
      case KUBECTL -> new KubectlReader(signatures);
      case LAB_PLAN -> new LabPlanReader(yaml);
      case LIST_UNITS -> new ListUnitsReader();
      case LISTENING_SOCKETS -> new ListeningSocketsReader();
      case NETWORK_FILE -> new NetworkFileReader();
      case OVF_PROPERTIES -> new OvfPropertiesReader();
      case PING -> new PingReader();
      case PLAN_TABLE -> new PlanTableReader();
      case RESOLV_CONF -> new ResolvConfReader();
      case ROUTE_GET -> new RouteGetReader();
      case ROUTE_N -> new RouteNReader();
      case ROUTE_TABLES -> new RouteTablesReader();
      case RT_TABLES -> new RtTablesReader();
      case WCP_CONFIG -> new WcpConfigReader();
      case SYSCTL -> new SysctlReader();
      case SYSTEM_STATE -> new SystemStateReader();
      case SYSTEMCTL_STATUS -> new SystemctlStatusReader(signatures);
      case WCPSVC_LOG -> new WcpsvcReader(signatures);
      case WCP_CLUSTER -> new WcpClusterReader(signatures);
      case WORKLOAD_NETWORKS -> new WorkloadNetworksReader();
    };
  }
}
