package io.github.viplint.intake;

import static io.github.viplint.capture.CaptureKind.CERTIFICATE;
import static io.github.viplint.capture.CaptureKind.CLOUD_INIT_LOG;
import static io.github.viplint.capture.CaptureKind.CONNECTION_TRY;
import static io.github.viplint.capture.CaptureKind.HAPROXY_CHECK;
import static io.github.viplint.capture.CaptureKind.HAPROXY_LOG;
import static io.github.viplint.capture.CaptureKind.IP6_ROUTE;
import static io.github.viplint.capture.CaptureKind.IP6_RULE;
import static io.github.viplint.capture.CaptureKind.IP_ADDR;
import static io.github.viplint.capture.CaptureKind.IP_ROUTE;
import static io.github.viplint.capture.CaptureKind.IP_RULE;
import static io.github.viplint.capture.CaptureKind.JOURNAL;
import static io.github.viplint.capture.CaptureKind.KUBECTL;
import static io.github.viplint.capture.CaptureKind.ROUTE_GET;
import static io.github.viplint.capture.CaptureKind.WCPSVC_LOG;
import static io.github.viplint.capture.CaptureKind.WCP_CLUSTER;
import static io.github.viplint.intake.LineForm.sure;

import java.util.List;

/** How lines of logs look, and of what tells of a failure. */
final class LogForms {
  private static final String ADDRESS = "\\d{1,3}(?:\\.\\d{1,3}){3}";

  private static final String UNIT =
      "\\S{1,200}\\.(?:service|socket|timer|target|mount|path|slice|scope|device|swap|automount)";

  /** What journalctl writes before the day, in any language. */
  private static final String MONTH = "(?:\\p{L}{2,6}|\\d{1,2}[\u6708\uc6d4])";

  static final List<LineForm> ALL =
      List.of(
          sure("-----BEGIN [A-Z0-9 ]{1,60}-----.*", CERTIFICATE).having("-----BEGIN "),
          sure(
                  "(?:\\d{4}-\\d\\d-\\d\\dT\\S{8,30} )?"
                      + "(?:trace|debug|info|warning|error|fatal|panic) wcp\\S{0,40} .*",
                  WCPSVC_LOG)
              .having(" wcp"),
          sure(
                  MONTH
                      + "\\.?(?:\\s{1,3}\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? .*:(?: .*)?"
                      + "| \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)? \\S{1,40}"
                      + " \\S{1,255} [^\\s:]{1,255}:.*)",
                  JOURNAL)
              .having(":"),
          sure(
                  "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d)"
                      + " \\S{1,255} [^\\s:]{1,255}:.*",
                  JOURNAL)
              .having("T"),
          sure(
              "\\[\\s*\\d+\\.\\d{6}(?:\\s+(?:<[\\d .*]{1,30}>)?)?\\] \\S{1,255}"
                  + " [^\\s:]{1,255}\\[\\d+\\]:.*",
              JOURNAL),
          sure("\\d{10}\\.\\d{6} \\S{1,255} [^\\s:]{1,255}:.*", JOURNAL).having(" "),
          sure(
                  MONTH
                      + "\\.? \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d+ \\S{1,40} \\[s=[0-9a-f]+;.*",
                  JOURNAL)
              .having("[s="),
          sure(
              "\\s*(?:__CURSOR|__REALTIME_TIMESTAMP|__MONOTONIC_TIMESTAMP|_BOOT_ID|_MACHINE_ID"
                  + "|_HOSTNAME|_SYSTEMD_UNIT|SYSLOG_IDENTIFIER|MESSAGE_ID)=.*",
              JOURNAL),
          sure(
              "(?:data: |\u001e)?\\{?\\s*\"(?:[A-Z_]+\" ?: ?\"[^\"]*\",\\s?\"){0,8}"
                  + "(?:__CURSOR|__REALTIME_TIMESTAMP|__MONOTONIC_TIMESTAMP|_BOOT_ID|_MACHINE_ID"
                  + "|_HOSTNAME|_SYSTEMD_UNIT|SYSLOG_IDENTIFIER)\" ?:.*",
              JOURNAL),
          sure("\\s*\"(?:_{1,2}[A-Z_]+|MESSAGE|MESSAGE_ID|PRIORITY|UNIT)\" : .*", JOURNAL),
          sure("IDX BOOT ID .*", JOURNAL),
          sure(
              "(?:Starting|Started|Stopping|Stopped|Failed to start|Reloading|Reloaded) "
                  + UNIT
                  + "(?:\\.\\.\\.| - .*|\\.)",
              JOURNAL),
          // the scripts of the appliance, and what ip tells them
          sure(
              "create (?:new route table|default route for|IP rule for|route with cmd:) .*"
                  + "|discovered route table .*|removing (?:ip rule|default route).*"
                  + "|ignoring failed attempt to .*",
              JOURNAL),
          sure(
              "RTNETLINK answers: .*|Object \"[^\"]*\" is unknown, try .*|Cannot find device .*"
                  + "|Error: (?:Invalid pref|Nexthop has|ipv4: |any valid |inet6? |argument \""
                  + "|either \"to\" is dup).*|Dump terminated",
              JOURNAL,
              IP_ROUTE,
              IP6_ROUTE,
              IP_RULE,
              IP6_RULE,
              ROUTE_GET,
              IP_ADDR),
          sure(
                  "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} - \\S{1,80}\\[[A-Z]+\\]: .*"
                      // cloud-init-output.log
                      + "|Cloud-init v\\. \\S{1,80} (?:running '|finished at ).*|ci-info: .*",
                  CLOUD_INIT_LOG)
              .having("]: ", "Cloud-init v. ", "ci-info: "),
          sure(
              "\\* (?:connect to|Connected to|Trying |Failed to connect|Could not resolve).*"
                  + "|curl: \\(\\d+\\) .*|nc: connect to .*|Ncat: .*"
                  + "|Connection to \\S+ \\d+ port \\[.*",
              CONNECTION_TRY),
          sure(
              ";; (?:->>HEADER<<-|connection timed out|communications error|no servers could).*"
                  + "|; <<>> DiG .*|\\*\\* server can't find .*",
              CONNECTION_TRY),
          sure(
                  "(?:Error code: |NET::|net::)?(?:ERR_(?:ADDRESS|CONNECTION|CERT|NAME|EMPTY)_[A-Z_]+"
                      + "|DNS_PROBE_[A-Z_]+|PR_END_OF_FILE_ERROR|NS_ERROR_[A-Z_]+)\\b.{0,200}"
                      // of Firefox and Chrome, above or before the code
                      + "|An error occurred during a connection to \\S{1,255}\\..*"
                      + "|https?://\\S{1,255} is unreachable\\.",
                  CONNECTION_TRY)
              .having(
                  "ERR_",
                  "DNS_PROBE_",
                  "PR_END_OF_FILE_ERROR",
                  "NS_ERROR_",
                  "An error occurred during a connection to ",
                  " is unreachable."),
          // of GET /api/vcenter/namespace-management/clusters/CLUSTER
          sure(
              "(?:[\\[{].*|\\s*)\"(?:config_status|kubernetes_status(?:_messages)?"
                  + "|api_server_(?:management|cluster)_endpoint)\"\\s?:.*",
              WCP_CLUSTER),
          // of dcli, as fields or a table
          sure(
              "(?:config_status|kubernetes_status|api_server_(?:management|cluster)_endpoint): .*"
                  + "|\\|(?:[a-z_ ]{1,40}\\|){0,8}config_status {0,40}\\|.*",
              WCP_CLUSTER),
          sure("\\{\"api\": ?\\{.*|\\{\"code\": ?401,.*", CONNECTION_TRY),
          sure(
              "(?:Get|Head|Post|Put|Patch|Delete) \\\\?\"?https?://.*|dial tcp \\S+: .*",
              CONNECTION_TRY,
              KUBECTL,
              WCPSVC_LOG,
              JOURNAL),
          sure(
                  "fault(?:code|string|xml|actor): .*"
                      + "|(?:Timed out waiting for LB service update|Error configuring cluster NIC on"
                      + "|System error occurred on (?:Master|control plane)"
                      + "|Kubernetes cluster health endpoint problem"
                      + "|Unable to connect to the management DNS servers"
                      + "|Unable to resolve the vCenter Primary Network Identifier"
                      + "|Failed to validate Content Library|vcenter\\.wcp\\.[a-z]).*",
                  WCPSVC_LOG)
              .having(
                  "fault",
                  "Timed out waiting for LB service update",
                  "Error configuring cluster NIC on",
                  "System error occurred on ",
                  "Kubernetes cluster health endpoint problem",
                  "Unable to connect to the management DNS servers",
                  "Unable to resolve the vCenter Primary Network Identifier",
                  "Failed to validate Content Library",
                  "vcenter.wcp."),
          sure("(?:adding|removing) route for .*|route already (?:exists|removed) for .*", JOURNAL),
          sure(
                  UNIT
                      + ": (?:Main process exited|Control process exited|Failed with result"
                      + "|Scheduled restart job|Start request repeated|Unit cannot be reloaded).*",
                  JOURNAL)
              .having(
                  ": Main process exited",
                  ": Control process exited",
                  ": Failed with result",
                  ": Scheduled restart job",
                  ": Start request repeated",
                  ": Unit cannot be reloaded"),
          sure(
              "-- (?:Logs begin|Journal begins|No entries|Reboot --|Boot [0-9a-f]{32}).*", JOURNAL),
          sure(
              "\\[(?:ALERT|WARNING|NOTICE|EMERG)\\]\\s{1,8}(?:\\d{3}/\\d{6} )?\\(\\d+\\) : "
                  + "(?:config : |parsing \\[|Error\\(s\\)|Fatal errors|Proxy ').*",
              HAPROXY_CHECK, HAPROXY_LOG),
          sure(
              "\\[(?:ALERT|WARNING|NOTICE|EMERG)\\]\\s{1,8}(?:\\d{3}/\\d{6} )?\\(\\d+\\) : .*",
              HAPROXY_LOG, HAPROXY_CHECK));

  private LogForms() {}
}
