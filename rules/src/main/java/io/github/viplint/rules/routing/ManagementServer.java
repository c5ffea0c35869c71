package io.github.viplint.rules.routing;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.HostView;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetworkSettings;
import io.github.viplint.model.NetworkSettings.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A DNS or NTP server that a host is to reach by its management interface.
 *
 * @param device the management interface
 * @param what {@code DNS server} or {@code NTP server}
 * @param span where it is configured
 */
record ManagementServer(IPAddress address, String device, String what, Span span) {
  /** {@code management} on the appliance, {@code eth0} on a control plane VM. */
  private static final Set<String> MANAGEMENT = Set.of("management", "eth0");

  /** The servers of {@code host}, in the order configured. */
  static List<ManagementServer> of(HostView host) {
    List<ManagementServer> servers = new ArrayList<>();
    for (NetworkSettings settings : host.facts(NetworkSettings.class)) {
      settings
          .device()
          .filter(device -> isManagement(host, device))
          .ifPresent(device -> add(servers, settings, device));
      if (settings.device().isEmpty()) {
        resolvConf(host, settings, servers);
      }
    }
    return servers;
  }

  private static boolean isManagement(HostView host, String device) {
    return host.is(Role.APPLIANCE)
        ? device.equals("management")
        : host.is(Role.SUPERVISOR) ? device.equals("eth0") : MANAGEMENT.contains(device);
  }

  private static void add(List<ManagementServer> servers, NetworkSettings settings, String device) {
    settings.nameServers().forEach(server -> servers.add(of(server, device, "DNS server")));
    settings.timeServers().forEach(server -> servers.add(of(server, device, "NTP server")));
  }

  /** resolv.conf names no device: a server is management's where management is connected to it. */
  private static void resolvConf(
      HostView host, NetworkSettings settings, List<ManagementServer> servers) {
    for (Server server : settings.nameServers()) {
      Optional<String> device =
          host.kernel().connectedTo(server.address()).stream()
              .map(NetInterface::name)
              .filter(name -> isManagement(host, name))
              .findFirst();
      device.ifPresent(name -> servers.add(of(server, name, "DNS server")));
    }
  }

  private static ManagementServer of(Server server, String device, String what) {
    return new ManagementServer(server.address(), device, what, server.span());
  }

  /** What is sent to it: {@code lookups for DNS server}. */
  String packets() {
    return what.startsWith("DNS") ? "lookups for " + what : "packets to " + what;
  }
}
