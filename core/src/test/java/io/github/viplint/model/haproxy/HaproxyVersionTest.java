package io.github.viplint.model.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HaproxyVersionTest {
  @ParameterizedTest
  @CsvSource({
    "2.2, 2.2",
    "2.2.2, 2.2",
    "2.3, 2.2",
    "2.5.1, 2.4",
    "2.9, 2.8",
    "3.1, 3.0",
    "3.4.0, 3.2",
    "3.5-dev5, 3.5",
    "4.0, 3.5",
    "1.8, 2.2"
  })
  void isJudgedAsTheKnownOneBeforeIt(String text, String judged) {
    assertThat(HaproxyVersion.of(text).orElseThrow().judgedAs()).hasToString(judged);
  }

  @ParameterizedTest
  @CsvSource({"2.2, true", "2.7, true", "3.5, true", "2.1, false", "3.6, false", "4.0, false"})
  void isKnownBetweenTheOldestAndTheNewest(String text, boolean known) {
    assertThat(HaproxyVersion.of(text).orElseThrow().isKnown()).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "new", "2.x", "v2.2", "2.2beta", "99999.1"})
  void isNoVersion(String text) {
    assertThat(HaproxyVersion.of(text)).isEmpty();
  }
}
