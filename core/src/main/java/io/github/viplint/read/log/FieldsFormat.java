package io.github.viplint.read.log;

import io.github.viplint.model.LogTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Records of {@code journalctl -o verbose} and {@code -o export}: one field a line. A record of
 * verbose begins with its time, one of export with its cursor.
 */
final class FieldsFormat implements LogFormat {
  private static final String CURSOR = "__CURSOR=";

  private final HaproxyHead haproxy;

  FieldsFormat(HaproxyHead haproxy) {
    this.haproxy = haproxy;
  }

  private static boolean isExport(String text, int from) {
    return text.startsWith(CURSOR, from);
  }

  /** {@code Wed 2021-08-04 13:05:25.123456 UTC [s=b179…]}. */
  private static boolean isVerbose(String text, int from, int to) {
    int cursor = text.indexOf(" [s=", from);
    return cursor > 0 && cursor < Math.min(to, from + 80) && JournalFormat.timed(text, from, to);
  }

  @Override
  public boolean begins(String text, int from, int to) {
    return isExport(text, from) || isVerbose(text, from, to);
  }

  @Override
  public boolean structured() {
    return true;
  }

  @Override
  public LogHead head(String record) {
    Map<String, String> fields = new LinkedHashMap<>();
    String name = "";
    boolean first = true;
    for (String line : record.split("\n", -1)) {
      String bare = line.strip();
      int equals = bare.indexOf('=');
      if (first && isVerbose(line, 0, line.length())) {
        first = false;
        continue;
      }
      first = false;
      if (equals > 0 && isName(bare, equals)) {
        name = bare.substring(0, equals);
        fields.putIfAbsent(name, bare.substring(equals + 1));
      } else if (isName(bare, bare.length())) {
        name = bare; // a field of bytes: its length in 8 bytes, then the bytes
        fields.putIfAbsent(name, "");
      } else if (!bare.isEmpty() && !name.isEmpty()) {
        String more = line.substring(line.lastIndexOf('\0') + 1).strip();
        fields.merge(name, more, (before, next) -> before.isEmpty() ? next : before + "\n" + next);
      }
    }
    return haproxy.in(JournalFields.head(fields, time(record)));
  }

  private static boolean isName(String text, int to) {
    for (int i = 0; i < to; i++) {
      char c = text.charAt(i);
      if (c != '_' && (c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return to > 0 && to <= 64;
  }

  private static Optional<LogTime> time(String record) {
    int cursor = record.indexOf(" [s=");
    if (isExport(record, 0) || cursor < 0 || cursor > 80) {
      return Optional.empty();
    }
    String[] words = record.substring(0, cursor).split(" ");
    return words.length < 4
        ? Optional.empty()
        : LogTimes.date(record.substring(0, cursor), words[1], words[2], words[3]);
  }
}
