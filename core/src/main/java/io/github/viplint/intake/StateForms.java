package io.github.viplint.intake;

import static io.github.viplint.capture.CaptureKind.ANYIP_ROUTES;
import static io.github.viplint.capture.CaptureKind.CLUSTER_MANIFEST;
import static io.github.viplint.capture.CaptureKind.HAPROXY_CFG;
import static io.github.viplint.capture.CaptureKind.HAPROXY_CFG_LKG;
import static io.github.viplint.capture.CaptureKind.HAPROXY_CHECK;
import static io.github.viplint.capture.CaptureKind.HAPROXY_VERSION;
import static io.github.viplint.capture.CaptureKind.IFCONFIG;
import static io.github.viplint.capture.CaptureKind.IP6_ROUTE;
import static io.github.viplint.capture.CaptureKind.IP6_RULE;
import static io.github.viplint.capture.CaptureKind.IP_ADDR;
import static io.github.viplint.capture.CaptureKind.IP_ROUTE;
import static io.github.viplint.capture.CaptureKind.IP_RULE;
import static io.github.viplint.capture.CaptureKind.JOURNAL;
import static io.github.viplint.capture.CaptureKind.KUBECTL;
import static io.github.viplint.capture.CaptureKind.LISTENING_SOCKETS;
import static io.github.viplint.capture.CaptureKind.LIST_UNITS;
import static io.github.viplint.capture.CaptureKind.NETWORK_FILE;
import static io.github.viplint.capture.CaptureKind.OVF_PROPERTIES;
import static io.github.viplint.capture.CaptureKind.PING;
import static io.github.viplint.capture.CaptureKind.RESOLV_CONF;
import static io.github.viplint.capture.CaptureKind.ROUTE_GET;
import static io.github.viplint.capture.CaptureKind.ROUTE_N;
import static io.github.viplint.capture.CaptureKind.ROUTE_TABLES;
import static io.github.viplint.capture.CaptureKind.RT_TABLES;
import static io.github.viplint.capture.CaptureKind.SYSCTL;
import static io.github.viplint.capture.CaptureKind.SYSTEMCTL_STATUS;
import static io.github.viplint.capture.CaptureKind.SYSTEM_STATE;
import static io.github.viplint.capture.CaptureKind.WORKLOAD_NETWORKS;
import static io.github.viplint.intake.LineForm.fair;
import static io.github.viplint.intake.LineForm.none;
import static io.github.viplint.intake.LineForm.opens;
import static io.github.viplint.intake.LineForm.sure;

import java.util.List;

/** How lines look of configurations, and of what shows how things are. */
final class StateForms {
  private static final String CIDR = "\\d{1,3}(?:\\.\\d{1,3}){3}/\\d{1,3}";

  private static final String ADDRESS = "\\d{1,3}(?:\\.\\d{1,3}){3}";

  private static final String UNIT =
      "\\S{1,200}\\.(?:service|socket|timer|target|mount|path|slice|scope|device|swap|automount)";

  private static final String BULLET = "[\u25cf\u25cb\u00d7\u21bb\u2718\u2022*]";

  private static final String ROUTED =
      "(?:(?:local|broadcast|multicast|anycast) )?[0-9a-f.:]{2,45} ";

  static final List<LineForm> ALL =
      List.of(
          sure("Configuration file is valid", HAPROXY_CHECK),
          sure("HA-?Proxy version \\d+\\.\\d+.*", HAPROXY_VERSION),
          sure(
                  BULLET
                      + "?\\s*"
                      + UNIT
                      + "\\s+(?:loaded|not-found|masked|error|bad-setting|merged)\\s+"
                      + "[a-z]+\\s+[a-z-]+.*",
                  LIST_UNITS)
              .having("loaded", "not-found", "masked", "error", "bad-setting", "merged"),
          opens("\\s*UNIT\\s+LOAD\\s+ACTIVE\\s+SUB\\b.*", LIST_UNITS),
          sure("\\d+ loaded units listed.*", LIST_UNITS).having(" loaded units listed"),
          sure(BULLET + "\\s+" + UNIT + "(?:\\s+- .*)?", SYSTEMCTL_STATUS).having("."),
          sure(
                  "\\s*(?:Loaded: (?:loaded|not-found|masked|error)|Active: [a-z]).*",
                  SYSTEMCTL_STATUS)
              .having("Loaded: ", "Active: "),
          sure("Unit " + UNIT + " could not be found\\.", SYSTEMCTL_STATUS),
          sure("\\s+(?:State: [a-z]+|Jobs: \\d+ queued|Failed: \\d+ units?)", SYSTEM_STATE),
          opens(BULLET + "\\s[\\w.-]{1,255}", SYSTEM_STATE),
          opens("0:\\s+from all lookup (?:local|255)\\s*", IP_RULE, IP6_RULE),
          sure("\\d+:\\s+(?:not )?from .*", IP_RULE, IP6_RULE).having("from "),
          opens("1: lo: <.*", IP_ADDR),
          sure("\\d+: \\S{1,40}: <[A-Z_,0-9-]*>.*", IP_ADDR).having(": <"),
          sure("\\d+: \\S{1,40}\\s+inet6? .*", IP_ADDR).having("inet"),
          sure("\\s*(?:inet6? \\S+ .*scope |link/\\w+ |valid_lft ).*", IP_ADDR),
          sure("\\S{1,40}\\s+Link encap:.*|\\S{1,40}: flags=\\d+<.*", IFCONFIG)
              .having("Link encap:", ": flags="),
          sure("\\s*inet addr:.*|\\s*inet \\S+\\s+netmask .*", IFCONFIG),
          opens("Kernel IP routing table", ROUTE_N),
          sure("Destination\\s+Gateway\\s+Genmask\\s.*", ROUTE_N),
          sure(
                  "(?:default|"
                      + ADDRESS
                      + ")\\s+(?:\\*|"
                      + ADDRESS
                      + ")\\s+"
                      + ADDRESS
                      + "\\s+[!A-Z]+\\s+\\d+\\s.*",
                  ROUTE_N)
              .having(" ", "\t"),
          opens("(?:Netid\\s+)?State\\s+Recv-Q\\s+Send-Q\\s+Local Address.*", LISTENING_SOCKETS),
          opens("Active Internet connections \\(.*", LISTENING_SOCKETS),
          sure("Proto\\s+Recv-Q\\s+Send-Q\\s+Local Address\\s+Foreign.*", LISTENING_SOCKETS),
          opens(
              "COMMAND\\s+PID\\s+USER\\s+FD\\s+TYPE\\s+DEVICE\\s+SIZE/OFF\\s+NODE\\s+NAME\\s*",
              LISTENING_SOCKETS),
          sure(
              "(?:(?:tcp|udp)\\s+)?(?:LISTEN|UNCONN|ESTAB|TIME-WAIT|CLOSE-WAIT)\\s+\\d+\\s+\\d+\\s+"
                  + "\\S+:\\S+\\s+\\S+:\\S+.*",
              LISTENING_SOCKETS),
          sure("(?:tcp|udp)6?\\s+\\d+\\s+\\d+\\s+\\S+:\\S+\\s+\\S+:\\S+.*", LISTENING_SOCKETS),
          sure(
                  "\\S{1,40}\\s+\\d+\\s+\\S{1,40}\\s+\\d+\\w{0,3}\\s+IPv[46]\\s+\\S+\\s+\\S+\\s+(?:TCP|UDP)\\s.*",
                  LISTENING_SOCKETS)
              .having("IPv"),
          // ip neigh, and ip route get: no part of a table
          none(ADDRESS
                  + " (?:dev \\S+ )?(?:lladdr .*|.*(?:REACHABLE|STALE|FAILED|DELAY|INCOMPLETE))")
              .having("lladdr ", "REACHABLE", "STALE", "FAILED", "DELAY", "INCOMPLETE"),
          sure(ROUTED + ".*\\buid \\d+.*", ROUTE_GET).having("uid "),
          sure(ROUTED + "from [0-9a-f.:]{2,45} (?:via|dev) .*", ROUTE_GET).having(" from "),
          sure("\\s+cache(?: .*)?", ROUTE_GET),
          sure("(?:net|kernel|vm|fs|dev|abi|debug|user|crypto)\\.[\\w.:/@-]{1,200} ?=.*", SYSCTL),
          sure(
                  "(?:(?:local|broadcast|unicast|multicast|anycast|unreachable|prohibit|blackhole|throw|nat) )?"
                      + "(?:default|\\d{1,3}(?:\\.\\d{1,3}){0,3}(?:/\\d+)?|[0-9a-f]{0,4}:[0-9a-f:.]{1,42}(?:/\\d+)?)"
                      + " (?:via|dev|nhid|proto|scope|metric|table|src|encap|tos) .*",
                  IP_ROUTE,
                  IP6_ROUTE,
                  ROUTE_GET)
              .having(
                  " via ",
                  " dev ",
                  " nhid ",
                  " proto ",
                  " scope ",
                  " metric ",
                  " table ",
                  " src ",
                  " encap ",
                  " tos "),
          sure(
              "(?:unreachable|prohibit|blackhole|throw) (?:default|" + ADDRESS + "(?:/\\d+)?)\\b.*",
              IP_ROUTE,
              IP6_ROUTE,
              ROUTE_GET),
          sure("\\s*nexthop (?:via|dev) .*", IP_ROUTE, IP6_ROUTE),
          sure("PING \\S+ .*\\d+.*|Pinging \\S+ .*with \\d+ bytes.*", PING),
          sure("\\d+ bytes from .*|From \\S+ icmp_seq=.*|Reply from " + ADDRESS + ":.*", PING)
              .having(" bytes from ", " icmp_seq=", "Reply from "),
          sure("--- \\S+ ping statistics ---|Ping statistics for .*", PING),
          sure("\\d+ packets transmitted, .*|(?:rtt|round-trip) min/avg/.*", PING)
              .having(" packets transmitted, ", " min/avg/"),
          sure("ping: .*|connect: (?:Network is unreachable|Invalid argument)", PING),
          sure("\\d+," + "[^,\\s]{1,64},[0-9A-Fa-f:.-]{11,20},.*", ROUTE_TABLES).having(","),
          sure("# create route tables on which default gateways are defined.*", ROUTE_TABLES)
              .having("# create route tables on which default gateways are defined"),
          sure("# \\* This file is used by the route-tables service.*", ROUTE_TABLES)
              .having(" file is used by the route-tables service"),
          sure("# that define the network ranges used to bind the load balancer's.*", ANYIP_ROUTES)
              .having("# that define the network ranges used to bind the load balancer's"),
          sure("# \\* This file is used by the anyip-routes service.*", ANYIP_ROUTES)
              .having(" file is used by the anyip-routes service"),
          sure("\\d+\\s+(?:local|main|default|unspec|rtctl_\\S+)|#\\d+\\s+inr\\.ruhep", RT_TABLES)
              .having("local", "main", "default", "unspec", "rtctl_", "inr.ruhep"),
          sure("# reserved values", RT_TABLES).having("# reserved values"),
          sure("nameserver\\s+[0-9A-Fa-f.:]+(?:%\\w+)?", RESOLV_CONF),
          opens("\\[Match\\]", NETWORK_FILE),
          sure(
              "\\[(?:Network|Address|Route|DHCP|DHCPv4|DHCPv6|RoutingPolicyRule|IPv6AcceptRA)\\]",
              NETWORK_FILE),
          sure("(?:DNS|Domains|DNSSEC|LinkLocalAddressing|IPv6AcceptRA)\\s*=.*", NETWORK_FILE),
          sure("(?:ERRO|FATA|WARN|INFO|DEBU)\\[\\d{4}\\] .*", KUBECTL).having("] "),
          sure("time=\"[^\"]{10,40}\" level=\\w+ .*", KUBECTL, JOURNAL),
          sure(
              "(?:Unable to connect to the server: |The connection to the server \\S+ was refused"
                  + "|Logged in successfully\\.|You have access to the following contexts:"
                  + "|Not all cluster/workload sessions were established"
                  + "|There was an error when trying to connect to the server"
                  + "|Please check the server URL and try again|Error from server"
                  + "|KUBECTL_VSPHERE_PASSWORD environment variable"
                  + "|If the context you wish to use is not|To change context, use `kubectl"
                  + "|Switched to context \").*",
              KUBECTL),
          // klog
          sure("[IWEF]\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d+ +\\d+ \\S+:\\d+\\] .*", KUBECTL),
          sure(
              "(?:NAMESPACE\\s+)?NAME\\s+(?:READY|STATUS|TYPE|DATA|AGE|PROVISIONER|CLUSTER)\\b.*",
              KUBECTL),
          sure(
                  "(?:global|defaults|userlist \\S+|program \\S+|resolvers \\S+|(?:frontend|backend|listen)"
                      + " [\\w.:@-]+|peers \\S+|cache \\S+|mailers \\S+|ring \\S+|http-errors \\S+"
                      + "|fcgi-app \\S+|log-forward \\S+|defaults \\S+)(?: from \\S+)?\\s*(?:#.*)?",
                  HAPROXY_CFG,
                  HAPROXY_CFG_LKG)
              .having(
                  "global",
                  "defaults",
                  "userlist ",
                  "program ",
                  "resolvers ",
                  "frontend ",
                  "backend ",
                  "listen ",
                  "peers ",
                  "cache ",
                  "mailers ",
                  "ring ",
                  "http-errors ",
                  "fcgi-app ",
                  "log-forward "),
          sure(
              "\\s*(?:bind \\S*:\\d+\\b|server \\S+ \\S+:\\d+|use_backend \\S+|default_backend \\S+"
                  + "|timeout (?:client|server|connect|check|queue|tunnel)\\s|stats socket /"
                  + "|http-(?:request|response) \\S|balance (?:roundrobin|leastconn|source)"
                  + "|mode\\s+(?:tcp|http)\\b|log\\s+global\\b|log-tag \\S"
                  + "|option (?:tcplog|httplog|tcp-check|dontlognull)\\b|user \\S+ (?:insecure-)?password ).*",
              HAPROXY_CFG,
              HAPROXY_CFG_LKG),
          sure(
                  "\\s{0,8}(?:--prop:|-p:)?[\"']?(?:appliance|network|loadbalance|guestinfo\\.dataplaneapi)\\.[a-z_]{1,60}[\"']?"
                      + "\\s{0,8}[=:].*",
                  OVF_PROPERTIES)
              .having("appliance.", "network.", "loadbalance.", "guestinfo.dataplaneapi."),
          opens(
              "apiVersion: (?:cluster\\.x-k8s\\.io|run\\.tanzu\\.vmware\\.com)/\\S{1,40}\\s*",
              CLUSTER_MANIFEST),
          fair("\\s{0,3}" + CIDR, ANYIP_ROUTES, WORKLOAD_NETWORKS));

  private StateForms() {}
}
