package io.github.viplint.read.log;

import io.github.viplint.model.LogTime;
import java.util.Map;
import java.util.Optional;

/**
 * A record of the journal by the names of its fields (systemd.journal-fields(7)), as journalctl's
 * outputs verbose, export and json give it.
 */
final class JournalFields {
  private JournalFields() {}

  /**
   * @param time where the output writes one beside the fields
   */
  static LogHead head(Map<String, String> fields, Optional<LogTime> time) {
    String program = fields.getOrDefault("SYSLOG_IDENTIFIER", fields.getOrDefault("_COMM", ""));
    String pid = fields.getOrDefault("_PID", fields.getOrDefault("SYSLOG_PID", ""));
    return new LogHead(
        time.or(() -> LogTimes.microseconds(fields.getOrDefault("__REALTIME_TIMESTAMP", ""))),
        Optional.ofNullable(fields.get("_HOSTNAME")),
        program,
        LogHead.number(pid),
        Optional.empty(),
        Optional.empty(),
        fields.getOrDefault("MESSAGE", "").strip());
  }
}
