package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.Set;

/** What the lines of a kind have in common, so that it shows where a text of it begins and ends. */
final class LineTraits {
  /** Files whose comments begin with {@code #}: what stands above their first line is theirs. */
  static final Set<CaptureKind> COMMENTED =
      Set.of(
          CaptureKind.HAPROXY_CFG,
          CaptureKind.HAPROXY_CFG_LKG,
          CaptureKind.ANYIP_ROUTES,
          CaptureKind.ROUTE_TABLES,
          CaptureKind.WORKLOAD_NETWORKS,
          CaptureKind.RT_TABLES,
          CaptureKind.NETWORK_FILE,
          CaptureKind.RESOLV_CONF);

  /** Kinds whose lines may be any text. */
  static final Set<CaptureKind> FREE =
      Set.of(
          CaptureKind.JOURNAL,
          CaptureKind.WCPSVC_LOG,
          CaptureKind.HAPROXY_LOG,
          CaptureKind.HAPROXY_CHECK,
          CaptureKind.HAPROXY_VERSION,
          CaptureKind.KUBECTL,
          CaptureKind.SYSTEMCTL_STATUS,
          CaptureKind.SYSTEM_STATE,
          CaptureKind.CERTIFICATE,
          CaptureKind.CONNECTION_TRY,
          CaptureKind.CLOUD_INIT_LOG,
          CaptureKind.OVF_PROPERTIES,
          CaptureKind.PLAN_TABLE,
          CaptureKind.WCP_CONFIG,
          CaptureKind.WCP_CLUSTER);

  /** Kinds of which every line that is not indented shows the kind. */
  static final Set<CaptureKind> LISTINGS =
      Set.of(
          CaptureKind.IP_RULE,
          CaptureKind.IP6_RULE,
          CaptureKind.IP_ROUTE,
          CaptureKind.IP6_ROUTE,
          CaptureKind.IP_ADDR,
          CaptureKind.ROUTE_N,
          CaptureKind.LISTENING_SOCKETS);

  /** Kinds that a pager cuts at the edge of the screen. */
  static final Set<CaptureKind> MARGINS =
      Set.of(
          CaptureKind.JOURNAL,
          CaptureKind.SYSTEMCTL_STATUS,
          CaptureKind.SYSTEM_STATE,
          CaptureKind.LIST_UNITS);

  /** Kinds whose lines begin with a number, so that a sentence right below is someone's. */
  static final Set<CaptureKind> NUMBERED =
      Set.of(CaptureKind.ANYIP_ROUTES, CaptureKind.WORKLOAD_NETWORKS, CaptureKind.ROUTE_TABLES);

  private LineTraits() {}
}
