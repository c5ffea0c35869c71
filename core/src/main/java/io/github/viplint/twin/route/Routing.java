package io.github.viplint.twin.route;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.model.NetInterface;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.route.Answer.Action;
import io.github.viplint.twin.table.Flow;
import io.github.viplint.twin.table.FlowKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Linux policy routing on a {@link KernelState}: rules by priority, the longest prefix in a table,
 * then type of service and metric (net/core/fib_rules.c, net/ipv4 and net/ipv6 of the kernel), as
 * {@code ip route get} shows it.
 *
 * <p>Where the kernel chooses by what no capture shows, all that it may choose is said. Sysctls
 * that are not known are taken as a router has them: {@code ip_forward=1}, {@code rp_filter=0}.
 * Immutable, and may be used from several threads.
 */
public final class Routing {
  private final KernelState kernel;
  private final FamilyRouting ipv4;
  private final FamilyRouting ipv6;

  /** Indexes rules and tables; ask one instance many times. */
  public Routing(KernelState kernel) {
    this.kernel = kernel;
    this.ipv4 = new FamilyRouting(kernel, IPVersion.IPV4);
    this.ipv6 = new FamilyRouting(kernel, IPVersion.IPV6);
  }

  /** Answers as {@code ip route get} does. */
  public Answer lookup(Flow flow) {
    IPAddress destination = flow.destination();
    if (flow.from().filter(from -> from.isIPv4() != destination.isIPv4()).isPresent()) {
      return Answer.of(
          Action.BLACKHOLE, "its source and its destination are of different families");
    }
    List<String> absent =
        Stream.of(flow.iif(), flow.oif())
            .flatMap(Optional::stream)
            .filter(this::isAbsent)
            .map(name -> "interface " + name)
            .toList();
    if (!absent.isEmpty()) {
      return Answer.unknown(absent, Optional.empty());
    }
    FamilyRouting family = destination.isIPv4() ? ipv4 : ipv6;
    return family.answer(flow);
  }

  /** Whether the host surely lacks an interface. */
  private boolean isAbsent(String device) {
    return kernel.interfacesComplete()
        && !device.equals(FlowKey.LOOPBACK)
        && kernel.interfaces().stream().map(NetInterface::name).noneMatch(device::equals);
  }
}
