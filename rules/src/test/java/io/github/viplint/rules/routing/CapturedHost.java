package io.github.viplint.rules.routing;

/**
 * What a person captures of an appliance with management and frontend, and table 3 for frontend.
 */
final class CapturedHost {
  static final String DEFAULT = "default via 192.0.2.1 dev management proto static\n";
  static final String RULE = "32765:	from 10.20.30.10/24 lookup 3\n";

  private CapturedHost() {}

  /**
   * @param rules between those for local and main, each with its newline
   * @param routes of table main before those of the interfaces, each with its newline
   */
  static String with(String rules, String routes) {
    return TEXT.formatted(rules, routes);
  }

  private static final String TEXT =
      """
      root@haproxy [ ~ ]# ip addr show
      1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
          link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
          inet 127.0.0.1/8 scope host lo
      2: management: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
          link/ether 00:50:56:00:00:01 brd ff:ff:ff:ff:ff:ff
          inet 192.0.2.10/24 brd 192.0.2.255 scope global management
      3: frontend: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
          link/ether 00:50:56:00:00:03 brd ff:ff:ff:ff:ff:ff
          inet 10.20.30.10/24 brd 10.20.30.255 scope global frontend
      root@haproxy [ ~ ]# ip rule show
      0:	from all lookup local
      %s32766:	from all lookup main
      32767:	from all lookup default
      root@haproxy [ ~ ]# ip route show
      %s10.20.30.0/24 dev frontend proto kernel scope link src 10.20.30.10
      192.0.2.0/24 dev management proto kernel scope link src 192.0.2.10
      root@haproxy [ ~ ]# ip route show table 3
      default via 10.20.30.1 dev frontend proto static
      10.20.30.0/24 dev frontend proto kernel scope link src 10.20.30.10
      root@haproxy [ ~ ]# ip route show table local
      local 10.20.30.64/26 dev lo scope host
      local 10.20.30.10 dev frontend proto kernel scope host src 10.20.30.10
      broadcast 10.20.30.255 dev frontend proto kernel scope link src 10.20.30.10
      local 192.0.2.10 dev management proto kernel scope host src 192.0.2.10
      broadcast 192.0.2.255 dev management proto kernel scope link src 192.0.2.10
      local 127.0.0.0/8 dev lo proto kernel scope host src 127.0.0.1
      local 127.0.0.1 dev lo proto kernel scope host src 127.0.0.1
      broadcast 127.255.255.255 dev lo proto kernel scope link src 127.0.0.1
      """;
}
