package io.github.viplint.rules.log;

import io.github.viplint.log.Signature;
import io.github.viplint.log.Signature.Form;
import java.util.List;

/**
 * The log messages that the built-in rules ask for.
 *
 * <table>
 * <caption>Signatures and their groups; a group in brackets may be missing</caption>
 * <tr><th>rule</th><th>id</th><th>groups</th></tr>
 * <tr><td>VL203</td><td>haproxy-cannot-bind</td>
 *     <td>address, port, [frontend], [reason]: strerror, from 2.3 on</td></tr>
 * <tr><td>VL601</td><td>unit-failed</td>
 *     <td>unit with its suffix; where only the description is written: description instead;
 *     [result]: {@code exit-code}</td></tr>
 * <tr><td>VL602</td><td>unit-start-limit</td><td>unit with its suffix</td></tr>
 * <tr><td>VL602</td><td>unit-reload-refused</td><td>unit with its suffix</td></tr>
 * <tr><td>VL603</td><td>anyip-adding-route</td><td>range, as the file has it</td></tr>
 * <tr><td>VL603</td><td>anyip-route-exists</td><td>range, as the file has it</td></tr>
 * <tr><td>VL603</td><td>ip-route-error</td>
 *     <td>error, without {@code RTNETLINK answers:} or {@code Error:} and without a last full stop;
 *     [range]: the text that is no prefix</td></tr>
 * <tr><td>VL701</td><td>connection-refused</td>
 *     <td>address, [port]: kubectl leaves out that of the scheme</td></tr>
 * <tr><td>VL702</td><td>no-route-to-host</td><td>address, port</td></tr>
 * <tr><td>VL703</td><td>connection-timeout</td>
 *     <td>address and port; or url, host and [port]</td></tr>
 * <tr><td>VL704</td><td>connection-eof</td>
 *     <td>url, host and [port]; or address and port</td></tr>
 * </table>
 *
 * <p>An address is IPv4 or IPv6 without brackets; a host may be a name too.
 */
public final class BuiltInSignatures {
  private static final String UNIT =
      "(?P<unit>[A-Za-z0-9@:_.\\\\-]+\\.(?:service|socket|mount|target|timer|path|slice|scope))";
  private static final String ADDRESS = "\\[?(?P<address>[0-9A-Fa-f:.]*[0-9A-Fa-f:])\\]?";
  private static final String PORT = "(?P<port>[0-9]{1,5})";
  private static final String DIAL = "dial tcp (?:\\S+->)?" + ADDRESS + ":" + PORT + ": ";

  /** What Go's http client writes before an error: the method and the URL, quoted from 1.14 on. */
  private static final String REQUEST =
      "\\b(?:Get|Head|Post|Put|Patch|Delete) \\\\?\"?"
          + "(?P<url>https?://(?P<host>\\[[0-9A-Fa-f:]+\\]|[^\\s/\":\\\\]+)(?::"
          + PORT
          + ")?[^\\s\"\\\\]*?)\\\\?\"?: ";

  private static final List<Signature> ALL =
      List.of(
          new Signature(
              "haproxy-cannot-bind",
              "VL203",
              List.of(
                  Form.of(
                      "cannot bind socket",
                      "(?:(?:Starting|Binding \\[[^\\]]*\\] for) [a-z]+ (?P<frontend>\\S+):"
                          + " (?:protocol \\S+: )?)?"
                          + "cannot bind socket (?:\\((?P<reason>[^)]*)\\) )?(?:for )?"
                          + "\\[(?P<address>[0-9A-Fa-f:.]+):"
                          + PORT
                          + "\\]")),
              "haproxy could not bind an address; one such failure keeps the whole process down",
              "haproxy src/proto_tcp.c and src/protocol.c, 1.8 to 3.0",
              List.of(
                  "Starting frontend web: cannot bind socket [10.20.0.35:443]",
                  "Starting frontend web: cannot bind socket (Cannot assign requested address)"
                      + " [10.20.0.35:443]",
                  "[ALERT]    (1) : Starting frontend web: cannot bind socket (Permission denied)"
                      + " [0.0.0.0:80]",
                  "Binding [/etc/haproxy/haproxy.cfg:34] for proxy web: cannot bind socket"
                      + " (Address already in use) for [10.20.0.35:53]",
                  "Binding [h.cfg:7] for frontend web: protocol tcpv4: cannot bind socket"
                      + " (Cannot assign requested address) for [10.20.0.35:443].",
                  "Starting frontend web: cannot bind socket [:::443]",
                  "cannot bind socket [10.20.0.35:443]"),
              List.of(
                  "Starting frontend web: cannot bind UNIX socket [/run/web.sock]",
                  "Starting frontend web: cannot listen to socket [10.20.0.35:443]",
                  "Some protocols failed to start their listeners! Exiting.")),
          new Signature(
              "unit-failed",
              "VL601",
              List.of(
                  Form.of(
                      "Failed with result", UNIT + ": Failed with result '(?P<result>[a-z-]+)'"),
                  Form.of("Failed to start", "Failed to start " + UNIT + "(?: - .*|\\.|$)"),
                  Form.of(
                      "Failed to start",
                      "^Failed to start (?P<description>[A-Z].*?)(?:\\.|\\.\\.\\.)?$"),
                  Form.of("entered failed state", "Unit " + UNIT + " entered failed state"),
                  Form.of("Job for", "Job for " + UNIT + " failed ")),
              "systemd could not start a unit, or its process ended with an error",
              "systemd src/core/unit.c, src/core/job.c and src/systemctl",
              List.of(
                  "anyip-routes.service: Failed with result 'exit-code'.",
                  "Failed to start anyip-routes.service.",
                  "Failed to start haproxy.service - HAProxy Load Balancer.",
                  "Failed to start HAProxy Load Balancer.",
                  "Unit haproxy.service entered failed state.",
                  "Job for haproxy.service failed because the control process exited with error"
                      + " code."),
              List.of(
                  "Starting anyip-routes.service...",
                  "Stopped HAProxy Load Balancer.",
                  "haproxy.service: Main process exited, code=exited, status=1/FAILURE")),
          new Signature(
              "unit-start-limit",
              "VL602",
              List.of(
                  Form.of("tart request repeated too quickly", UNIT + ": Start request repeated"),
                  Form.of(
                      "tart request repeated too quickly",
                      "start request repeated too quickly for " + UNIT)),
              "systemd gave up on a unit that failed several times in a short while",
              "systemd src/core/unit.c, unit_test_start_limit",
              List.of(
                  "haproxy.service: Start request repeated too quickly.",
                  "start request repeated too quickly for haproxy.service"),
              List.of("haproxy.service: Scheduled restart job, restart counter is at 5.")),
          new Signature(
              "unit-reload-refused",
              "VL602",
              List.of(
                  Form.of(
                      "cannot be reloaded because it is inactive",
                      UNIT + ":? (?:Unit )?cannot be reloaded because it is inactive"),
                  Form.of("cannot reload", UNIT + " is not active, cannot reload")),
              "a unit that does not run was asked to reload; the Data Plane API never starts it",
              "systemd src/core/unit.c, unit_reload",
              List.of(
                  "haproxy.service: Unit cannot be reloaded because it is inactive.",
                  "Unit haproxy.service cannot be reloaded because it is inactive.",
                  "haproxy.service is not active, cannot reload."),
              List.of("haproxy.service: Reload operation timed out. Killing reload process.")),
          new Signature(
              "anyip-adding-route",
              "VL603",
              List.of(
                  Form.of(
                      "adding route for",
                      "\\badding route for\\s+(?P<range>\\S.*?)\\s*"
                          + "(?:$|RTNETLINK answers: |Error: |\\[ *[0-9]+\\.[0-9]+\\] )")),
              "the appliance is about to make a VIP range local",
              "anyiproutectl.sh up",
              List.of(
                  "adding route for 10.20.0.32/27",
                  "adding route for  10.20.0.32/27",
                  "adding route for 10.20.0.32/27 # VIPs",
                  "adding route for 10.20.0.32/27 RTNETLINK answers: Invalid argument"),
              List.of("removing route for 10.20.0.32/27", "adding route for ")),
          new Signature(
              "anyip-route-exists",
              "VL603",
              List.of(
                  Form.of(
                      "route already exists for",
                      "\\broute already exists for\\s+(?P<range>\\S.*?)\\s*$")),
              "a VIP range is local already, so the appliance goes on with the next",
              "anyiproutectl.sh up",
              List.of("route already exists for 10.20.0.32/27"),
              List.of("route already removed for 10.20.0.32/27")),
          new Signature(
              "ip-route-error",
              "VL603",
              List.of(
                  Form.of(
                      "RTNETLINK answers",
                      "RTNETLINK answers: (?P<error>Invalid argument|File exists)"),
                  Form.of(
                      "Invalid prefix for given prefix length",
                      "Error: (?P<error>Invalid prefix for given prefix length)"),
                  Form.of(
                      "prefix is expected rather than",
                      "Error: (?P<error>(?:any valid|inet6?|\\?\\?\\?) prefix is expected"
                          + " rather than \"(?P<range>.*)\")")),
              "the kernel or iproute2 refused a route",
              "iproute2 lib/utils.c and lib/libnetlink.c; kernel net/ipv4/fib_frontend.c",
              List.of(
                  "RTNETLINK answers: Invalid argument",
                  "RTNETLINK answers: File exists",
                  "Error: Invalid prefix for given prefix length.",
                  "Error: any valid prefix is expected rather than \"10.20.0.33-10.20.0.62\".",
                  "Error: inet prefix is expected rather than \"10.20.0.0/33\"."),
              List.of(
                  "RTNETLINK answers: No such process",
                  "Error: any valid address is expected rather than \"10.20.0.300\".",
                  "Error: Nexthop has invalid gateway.")),
          new Signature(
              "connection-refused",
              "VL701",
              List.of(
                  Form.of("connection refused", DIAL + "connect: connection refused"),
                  Form.of(
                      "The connection to the server",
                      "The connection to the server "
                          + "(?:\\[(?P<address>[0-9A-Fa-f:]+)\\])(?::"
                          + PORT
                          + ")? was refused"),
                  Form.of(
                      "The connection to the server",
                      "The connection to the server (?P<address>[0-9.]+[0-9])(?::"
                          + PORT
                          + ")? was refused")),
              "the host is up and nothing listens on the port",
              "Go net/dial.go and syscall; kubectl pkg/cmd/util/helpers.go",
              List.of(
                  "Unable to connect to the server: dial tcp 10.20.0.35:6443: connect: connection"
                      + " refused",
                  "Get \"https://10.20.0.35/wcp/loginbanner\": dial tcp 10.20.0.35:443: connect:"
                      + " connection refused",
                  "dial tcp [fd00::35]:443: connect: connection refused",
                  "dial tcp 10.20.0.9:41230->10.20.0.35:443: connect: connection refused",
                  "The connection to the server 10.20.0.35:6443 was refused - did you specify the"
                      + " right host or port?",
                  "The connection to the server [fd00::35]:6443 was refused - did you specify the right"
                      + " host or port?",
                  "The connection to the server 10.20.0.35 was refused - did you specify the right"
                      + " host or port?"),
              List.of(
                  "The connection to the server localhost:8080 was refused - did you specify the"
                      + " right host or port?",
                  "Server b/s is DOWN, reason: Layer4 connection problem, info: \"Connection"
                      + " refused\"",
                  "dial unix /run/x.sock: connect: connection refused")),
          new Signature(
              "no-route-to-host",
              "VL702",
              List.of(Form.of("no route to host", DIAL + "connect: no route to host")),
              "nobody answers for the address, or a router says that it is unreachable",
              "Go net/dial.go; Linux EHOSTUNREACH",
              List.of(
                  "Get https://10.20.0.35/wcp/loginbanner: dial tcp 10.20.0.35:443: connect: no"
                      + " route to host",
                  "Unable to connect to the server: dial tcp 10.20.0.35:6443: connect: no route to"
                      + " host"),
              List.of(
                  "dial tcp 10.20.0.35:443: connect: network is unreachable",
                  "ssh: connect to host 10.20.0.35 port 22: No route to host")),
          new Signature(
              "connection-timeout",
              "VL703",
              List.of(
                  Form.of("i/o timeout", DIAL + "i/o timeout"),
                  Form.of("connection timed out", DIAL + "connect: connection timed out"),
                  Form.of(
                      "Client.Timeout exceeded", REQUEST + ".*\\(Client.Timeout exceeded while"),
                  Form.of("context deadline exceeded", REQUEST + "context deadline exceeded")),
              "packets go nowhere or their replies do not come back",
              "Go net/net.go, net/http/client.go and context",
              List.of(
                  "dial tcp 10.20.0.35:6443: i/o timeout",
                  "dial tcp 10.20.0.35:6443: connect: connection timed out",
                  "Get \"https://10.20.0.35:6443/healthz?timeout=5s\": context deadline exceeded",
                  "Get \"https://10.20.0.35:5556/v2/info\": net/http: request canceled while waiting"
                      + " for connection (Client.Timeout exceeded while awaiting headers)"),
              List.of(
                  "context deadline exceeded",
                  "lookup vc.lab on 10.20.0.53:53: read udp 10.20.0.9:3812->10.20.0.53:53: i/o"
                      + " timeout")),
          new Signature(
              "connection-eof",
              "VL704",
              List.of(
                  Form.of(": EOF", REQUEST + "EOF"),
                  Form.of(
                      "connection reset by peer",
                      "read tcp (?:\\S+->)" + ADDRESS + ":" + PORT + ": read: connection reset")),
              "something accepted the connection and closed it, as a proxy without a server does",
              "Go net/http/transport.go",
              List.of(
                  "Error occurred during HTTP request: Post \"https://10.20.0.52/wcp/login\": EOF",
                  "Post https://vip.lab:6443/wcp/login: EOF",
                  "Get \\\"https://10.20.0.52/wcp/login\\\": EOF",
                  "read tcp 10.20.0.9:51412->10.20.0.52:443: read: connection reset by peer"),
              List.of("error reading the file: EOF", "unexpected EOF")));

  private BuiltInSignatures() {}

  public static List<Signature> all() {
    return ALL;
  }
}
