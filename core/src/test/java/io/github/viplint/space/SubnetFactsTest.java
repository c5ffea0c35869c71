package io.github.viplint.space;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubnetFactsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "172.20.8.18/28 | 172.20.8.16/28 | 14 | hosts .17 to .30, broadcast .31, netmask 255.255.255.240",
        "172.20.8.0/24  | 172.20.8.0/24  | 254 | hosts .1 to .254, broadcast .255, netmask 255.255.255.0",
        "172.20.9.7/23  | 172.20.8.0/23  | 510 | hosts 172.20.8.1 to 172.20.9.254, broadcast 172.20.9.255, netmask 255.255.254.0",
        "172.20.8.5/30  | 172.20.8.4/30  | 2 | hosts .5 to .6, broadcast .7, netmask 255.255.255.252",
        "172.20.8.5/31  | 172.20.8.4/31  | 2 | 'hosts .4 to .5, netmask 255.255.255.254'",
        "172.20.8.5/32  | 172.20.8.5/32  | 1 | 'one address, 172.20.8.5, netmask 255.255.255.255'",
        "10.1.2.3/8     | 10.0.0.0/8     | 16777214 | hosts 10.0.0.1 to 10.255.255.254, broadcast 10.255.255.255, netmask 255.0.0.0",
        "0.0.0.0/0      | 0.0.0.0/0      | 4294967294 | hosts 0.0.0.1 to 255.255.255.254, broadcast 255.255.255.255, netmask 0.0.0.0",
      })
  void aSubnet(String cidr, String subnet, long hosts, String sentence) {
    SubnetFacts facts = SubnetFacts.of(LabText.cidr(cidr)).orElseThrow();

    assertThat(facts.subnet()).hasToString(subnet);
    assertThat(facts.hosts()).isEqualTo(hosts);
    assertThat(facts).hasToString(sentence);
  }

  @Test
  void ipv6HasNoneOfThem() {
    assertThat(SubnetFacts.of(LabText.cidr("2001:db8::/64"))).isEmpty();
  }
}
