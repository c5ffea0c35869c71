package io.github.viplint.read.log;

/** Records of {@code journalctl -o cat}: messages only, each on its line. */
final class MessageFormat implements LogFormat {
  private final HaproxyHead haproxy;

  MessageFormat(HaproxyHead haproxy) {
    this.haproxy = haproxy;
  }

  @Override
  public boolean begins(String text, int from, int to) {
    return from < to;
  }

  @Override
  public LogHead head(String record) {
    return haproxy.in(LogHead.none(record));
  }
}
