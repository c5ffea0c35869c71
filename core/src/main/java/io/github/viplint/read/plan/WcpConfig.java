package io.github.viplint.read.plan;

import io.github.viplint.model.Planned.Network;

/**
 * {@code wcp-config.json}, which the wizard of vSphere 8 exports and takes back. Addresses of a
 * gateway stand with the length of their network, ranges as {@code a - b}.
 */
final class WcpConfig {
  private final PlanBuilder plan;

  WcpConfig(PlanBuilder plan) {
    this.plan = plan;
  }

  /** Takes an object of the file. */
  void take(Tree object) {
    if (object.isAt("vcenterDetails")) {
      put(object, "vcenterAddress", Field.VCENTER, Network.NONE);
    } else if (object.isAt("haProxyComponents")) {
      put(object, "haProxyControllerEndpoint", Field.DATAPLANE, Network.NONE);
      put(object, "haProxyVirtualIpAddressRanges", Field.SUPERVISOR_VIPS, Network.NONE);
      object.all("haProxyCertAuthorityChain").forEach(plan::certificates);
    } else if (object.isAt("tkgsMgmtNetworkSpec")) {
      put(object, "tkgsMgmtNetworkGatewayCidr", Field.GATEWAY, Network.MANAGEMENT);
      put(object, "tkgsMgmtNetworkStartingIp", Field.START, Network.MANAGEMENT);
      put(object, "tkgsMgmtNetworkDnsServers", Field.NAME_SERVER, Network.MANAGEMENT);
      put(object, "tkgsMgmtNetworkNtpServers", Field.TIME_SERVER, Network.MANAGEMENT);
    } else if (object.isAt("tkgsPrimaryWorkloadNetwork")) {
      put(object, "tkgsPrimaryWorkloadNetworkGatewayCidr", Field.GATEWAY, Network.WORKLOAD);
      put(object, "tkgsPrimaryWorkloadNetworkStartRange", Field.START, Network.WORKLOAD);
      put(object, "tkgsPrimaryWorkloadNetworkEndRange", Field.END, Network.WORKLOAD);
      services(object);
    } else if (object.isAt("tkgsNcpClusterNetworkInfo")) {
      services(object);
    }
  }

  private void services(Tree object) {
    put(object, "tkgsWorkloadDnsServers", Field.NAME_SERVER, Network.WORKLOAD);
    put(object, "tkgsWorkloadNtpServers", Field.TIME_SERVER, Network.WORKLOAD);
    put(object, "tkgsWorkloadServiceCidr", Field.SERVICES, Network.NONE);
  }

  private void put(Tree object, String name, Field field, Network network) {
    object.all(name).forEach(value -> plan.put(field, network, "", value));
  }
}
