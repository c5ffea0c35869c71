package io.github.viplint.read.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.Pings;
import io.github.viplint.model.Pings.Ping;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Pasted;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PingReaderTest {
  private final PingReader reader = new PingReader();

  @Test
  void answered() {
    Ping ping =
        only(
            """
            PING 172.20.0.53 (172.20.0.53) from 172.20.0.45 eth0: 56(84) bytes of data.
            64 bytes from 172.20.0.53: icmp_seq=1 ttl=128 time=0.412 ms

            --- 172.20.0.53 ping statistics ---
            1 packets transmitted, 1 received, 0% packet loss, time 0ms
            rtt min/avg/max/mdev = 0.412/0.412/0.412/0.000 ms
            """);

    assertThat(ping.target()).hasToString("172.20.0.53");
    assertThat(ping.device()).contains("eth0");
    assertThat(ping.source().orElseThrow()).hasToString("172.20.0.45");
    assertThat(ping.answered()).isTrue();
    assertThat(ping.verdict().text())
        .isEqualTo("64 bytes from 172.20.0.53: icmp_seq=1 ttl=128 time=0.412 ms");
    assertThat(ping.error()).isEmpty();
    assertThat(ping.span().text()).startsWith("PING").endsWith("0.000 ms");
  }

  @Test
  void notAnswered() {
    Ping ping =
        only(
            """
            PING dns.lab.example (172.20.0.53) from 172.20.16.2 eth1: 56(84) bytes of data.
            From gw.lab.example (172.20.16.1) icmp_seq=1 Destination Host Unreachable
            From gw.lab.example (172.20.16.1) icmp_seq=2 Time to live exceeded

            --- dns.lab.example ping statistics ---
            2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 0ms
            pipe 2
            """);

    assertThat(ping.target()).hasToString("172.20.0.53");
    assertThat(ping.answered()).isFalse();
    assertThat(ping.error()).contains("Destination Host Unreachable");
    assertThat(ping.errorFrom().orElseThrow()).hasToString("172.20.16.1");
    assertThat(ping.verdict().place().startLine()).isEqualTo(2);
  }

  @Test
  void noAnswerAtAll() {
    Ping ping =
        only(
            """
            PING 172.20.0.53 (172.20.0.53) 56(84) bytes of data.
            no answer yet for icmp_seq=1
            ^C
            --- 172.20.0.53 ping statistics ---
            3 packets transmitted, 0 received, 100% packet loss, time 2050ms
            """);

    assertThat(ping.answered()).isFalse();
    assertThat(ping.error()).isEmpty();
    assertThat(ping.device()).isEmpty();
    assertThat(ping.verdict().text()).startsWith("3 packets transmitted");
  }

  @Test
  void severalRuns() {
    Pings pings =
        read(
            """
            ping 172.20.0.53 -I eth0 -c 1
            PING 172.20.0.53 (172.20.0.53) from 172.20.0.45 eth0: 56(84) bytes of data.
            64 bytes from 172.20.0.53: icmp_seq=1 ttl=128 time=0.412 ms
            --- 172.20.0.53 ping statistics ---
            1 packets transmitted, 1 received, 0% packet loss, time 0ms
            ping 172.20.0.53 -I eth1 -c 1
            ping: connect: Network is unreachable
            """);

    assertThat(pings.pings())
        .extracting(Ping::device, Ping::answered, Ping::error)
        .containsExactly(
            tuple(Optional.of("eth0"), true, Optional.empty()),
            tuple(Optional.of("eth1"), false, Optional.of("Network is unreachable")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ping 172.20.0.53 -I eth1 -c 1    | eth1 |",
        "ping -c 1 -Ieth1 172.20.0.53     | eth1 |",
        "ping -I 172.20.16.2 172.20.0.53  |      | 172.20.16.2",
        "ping 172.20.0.53                 |      |",
      })
  void theCommandTellsWhatTheOutputDoesNot(String command, String device, String source) {
    for (String text :
        new String[] {
          "connect: Network is unreachable\n",
          "1 packets transmitted, 0 received, 100% packet loss\n"
        }) {
      Ping ping =
          Printed.only(Pings.class, reader.read(Printed.by(CaptureKind.PING, command, text)))
              .pings()
              .get(0);

      assertThat(ping.target()).hasToString("172.20.0.53");
      assertThat(ping.device()).isEqualTo(Optional.ofNullable(device));
      assertThat(ping.source().map(Object::toString)).isEqualTo(Optional.ofNullable(source));
      assertThat(ping.answered()).isFalse();
    }
  }

  @Test
  void aWarningIsNoError() {
    Ping ping =
        only(
            """
            PING 172.20.0.53 (172.20.0.53) from 172.20.16.2 : 56(84) bytes of data.
            ping: Warning: source address might be selected on device other than: eth1.
            From 172.20.16.1: icmp_seq=1 Redirect Host(New nexthop: 172.20.16.9)
            64 bytes from 172.20.0.53: icmp_seq=1 ttl=63 time=1.02 ms
            """);

    assertThat(ping.answered()).isTrue();
    assertThat(ping.error()).isEmpty();
    assertThat(ping.device()).isEmpty();
    assertThat(ping.source().orElseThrow()).hasToString("172.20.16.2");
  }

  @Test
  void ipv6() {
    Ping ping =
        only(
            """
            PING fd00:1::53(fd00:1::53) from fd00:1::2%eth0 eth0: 56 data bytes
            64 bytes from fd00:1::53: icmp_seq=1 ttl=64 time=0.05 ms
            """);

    assertThat(ping.target()).hasToString("fd00:1::53");
    assertThat(ping.source().orElseThrow()).hasToString("fd00:1::2");
    assertThat(ping.answered()).isTrue();
  }

  @Test
  void busybox() {
    assertThat(
            read("""
                    PING 172.20.0.53 (172.20.0.53): 56 data bytes
                    64 bytes from 172.20.0.53: seq=0 ttl=64 time=0.05 ms

                    --- 172.20.0.53 ping statistics ---
                    1 packets transmitted, 1 packets received, 0% packet loss
                    round-trip min/avg/max = 0.05/0.05/0.05 ms
                    PING 172.20.0.54 (172.20.0.54): 56 data bytes
                    92 bytes from 172.20.16.1 (172.20.16.1): Destination Host Unreachable
                    """)
                .pings())
        .extracting(Ping::answered, Ping::error)
        .containsExactly(
            tuple(true, Optional.empty()),
            tuple(false, Optional.of("Destination Host Unreachable")));
  }

  @Test
  void windows() {
    assertThat(
            read("""

                    Pinging dns.lab.example [172.20.0.53] with 32 bytes of data:
                    Reply from 172.20.0.53: bytes=32 time<1ms TTL=128

                    Ping statistics for 172.20.0.53:
                        Packets: Sent = 1, Received = 1, Lost = 0 (0% loss),
                    Approximate round trip times in milli-seconds:
                        Minimum = 0ms, Maximum = 0ms, Average = 0ms

                    Pinging 172.20.0.54 with 32 bytes of data:
                    Reply from 172.20.16.1: Destination host unreachable.

                    Ping statistics for 172.20.0.54:
                        Packets: Sent = 1, Received = 1, Lost = 0 (0% loss),

                    Pinging 172.20.0.55 with 32 bytes of data:
                    Request timed out.
                    PING: transmit failed. General failure.
                        Packets: Sent = 2, Received = 0, Lost = 2 (100% loss),
                    """)
                .pings())
        .extracting(
            ping -> ping.target().toString(),
            Ping::answered,
            Ping::error,
            ping -> ping.errorFrom().map(Object::toString))
        .containsExactly(
            tuple("172.20.0.53", true, Optional.empty(), Optional.empty()),
            tuple(
                "172.20.0.54",
                false,
                Optional.of("Destination host unreachable"),
                Optional.of("172.20.16.1")),
            tuple("172.20.0.55", false, Optional.of("Request timed out"), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PING 172.20.0.53 (172.20.0.53) 56(84) bytes of data.\n",
        "--- 172.20.0.53 ping statistics ---\n",
        "",
      })
  void whatDoesNotTellHowItWentIsNoRun(String text) {
    Reading reading = reader.read(Pasted.paste(CaptureKind.PING, text));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.facts()).isEmpty();
  }

  @Test
  void otherLinesAreProblemsAndReadingGoesOn() {
    Reading reading =
        reader.read(
            Pasted.paste(
                CaptureKind.PING,
                """
                64 bytes from 172.20.0.53: icmp_seq=1 ttl=64 time=0.05 ms
                ping: no.such.host: Name or service not known
                PING here (there) 56(84) bytes of data.
                64 bytes of what
                PING 172.20.0.53 (172.20.0.53) 56(84) bytes of data.
                1 packets transmitted, none received
                From 172.20.16.1
                ping:
                64 bytes from 172.20.0.53: icmp_seq=1 ttl=64 time=0.05 ms
                """));

    assertThat(Printed.problems(reading))
        .containsExactly(
            "1: nothing tells which address is asked",
            "2: nothing tells which address is asked",
            "3: the address that is asked can't be read",
            "4: no line of ping",
            "6: the number of replies can't be read",
            "7: no line of ping",
            "8: no line of ping");
    assertThat(reading.coverage()).isEqualTo(new Coverage(9, 2, 0, 7));
    assertThat(((Pings) reading.facts().get(0)).pings()).singleElement().matches(Ping::answered);
  }

  private Ping only(String text) {
    Pings pings = read(text);
    assertThat(pings.pings()).hasSize(1);
    return pings.pings().get(0);
  }

  private Pings read(String text) {
    return Printed.only(Pings.class, reader.read(Pasted.paste(CaptureKind.PING, text)));
  }
}
