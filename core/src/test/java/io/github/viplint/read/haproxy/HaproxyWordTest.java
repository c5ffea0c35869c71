package io.github.viplint.read.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Directive.Prefix;
import io.github.viplint.model.haproxy.SyntaxFault;
import io.github.viplint.model.haproxy.SyntaxFault.Kind;
import io.github.viplint.read.Pasted;
import org.junit.jupiter.api.Test;
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
    assertThat(value(written)).isEqualTo(value);
  }

  /** Where haproxy stumbles, and how much of the line it points at here. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a\\x4zb              | BAD_HEX              | ~\\x4~",
        "a\\x                 | BAD_HEX              | ~\\x~",
        "\"$1\"                | BAD_VARIABLE_NAME    | ~$~",
        "\"a$\"                | BAD_VARIABLE_NAME    | ~$~",
        "\"${1}\"              | BAD_VARIABLE_NAME    | ~${~",
        "\"${HOME\"            | UNMATCHED_BRACE      | ~${HOME~",
        "\"${NOPE:-zzz}\"      | UNMATCHED_BRACE      | ~${NOPE~",
        "\"${A-b\"             | UNMATCHED_BRACE      | ~${A-b\"~",
        "\"${A[1]}\"           | BAD_EXPANSION        | ~${A[~",
        "\"abc                 | UNMATCHED_QUOTE      | ~\"abc~",
        "'abc                  | UNMATCHED_QUOTE      | ~'abc~",
        "a\"b\"'c #d           | UNMATCHED_QUOTE      | ~'c #d~",
        "\"${A-b}\"            | VARIABLE_FORM_OF_2_4 | ~${A-b}~",
        "\"${A[*]}\"           | VARIABLE_FORM_OF_2_4 | ~${A[*]}~",
        "\"${.LINE}\"          | VARIABLE_FORM_OF_2_4 | ~${.LINE}~",
      })
  void whereHaproxyStumbles(String written, SyntaxFault.Kind kind, String at) {
    HaproxyLine line = line(written);
    assertThat(line.faults()).extracting(SyntaxFault::kind).containsExactly(kind);
    assertThat(line.faults().get(0).span().text()).isEqualTo(at);
    assertThat(line.isOpen()).isEqualTo(kind != SyntaxFault.Kind.VARIABLE_FORM_OF_2_4);
  }

  @Test
  void whatAVariableHoldsIsNotKnown() {
    Directive line = line("x \"$PORT\" '$PORT' \"${IP}\":443 \"${A-b c}\"").directive().get();
    assertThat(line.arguments()).containsExactly("$PORT", "$PORT", "${IP}:443", "${A-b c}");
    assertThat(line.holdsVariable(1)).isTrue();
    assertThat(line.holdsVariable(2)).isFalse();
    assertThat(line.holdsVariable(3)).isTrue();
    assertThat(line.holdsVariable(4)).isTrue();
    assertThat(line.expands()).isFalse();
    assertThat(line("x \"${A[*]}\"").directive().get().expands()).isTrue();
  }

  @Test
  void aPrefixIsNoWord() {
    Directive line = line("no option \"tcplog\"").directive().get();
    assertThat(line.prefix()).isEqualTo(Prefix.NO);
    assertThat(line.keyword()).isEqualTo("option");
    assertThat(line.word(1)).isEqualTo("tcplog");
    assertThat(line.size()).isEqualTo(2);
    assertThat(line.span(0).text()).isEqualTo("option");
    assertThat(line.span().text()).isEqualTo("no option \"tcplog\"");
    assertThat(line("default log").directive().get().prefix()).isEqualTo(Prefix.DEFAULT);
    assertThat(line("no").directive().get().keyword()).isEqualTo("no");
  }

  @Test
  void sixtyFourWordsAreTheMost() {
    String most = "w ".repeat(63) + "last";
    assertThat(line(most).faults()).isEmpty();
    assertThat(line(most + " # comment").directive().get().word(63)).isEqualTo("last");
    HaproxyLine line = line(most + " 'one more' x");
    assertThat(line.faults()).extracting(SyntaxFault::kind).containsExactly(Kind.TOO_MANY_WORDS);
    assertThat(line.faults().get(0).span().text()).isEqualTo("'one more'");
  }

  private static String value(String written) {
    return line(".notice " + written).directive().orElseThrow().word(1);
  }

  private static HaproxyLine line(String text) {
    HaproxyLine line = new HaproxyLine(Pasted.file(CaptureKind.HAPROXY_CFG, text + "\n"));
    line.read(0, text.length());
    return line;
  }
}
