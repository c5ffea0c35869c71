package io.github.viplint.read.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import org.junit.jupiter.api.Test;

class WcpConfigReaderTest {

  @Test
  void readsTheAnswerOfTheApi() {
    assertThat(
            ReadPlan.of(
                    CaptureKind.WCP_CLUSTER,
                    """
                    {
                      "service_cidr": {"address": "10.96.0.0", "prefix": 24},
                      "worker_DNS": ["172.30.5.11"],
                      "master_DNS": ["172.30.5.10"],
                      "master_NTP_servers": ["time.example", "172.30.5.12"],
                      "master_management_network": {"address_range": {
                        "subnet_mask": "255.255.252.0", "starting_address": "172.30.5.40",
                        "gateway": "172.30.4.1", "address_count": 5}},
                      "load_balancers": [{"address_ranges": [{"address": "172.30.9.1", "count": 29}],
                        "ha_proxy_info": {"servers": [{"port": 5556, "host": "172.30.5.20"}]}}],
                      "workload_networks": {"supervisor_primary_workload_network": {
                        "vsphere_network": {"portgroup": "dvportgroup-19",
                          "address_ranges": [{"address": "172.30.8.16", "count": 14}],
                          "subnet_mask": "255.255.255.0", "gateway": "172.30.8.1"}}}
                    }
                    """)
                .told())
        .containsExactly(
            "2: service CIDR 10.96.0.0/24",
            "3: name server of workload 172.30.5.11",
            "4: name server of management 172.30.5.10",
            "5: time server of management 172.30.5.12",
            "7: network of management 172.30.4.0/22",
            "7: control plane range of management 172.30.5.40-172.30.5.44",
            "8: gateway of management 172.30.4.1",
            "9: VIP range of the Supervisor 172.30.9.1-172.30.9.29",
            "10: Data Plane API 172.30.5.20:5556",
            "13: node range of workload 172.30.8.16-172.30.8.29",
            "14: network of workload 172.30.8.0/24",
            "14: gateway of workload 172.30.8.1");
  }

  @Test
  void readsTheFileOfTheWizard() {
    assertThat(
            ReadPlan.of(
                    CaptureKind.WCP_CONFIG,
                    """
                    {"specVersion": "1.0",
                     "envSpec": {"vcenterDetails": {"vcenterAddress": "172.30.5.2"}},
                     "tkgsComponentSpec": {
                      "haProxyComponents": {
                        "haProxyControllerEndpoint": ["172.30.5.20:5556"],
                        "haProxyVirtualIpAddressRanges": ["172.30.9.1 - 172.30.9.29", "172.30.9.40"]},
                      "tkgsMgmtNetworkSpec": {
                        "tkgsMgmtNetworkGatewayCidr": "172.30.5.1/24",
                        "tkgsMgmtNetworkStartingIp": "172.30.5.40"},
                      "tkgsPrimaryWorkloadNetwork": {
                        "tkgsPrimaryWorkloadNetworkGatewayCidr": "172.30.8.1/24",
                        "tkgsPrimaryWorkloadNetworkStartRange": "172.30.8.16",
                        "tkgsPrimaryWorkloadNetworkEndRange": "172.30.8.99",
                        "tkgsWorkloadServiceCidr": "10.96.0.0/23"}}}
                    """)
                .told())
        .containsExactly(
            "2: vCenter 172.30.5.2",
            "5: Data Plane API 172.30.5.20:5556",
            "6: VIP range of the Supervisor 172.30.9.1-172.30.9.29",
            "6: VIP range of the Supervisor 172.30.9.40",
            "8: gateway of management 172.30.5.1/24",
            "8: network of management 172.30.5.0/24",
            "9: control plane range of management 172.30.5.40-172.30.5.44",
            "11: gateway of workload 172.30.8.1/24",
            "11: network of workload 172.30.8.0/24",
            "12: node range of workload 172.30.8.16-172.30.8.99",
            "14: service CIDR 10.96.0.0/23");
  }

  @Test
  void saysACountThatIsNone() {
    assertThat(
            ReadPlan.of(
                    CaptureKind.WCP_CLUSTER,
                    """
                    {"load_balancers": [{"address_ranges": [
                      {"address": "172.30.9.1", "count": "many"},
                      {"address": "255.255.255.250", "count": 29}]}]}
                    """)
                .problems())
        .containsExactly("2: this is no count of addresses", "3: there are not so many addresses");
  }
}
