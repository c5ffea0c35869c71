package io.github.viplint.twin.route;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetInterface.Address;
import io.github.viplint.twin.table.AddressBits;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which IPv6 address a packet of this host gets: {@code ipv6_dev_get_saddr} of net/ipv6/addrconf.c,
 * which is RFC 6724 with the labels of net/ipv6/addrlabel.c. Sysctls and labels are taken to be as
 * the kernel has them at first.
 */
final class SourceAddresses6 {
  private static final int LINK_LOCAL = 2;
  private static final int GLOBAL = 14;

  private record Label(Cidr prefix, int number) {
    static Label of(String prefix, int number) {
      int slash = prefix.indexOf('/');
      return new Label(
          new Cidr(
              new IPAddressString(prefix.substring(0, slash)).getAddress(),
              Integer.parseInt(prefix.substring(slash + 1))),
          number);
    }
  }

  private static final List<Label> LABELS =
      List.of(
          Label.of("::1/128", 0),
          Label.of("::ffff:0:0/96", 4),
          Label.of("::/96", 3),
          Label.of("2001::/32", 6),
          Label.of("2001:10::/28", 7),
          Label.of("2002::/16", 2),
          Label.of("3ffe::/16", 12),
          Label.of("fec0::/10", 11),
          Label.of("fc00::/7", 5),
          Label.of("::/0", 1));

  private static final Cidr ORCHID = Label.of("2001:10::/28", 7).prefix();

  private final List<NetInterface> interfaces;

  SourceAddresses6(List<NetInterface> interfaces) {
    this.interfaces = interfaces;
  }

  private record Candidate(Address address, String device) {
    IPAddress ip() {
      return address.cidr().address();
    }
  }

  /** The address that a packet to {@code destination} gets when it leaves by {@code device}. */
  Optional<IPAddress> of(String device, IPAddress destination) {
    boolean deviceOnly = destination.isMulticast() || scope(destination) <= LINK_LOCAL;
    int[] best = null;
    IPAddress chosen = null;
    for (Candidate candidate : candidates(deviceOnly ? Optional.of(device) : Optional.empty())) {
      int[] score = score(candidate, device, destination);
      if (best == null || Arrays.compare(score, best) > 0) {
        best = score;
        chosen = candidate.ip();
      }
    }
    return Optional.ofNullable(chosen);
  }

  private List<Candidate> candidates(Optional<String> only) {
    return interfaces.stream()
        .filter(device -> only.isEmpty() || only.get().equals(device.name()))
        .flatMap(
            device ->
                device.addresses().stream()
                    .filter(address -> address.cidr().address().isIPv6())
                    .filter(SourceAddresses6::isAssigned)
                    .map(address -> new Candidate(address, device.name())))
        .toList();
  }

  /** Not while it is looked for twice in the network. */
  private static boolean isAssigned(Address address) {
    return !address.flags().contains("tentative") || address.flags().contains("optimistic");
  }

  /** The rules in order: the first in which two candidates differ decides. */
  private static int[] score(Candidate candidate, String device, IPAddress destination) {
    IPAddress ip = candidate.ip();
    int reach = scope(ip);
    return Stream.of(
            number(ip.equals(destination)),
            reach >= scope(destination) ? -reach : reach - 128,
            number(
                ip.isLoopback()
                    || !candidate.address().flags().contains("deprecated")
                        && !candidate.address().flags().contains("optimistic")),
            number(candidate.device().equals(device)),
            number(label(ip) == label(destination)),
            number(!candidate.address().flags().contains("temporary")),
            number(ORCHID.contains(ip) == ORCHID.contains(destination)),
            Math.min(
                AddressBits.of(ip).common(AddressBits.of(destination)),
                candidate.address().cidr().prefixLength()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int number(boolean better) {
    return better ? 1 : 0;
  }

  /** {@code __ipv6_addr_src_scope}. */
  private static int scope(IPAddress address) {
    if (address.isMulticast()) {
      return address.getSegment(0).getSegmentValue() & 0xf;
    }
    if (address.isLoopback() || address.isLinkLocal()) {
      return LINK_LOCAL;
    }
    int site = address.getSegment(0).getSegmentValue() & 0xffc0;
    return site == 0xfec0 ? 5 : address.isZero() ? 0 : GLOBAL;
  }

  private static int label(IPAddress address) {
    return LABELS.stream()
        .filter(label -> label.prefix().contains(address))
        .max((a, b) -> Integer.compare(a.prefix().prefixLength(), b.prefix().prefixLength()))
        .map(Label::number)
        .orElse(1);
  }
}
