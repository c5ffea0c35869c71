package io.github.viplint.rules.client;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Needs;

/** The logs in which clients and vCenter tell what went wrong. */
final class ClientLogs {
  /** One of them, on any host. */
  static final Needs ANYWHERE =
      Needs.ofAnyHost()
          .anywhere(
              CaptureKind.KUBECTL,
              CaptureKind.WCPSVC_LOG,
              CaptureKind.WCP_CLUSTER,
              CaptureKind.CONNECTION_TRY,
              CaptureKind.JOURNAL);

  /** The same, or the file that names the users of the Data Plane API. */
  static final Needs OR_HAPROXY_CFG =
      Needs.ofAnyHost()
          .anywhere(
              CaptureKind.KUBECTL,
              CaptureKind.WCPSVC_LOG,
              CaptureKind.WCP_CLUSTER,
              CaptureKind.CONNECTION_TRY,
              CaptureKind.JOURNAL,
              CaptureKind.HAPROXY_CFG);

  private ClientLogs() {}

  /** Whether a person's own client saw it, not vCenter or the appliance. */
  static boolean ofClient(LogHit hit) {
    CaptureKind kind = hit.span().capture().kind();
    return kind == CaptureKind.KUBECTL || kind == CaptureKind.CONNECTION_TRY;
  }
}
