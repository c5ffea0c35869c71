package io.github.viplint.space;

import inet.ipaddr.IPAddress;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.Cidr;
import java.util.Optional;
import org.apache.commons.net.util.SubnetUtils;

/**
 * What a person wants to know of an IPv4 subnet.
 *
 * @param broadcast empty for a /31 (RFC 3021) and a /32
 * @param firstHost the first address that a host may have
 * @param lastHost the last one
 * @param hosts how many there are
 */
public record SubnetFacts(
    Cidr subnet,
    IPAddress netmask,
    IPAddress firstHost,
    IPAddress lastHost,
    Optional<IPAddress> broadcast,
    long hosts) {

  /** The facts of the subnet that {@code cidr} lies in; empty for IPv6. */
  public static Optional<SubnetFacts> of(Cidr cidr) {
    if (!cidr.address().isIPv4()) {
      return Optional.empty();
    }
    SubnetUtils utils = new SubnetUtils(cidr.toString());
    // a /31 has two hosts and a /32 is one; of larger subnets the ends are kept out
    boolean small = cidr.prefixLength() >= 31;
    utils.setInclusiveHostCount(small);
    SubnetUtils.SubnetInfo info = utils.getInfo();
    return Optional.of(
        new SubnetFacts(
            cidr.network(),
            address(info.getNetmask()),
            address(info.getLowAddress()),
            address(info.getHighAddress()),
            small ? Optional.empty() : Optional.of(address(info.getBroadcastAddress())),
            info.getAddressCountLong()));
  }

  private static IPAddress address(String text) {
    return AddressText.address(text).orElseThrow();
  }

  /**
   * {@code hosts .17 to .30, broadcast .31, netmask 255.255.255.240}; full addresses where more
   * than the last octet differs.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (hosts == 1) {
      text.append("one address, ").append(firstHost);
    } else {
      text.append("hosts ").append(shown(firstHost)).append(" to ").append(shown(lastHost));
    }
    broadcast.ifPresent(address -> text.append(", broadcast ").append(shown(address)));
    return text.append(", netmask ").append(netmask).toString();
  }

  private String shown(IPAddress address) {
    return subnet.prefixLength() >= 24
        ? "." + address.getSegment(3).getSegmentValue()
        : address.toString();
  }
}
