package io.github.viplint.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleInfoTest {

  @ParameterizedTest
  @CsvSource({"VL101, anyip-host-bits-set", "LABORATO999, a", "AB000, ipv6-2-x"})
  void takesTwoToEightLettersAndThreeDigitsAndWordsWithDashes(String code, String name) {
    assertThat(RuleInfo.of(code, name, Severity.INFO, "")).hasToString(code + "/" + name);
  }

  @ParameterizedTest
  @CsvSource({
    "V101, a",
    "LABORATOR101, a",
    "VL10, a",
    "VL1011, a",
    "vl101, a",
    "VL10x, a",
    "'', a",
    "VL101, ''",
    "VL101, Host-bits",
    "VL101, -a",
    "VL101, a-",
    "VL101, a--b",
    "VL101, a b"
  })
  void takesNothingElse(String code, String name) {
    assertThatThrownBy(() -> RuleInfo.of(code, name, Severity.INFO, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
