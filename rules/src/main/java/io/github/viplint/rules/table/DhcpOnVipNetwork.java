package io.github.viplint.rules.table;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.NetInterface;
import java.util.Set;

/** VL314: workload or frontend has its address by DHCP. */
final class DhcpOnVipNetwork implements Rule {
  private static final Set<String> FOR_VIPS = Set.of("workload", "frontend");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL314",
        "dhcp-on-vip-network",
        Severity.INFO,
        "workload or frontend has its address by DHCP, which may hand out addresses of the ranges");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.IP_ADDR);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      for (NetInterface device : host.kernel().interfaces()) {
        if (FOR_VIPS.contains(device.name())) {
          device.addresses().stream()
              .filter(own -> own.cidr().address().isIPv4() && own.flags().contains("dynamic"))
              .forEach(own -> report(host, device, own, findings));
        }
      }
    }
  }

  private static void report(
      HostView host, NetInterface device, NetInterface.Address own, Findings findings) {
    findings
        .at(
            host,
            own.span(),
            device.name()
                + " has "
                + own.cidr().address()
                + " by DHCP: the same server may hand out addresses of the VIP and workload ranges")
        .label("dynamic")
        .help("keep the ranges out of the DHCP scope, and reserve the appliance's own address")
        .subject(device.name())
        .subject(own.cidr())
        .confirm("ip addr show " + device.name())
        .report();
  }
}
