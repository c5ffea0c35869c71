package io.github.viplint.read.log;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Records of cloud-init: {@code 2024-11-14 20:57:18,729 - util.py[DEBUG]: text}. */
final class CloudInitFormat implements LogFormat {
  private static final String DATE = "####-##-## ##:##:##,###";

  @Override
  public boolean begins(String text, int from, int to) {
    return Shape.matches(DATE, text, from, to);
  }

  @Override
  public LogHead head(String record) {
    int level = record.indexOf('[');
    int end = record.indexOf("]: ");
    if (level < DATE.length() + 3 || end < level) {
      return LogHead.none(record);
    }
    String time = record.substring(0, DATE.length());
    return new LogHead(
        LogTimes.iso(time.replace(' ', 'T')),
        Optional.empty(),
        record.substring(DATE.length() + 3, level),
        OptionalLong.empty(),
        Optional.of(record.substring(level + 1, end).toLowerCase(Locale.ROOT)),
        Optional.empty(),
        record.substring(end + 3).strip());
  }
}
