package io.github.viplint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketCommandTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ss -ltnp",
        "ss -tlnp",
        "sudo ss -tulpn",
        "ss --listening -n",
        "netstat -ltnp",
        "netstat -tulpen",
        "lsof -i",
        "lsof -nPi",
        "lsof -nP -iTCP -sTCP:LISTEN",
      })
  void listsAll(String typed) {
    Command command = Command.of(typed);

    assertThat(command.kind()).contains(CaptureKind.LISTENING_SOCKETS);
    assertThat(command.part()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ss -ltnp 'sport = :443'",
        "ss -4ltn",
        "ss -ltnp | grep haproxy",
        "netstat -6 -ltnp",
        "lsof -i :443",
        "lsof -iTCP:443",
        "lsof -i6",
        "lsof -p 829 -i",
      })
  void listsSome(String typed) {
    Command command = Command.of(typed);

    assertThat(command.kind()).contains(CaptureKind.LISTENING_SOCKETS);
    assertThat(command.part()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ss -s", "ss", "netstat -rn", "netstat -ano", "lsof -p 829", "lsof"})
  void listsSomethingElse(String typed) {
    assertThat(Command.of(typed).kind()).isEmpty();
    assertThat(Command.of(typed).known()).isTrue();
  }
}
