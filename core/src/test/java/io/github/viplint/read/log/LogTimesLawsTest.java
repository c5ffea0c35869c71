package io.github.viplint.read.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.model.LogTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Times are what Java's own parser takes them for. */
class LogTimesLawsTest {
  @Property
  void daysAndClocksAreAsJavaReadsThem(@ForAll("days") String day, @ForAll("clocks") String clock) {
    assertThat(LogTimes.date("", day, clock, "UTC").map(LogTime::value))
        .isEqualTo(library(day, clock));
  }

  @Example
  void whatIsNoTimeIsEmpty() {
    assertThat(LogTimes.date("", "2021-02-29", "09:14:31", "")).isEmpty();
    assertThat(LogTimes.date("", "2021-02-28", "24:00:00", "")).isEmpty();
    assertThat(LogTimes.date("", "2021-02-2x", "09:14:31", "")).isEmpty();
    assertThat(LogTimes.monthDay("", "Mar", "02", "09:1\u0664:31")).isEmpty();
    assertThat(LogTimes.monthDay("", "Mar", "02", "09:14").map(LogTime::value))
        .contains(LocalDateTime.of(2000, 3, 2, 9, 14));
  }

  private static Optional<LocalDateTime> library(String day, String clock) {
    try {
      return Optional.of(LocalDate.parse(day).atTime(LocalTime.parse(clock)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Provide
  Arbitrary<String> days() {
    return Combinators.combine(upTo(9999), upTo(13), upTo(32))
        .as((year, month, day) -> "%04d-%02d-%02d".formatted(year, month, day));
  }

  @Provide
  Arbitrary<String> clocks() {
    return Combinators.combine(upTo(25), upTo(61), upTo(61), Arbitraries.of("", ".5", ".123456"))
        .as(
            (hour, minute, second, fraction) ->
                "%02d:%02d:%02d%s".formatted(hour, minute, second, fraction));
  }

  private static Arbitrary<Integer> upTo(int greatest) {
    return Arbitraries.integers().between(0, greatest);
  }
}
