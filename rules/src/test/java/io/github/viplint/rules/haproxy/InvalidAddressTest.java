package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bind 10.20.30.35 | has no port",
        "bind 10.20.30.35: | has no port",
        "bind [::1] | has no port",
        "bind run/x.sock | has no port",
        "bind 10.20.30.35:0 | ports are 1 to 65535",
        "bind 10.20.30.35:65536 | ports are 1 to 65535",
        "bind :80,10.20.30.35:99999 | ports are 1 to 65535",
        "bind 10.20.30.35:+1 | counts its port",
        "bind 10.20.30.35:http | which is no number",
        "bind 10.20.30.35:0x50 | which is no number",
        "bind 10.20.30.35:8010-8000 | runs backwards",
        "bind 10.20.30.256:80 | where an address or a name should stand",
        "bind 10.20.30.35/24:80 | where an address or a name should stand",
        "bind http://10.20.30.35:80 | where an address or a name should stand",
        "bind [fe80::1%lo]:80 | where an address or a name should stand",
        "bind udp@10.20.30.35:80 | is for datagrams",
        "bind | names no address",
        "server one | names no address",
        "server one 10.0.0.1:80-90 | has a range of ports",
        "server one 10.0.0.1:70000 | ports end at 65535",
        "server one 10.0.0.300:80 | where an address or a name should stand",
        "server one 10.0.0.1:80,10.0.0.1:81 | where an address or a name should stand",
        "server one 10.0.0.1:http | which is no number",
      })
  void findsWhatHaproxyRefuses(String line, String message) {
    of("2.6", "listen a\n  " + line + " <<< error/high: " + message);
  }

  @Test
  void givesTheAddressBehindANameALineOfItsOwn() {
    Fix fix =
        of("2.6", "listen a 10.20.30.35:80 <<< error: behind the name\n  server s 10.0.0.1:80")
            .get(0)
            .fixes()
            .get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.SAFE);
    assertThat(fix.proven()).isTrue();
    assertThat(fix.edits().get(0).newText()).isEqualTo("\n  bind ");
  }

  @Test
  void knowsWhatCameLater() {
    of("2.2", "listen a\n  bind tcp4@10.20.30.35:80 <<< error: haproxy 2.2 does not know");
    of("2.6", "listen a\n  bind tcp4@10.20.30.35:80\n  bind abnsz@x <<< error: does not know");
    of("3.5", "listen a\n  bind abnsz@x");
    of("2.2", "listen a\n  server s 10.0.0.1:70000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bind :80",
        "bind *:80",
        "bind [::]:80",
        "bind :::80",
        "bind ipv4@10.20.30.35:80",
        "bind 10.20.30.35:8000-8010",
        "bind :8000,:8001,10.0.0.1:8002-8003",
        "bind 10.20.30.35:8000,",
        "bind 192.168.1:80",
        "bind 10.20.30.35:00080",
        "bind lb.example:80",
        "bind /run/x.sock",
        "bind unix@run/x.sock",
        "bind abns@x",
        "bind fd@3",
        "bind \"${ADDRESS}:80\"",
        "server s 10.0.0.1",
        "server s :80",
        "server s [::1]",
        "server s 10.0.0.1:+10",
        "server s 10.0.0.1:0",
        "server s web.example:80",
        "server s web_1.example",
        "server s /run/x.sock",
      })
  void isSilentOn(String line) {
    of("2.2", "listen a\n  " + line);
  }

  private static List<Finding> of(String version, String marked) {
    return HaproxyFile.of("VL505", version, HaproxyFile.DEFAULTS + marked + "\n").holds();
  }
}
