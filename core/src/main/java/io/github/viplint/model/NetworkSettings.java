package io.github.viplint.model;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.List;
import java.util.Optional;

/**
 * A systemd {@code .network} file or resolv.conf.
 *
 * @param device the interface it configures, from {@code [Match] Name=} or else the file's name
 *     ({@code 10-eth0.network}); empty for resolv.conf
 * @param searchDomains without leading {@code ~} or dot
 */
public record NetworkSettings(
    Capture capture,
    Optional<String> device,
    List<Server> nameServers,
    List<Server> timeServers,
    List<Server> gateways,
    List<Cidr> addresses,
    List<String> searchDomains)
    implements Facts {
  public NetworkSettings {
    nameServers = List.copyOf(nameServers);
    timeServers = List.copyOf(timeServers);
    gateways = List.copyOf(gateways);
    addresses = List.copyOf(addresses);
    searchDomains = List.copyOf(searchDomains);
  }

  /** An address that is named as a server. */
  public record Server(Span span, IPAddress address) {}
}
