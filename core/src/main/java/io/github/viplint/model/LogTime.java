package io.github.viplint.model;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When a log says that something happened.
 *
 * @param text as written
 * @param value local time as written; year 2000 stands in where the text has none
 * @param yearKnown whether the text, or something else that was captured, tells the year
 * @param zone the offset from UTC, where the text or something else of the host tells one
 */
public record LogTime(
    String text, LocalDateTime value, boolean yearKnown, Optional<ZoneOffset> zone)
    implements Comparable<LogTime> {

  /** By what is written. Of use only within one log: years and zones may be unknown. */
  @Override
  public int compareTo(LogTime other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return text;
  }
}
