package io.github.viplint.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.NetworkSettings;
import io.github.viplint.model.NetworkSettings.Server;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Pasted;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ResolvConfReaderTest {

  @Test
  void nameServersAndSearchDomains() {
    Reading reading =
        read(
            """
            # Generated
            ; by hand
            nameserver 10.20.1.53
            nameserver fe80::53%eth0 # link-local
            domain first.example.test
            search lab.example.test .example.test ~.
            options edns0 trust-ad
            """);
    NetworkSettings settings = settings(reading);
    assertThat(settings.nameServers())
        .extracting(server -> server.address().toString())
        .containsExactly("10.20.1.53", "fe80::53");
    assertThat(settings.nameServers())
        .extracting(Server::span)
        .first()
        .hasToString("test.txt:3:12");
    assertThat(settings.searchDomains()).containsExactly("lab.example.test", "example.test");
    assertThat(settings.device()).isEmpty();
    assertThat(reading.coverage()).isEqualTo(new Coverage(7, 7, 0, 0));
  }

  @Test
  void whatIsNoSettingIsAProblem() {
    Reading reading = read("nameserver\nnameserver dns.lab\nhello world\n");
    assertThat(reading.coverage()).isEqualTo(new Coverage(3, 0, 0, 3));
  }

  @Property
  void anyTextIsRead(@ForAll String text) {
    assertThat(settings(read(text)).device()).isEmpty();
  }

  private static Reading read(String text) {
    return new ResolvConfReader().read(Pasted.file(CaptureKind.RESOLV_CONF, text));
  }

  private static NetworkSettings settings(Reading reading) {
    return (NetworkSettings) reading.facts().get(0);
  }
}
