package io.github.viplint.read.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each pair was tried on haproxy 2.6.12. */
class HaproxyWordTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"a b\"                | ~a b~",
        "'a b'                  | ~a b~",
        "a\"b c\"'d e'f         | ~ab cd ef~",
        "a\\ b                  | ~a b~",
        "\"a\\ b\"              | ~a b~",
        "'a\\ b'                | ~a\\ b~",
        "a\\\\b                 | ~a\\b~",
        "a\\#b                  | ~a#b~",
        "\"a#b\"                | ~a#b~",
        "a\\\"b                 | ~a\"b~",
        "a\\'b                  | ~a'b~",
        "\"a\\'b\"              | ~a'b~",
        "'a\\\\b\\n'            | ~a\\\\b\\n~",
        "'a'\\''b'              | ~a'b~",
        "a\\nb                  | ~a\nb~",
        "a\\tb                  | ~a\tb~",
        "a\\rb                  | ~a\rb~",
        "a\\x41b                | ~aAb~",
        "a\\.b\\d\\/            | ~a\\.b\\d\\/~",
        "a\\$b                  | ~a\\$b~",
        "\"a\\$HOMEb\"          | ~a$HOMEb~",
        "'$HOME'                | ~$HOME~",
        "abc\\                  | ~abc\\~",
        "\"\"                   | ~~",
        "'say \"hi\"'           | ~say \"hi\"~",
        "\"it's\"               | ~it's~"
      })
  void theValueOfAWord(String written, String value) {
    assertThat(HaproxyWord.value(written)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "\"$PORT\", $PORT",
        "\"${IP}\":443, ${IP}:443",
        "a\\x4zb, a\\x4zb",
        "a\\x4, a\\x4",
        "\"$1\", $1"
      })
  void whatIsNotKnownHereStaysAsWritten(String written, String value) {
    assertThat(HaproxyWord.value(written)).isEqualTo(value);
  }
}
