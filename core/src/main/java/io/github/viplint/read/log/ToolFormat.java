package io.github.viplint.read.log;

/** Messages of command line tools: no head, and a line that is not indented begins one. */
final class ToolFormat implements LogFormat {
  @Override
  public boolean begins(String text, int from, int to) {
    return from < to && !Character.isWhitespace(text.charAt(from));
  }

  @Override
  public LogHead head(String record) {
    return LogHead.none(record);
  }
}
