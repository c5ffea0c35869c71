package io.github.viplint.read.log;

import io.github.viplint.model.LogTime;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Time stamps as logs write them. What is no time is empty; nothing is thrown. */
public final class LogTimes {
  /** Stands in where a log does not write the year; a leap year, so that every day exists. */
  private static final int NO_YEAR = 2000;

  private LogTimes() {}

  /** {@code Aug}, {@code 04}, {@code 14:05:25.123}; the month in any language that is known. */
  public static Optional<LogTime> monthDay(String text, String month, String day, String clock) {
    OptionalInt number = MonthNames.number(month);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    try {
      LocalDate date = LocalDate.of(NO_YEAR, number.getAsInt(), Integer.parseInt(day));
      LocalDateTime value = date.atTime(clock(clock));
      return Optional.of(new LogTime(text, value, false, Optional.empty()));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** {@code 2021-08-04}, {@code 14:05:25}, {@code UTC}. Of the named zones only UTC is certain. */
  public static Optional<LogTime> date(String text, String date, String clock, String zone) {
    try {
      LocalDateTime value = day(date).atTime(clock(clock));
      Optional<ZoneOffset> offset =
          zone.equals("UTC") || zone.equals("GMT") ? Optional.of(ZoneOffset.UTC) : offset(zone);
      return Optional.of(new LogTime(text, value, true, offset));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@code 2021-08-04T14:05:25.123+0000}, its fraction and its zone in any form or missing. */
  public static Optional<LogTime> iso(String text) {
    int end = "2021-08-04T14:05:25".length();
    if (text.length() < end) {
      return Optional.empty();
    }
    while (end < text.length() && ".,0123456789".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    try {
      LocalDateTime value = LocalDateTime.parse(text.substring(0, end).replace(',', '.'));
      String zone = text.substring(end);
      return Optional.of(new LogTime(text, value, true, offset(zone)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@code 1628082325.123456}: seconds since 1970. */
  public static Optional<LogTime> seconds(String text) {
    int point = text.indexOf('.');
    return microseconds(text.substring(0, point) + text.substring(point + 1))
        .map(time -> new LogTime(text, time.value(), true, time.zone()));
  }

  /** {@code 1628082325123456}: microseconds since 1970. */
  public static Optional<LogTime> microseconds(String digits) {
    OptionalLong number = LogHead.number(digits);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    LocalDateTime value =
        LocalDateTime.ofEpochSecond(
            number.getAsLong() / 1_000_000,
            (int) (number.getAsLong() % 1_000_000) * 1_000,
            ZoneOffset.UTC);
    return Optional.of(
        new LogTime(value.toString() + "Z", value, true, Optional.of(ZoneOffset.UTC)));
  }

  /**
   * haproxy's {@code 215/140525}: the day of the year counted from zero (tm_yday), then the local
   * time. Read as in a year of 365 days, so it is a day late after February of a leap year.
   */
  public static Optional<LogTime> dayOfYear(String text) {
    try {
      int day = Integer.parseInt(text.substring(0, 3));
      LocalDate date = LocalDate.of(NO_YEAR + 1, 1, 1).plusDays(Math.min(day, 364));
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(text.substring(4, 6)),
              Integer.parseInt(text.substring(6, 8)),
              Integer.parseInt(text.substring(8, 10)));
      return Optional.of(
          new LogTime(text, date.withYear(NO_YEAR).atTime(time), false, Optional.empty()));
    } catch (DateTimeException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** {@code 2021-08-04}; the parser for what may stand there as well takes long to load. */
  private static LocalDate day(String text) {
    return hasForm(text, "0000-00-00")
        ? LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
        : LocalDate.parse(text);
  }

  /** {@code 14:05:25}, or anything else that the parser of Java takes for a time. */
  private static LocalTime clock(String text) {
    return hasForm(text, "00:00:00")
        ? LocalTime.of(number(text, 0, 2), number(text, 3, 5), number(text, 6, 8))
        : LocalTime.parse(text);
  }

  /** Whether digits stand where {@code form} has zeros, and all else is as there. */
  private static boolean hasForm(String text, String form) {
    boolean has = text.length() == form.length();
    for (int i = 0; has && i < form.length(); i++) {
      char c = text.charAt(i);
      has = form.charAt(i) == '0' ? c >= '0' && c <= '9' : c == form.charAt(i);
    }
    return has;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static Optional<ZoneOffset> offset(String zone) {
    if (zone.isEmpty() || "Z+-".indexOf(zone.charAt(0)) < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(ZoneOffset.of(zone));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
