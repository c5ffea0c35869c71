package io.github.viplint.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Reading;
import io.github.viplint.model.RouteAnswers;
import io.github.viplint.model.RouteAnswers.RouteAnswer;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteGetReaderTest {
  private final RouteGetReader reader = new RouteGetReader();

  private Reading read(String command, String text) {
    return reader.read(Printed.by(CaptureKind.ROUTE_GET, command, text));
  }

  /** Question and answer, without what there is not. */
  private static String shown(RouteAnswer answer) {
    var question = answer.question();
    return Stream.of(
            question.destination().toString(),
            question.from().map(from -> "from " + from).orElse(null),
            question.iif().map(iif -> "iif " + iif).orElse(null),
            question.oif().map(oif -> "oif " + oif).orElse(null),
            question.mark() == 0 ? null : "mark " + question.mark(),
            "->",
            answer.type().map(type -> type.id()).orElse(null),
            answer.error().orElse(null),
            answer.device().orElse(null),
            answer.via().map(via -> "via " + via).orElse(null),
            answer.source().map(source -> "src " + source).orElse(null),
            answer.table().map(table -> "table " + table).orElse(null))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ip route get 172.20.0.10 | 172.20.0.10 via 172.20.16.1 dev eth1 table 200 src 172.20.16.2 uid 0 | 172.20.0.10 -> unicast eth1 via 172.20.16.1 src 172.20.16.2 table 200",
        "ip r g 172.20.16.2 | local 172.20.16.2 dev lo table local src 172.20.16.2 uid 0 | 172.20.16.2 -> local lo src 172.20.16.2 table local",
        "ip route get 8.8.8.8 oif eth0 | 8.8.8.8 dev eth0 src 172.20.0.45 uid 0 | 8.8.8.8 oif eth0 -> unicast eth0 src 172.20.0.45",
        "ip route get 8.8.8.8 mark 0x10 | 8.8.8.8 via 172.20.0.1 dev eth0 src 172.20.0.45 mark 0x10 uid 0 | 8.8.8.8 mark 16 -> unicast eth0 via 172.20.0.1 src 172.20.0.45",
        "ip -6 route get 2001:db8::1 | 2001:db8::1 from :: via fe80::1 dev eth0 proto ra src 2001:db8::5 metric 1024 pref medium | 2001:db8::1 -> unicast eth0 via fe80::1 src 2001:db8::5",
        "ip route get to 8.8.8.8 from 172.20.0.45 | RTNETLINK answers: Network is unreachable | 8.8.8.8 from 172.20.0.45 -> Network is unreachable",
        // a paste that lost its command
        "cat answers.txt | 8.8.8.8 from 10.0.0.1 via 172.20.0.1 dev eth0 | 8.8.8.8 from 10.0.0.1 -> unicast eth0 via 172.20.0.1",
      })
  void answers(String command, String line, String shown) {
    RouteAnswers answers = Printed.only(RouteAnswers.class, read(command, line + "\n    cache \n"));

    assertThat(answers.answers()).extracting(RouteGetReaderTest::shown).containsExactly(shown);
  }

  @Test
  void thePacketsInterfaceStandsInTheSecondLine() {
    RouteAnswers answers =
        Printed.only(
            RouteAnswers.class,
            read(
                "cat answers.txt",
                """
                8.8.8.8 from 10.0.0.1 via 172.20.0.1 dev eth0
                    cache iif eth1
                broadcast 172.20.0.255 dev eth0 src 172.20.0.45 uid 0
                    cache <local,brd>
                """));

    assertThat(answers.answers())
        .extracting(RouteGetReaderTest::shown)
        .containsExactly(
            "8.8.8.8 from 10.0.0.1 iif eth1 -> unicast eth0 via 172.20.0.1",
            "172.20.0.255 -> broadcast eth0 src 172.20.0.45");
  }

  @Test
  void whatIsNoAnswerIsAProblem() {
    Reading reading = read("cat answers.txt", "RTNETLINK answers: No route to host\n    cache\n");

    assertThat(Printed.problems(reading))
        .containsExactly(
            "1: no answer of `ip route get`", "2: goes on with an answer that could not be read");
    assertThat(reading.facts()).isEmpty();
  }
}
