package io.github.viplint.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.NetworkSettings;
import io.github.viplint.model.NetworkSettings.Server;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Pasted;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkFileReaderTest {

  @Test
  void aWholeFile() {
    Reading reading =
        read(
            """
            [Match]
            Name=eth0

            # management
            [Network]
            Address=10.20.1.5/24
            Gateway = 10.20.1.1
            DNS=10.20.1.53 10.20.1.54
            DNS=[fd00::53]:53 10.20.1.55:53#dns.example.test
            NTP=10.20.1.23 time.example.test
            Domains=lab.example.test ~example.test
            LinkLocalAddressing=no

            [Route]
            Gateway=10.20.1.254

            [DHCPv4]
            UseDNS=false
            """);
    NetworkSettings settings = settings(reading).get(0);
    assertThat(settings.device()).contains("eth0");
    assertThat(addresses(settings.nameServers()))
        .containsExactly("10.20.1.53", "10.20.1.54", "fd00::53", "10.20.1.55");
    assertThat(addresses(settings.timeServers())).containsExactly("10.20.1.23");
    assertThat(addresses(settings.gateways())).containsExactly("10.20.1.1");
    assertThat(settings.addresses()).hasToString("[10.20.1.5/24]");
    assertThat(settings.searchDomains()).containsExactly("lab.example.test", "example.test");
    assertThat(settings.nameServers().get(1).span().place()).hasToString("test.txt:8:16");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void linesThatWentThroughGrepHaveNoSections() {
    Reading reading =
        new NetworkFileReader()
            .read(
                Pasted.file(
                    CaptureKind.NETWORK_FILE,
                    "/etc/systemd/network/10-eth1.network",
                    "DNS = 10.20.2.53\n"));
    assertThat(settings(reading).get(0).device()).contains("eth1");
    assertThat(addresses(settings(reading).get(0).nameServers())).containsExactly("10.20.2.53");
    assertThat(reading.coverage()).isEqualTo(new Coverage(1, 1, 0, 0));
  }

  @Test
  void grepOverSeveralFilesNamesEach() {
    Reading reading =
        read(
            "10-eth0.network:DNS=10.20.1.53\n/etc/systemd/network/10-eth1.network:DNS=10.20.2.53\n");
    assertThat(settings(reading))
        .extracting(s -> s.device().orElse("-") + " " + addresses(s.nameServers()))
        .containsExactly("eth0 [10.20.1.53]", "eth1 [10.20.2.53]");
  }

  @Test
  void severalFilesOneBehindTheOther() {
    Reading reading =
        read(
            "[Match]\nName=eth0\n[Network]\nDNS=10.20.1.53\n[Match]\nName=e*\n[Network]\nDHCP=yes\n");
    assertThat(settings(reading))
        .extracting(s -> s.device().orElse("-") + " " + addresses(s.nameServers()))
        .containsExactly("eth0 [10.20.1.53]", "- []");
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/systemd/network/10-eth0.network, eth0",
    "10-gosc-ens192.network, ens192",
    "eth2.network, eth2",
    "99-dhcp-en.network, -",
    "/etc/systemd/network/*.network, -",
    "10-eth0.link, -"
  })
  void theNameOfTheFileMayTellTheDevice(String path, String device) {
    Capture capture = Pasted.file(CaptureKind.NETWORK_FILE, path, "DNS=10.20.1.53\n");
    assertThat(settings(new NetworkFileReader().read(capture)).get(0).device().orElse("-"))
        .isEqualTo(device);
  }

  @Test
  void anEmptyValueEmptiesTheList() {
    Reading reading = read("[Network]\nDNS=10.20.1.53\nDNS=\nDNS=10.20.1.54\nGateway=_dhcp4\n");
    assertThat(addresses(settings(reading).get(0).nameServers())).containsExactly("10.20.1.54");
    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void whatIsNoSettingIsAProblem() {
    Reading reading = read("[Network]\nhello world\nDNS=dns.lab\n=x\nAddress=x\nDNS=10.20.1.53\n");
    assertThat(reading.coverage()).isEqualTo(new Coverage(6, 2, 0, 4));
    assertThat(settings(reading).get(0).nameServers()).hasSize(1);
  }

  @Property
  void anyTextIsRead(@ForAll String text) {
    assertThat(settings(read(text))).extracting(NetworkSettings::device).contains(Optional.empty());
  }

  private static Reading read(String text) {
    return new NetworkFileReader().read(Pasted.file(CaptureKind.NETWORK_FILE, text));
  }

  private static List<NetworkSettings> settings(Reading reading) {
    return reading.facts().stream().map(NetworkSettings.class::cast).toList();
  }

  private static List<String> addresses(List<Server> servers) {
    return servers.stream().map(server -> server.address().toString()).toList();
  }
}
