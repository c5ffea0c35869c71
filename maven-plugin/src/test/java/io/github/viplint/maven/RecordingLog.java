package io.github.viplint.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** Keeps what a goal says, each line with its level: {@code [ERROR] text}. */
final class RecordingLog extends SystemStreamLog {
  private final List<String> lines = new ArrayList<>();

  List<String> lines() {
    return lines;
  }

  @Override
  public void info(CharSequence text) {
    lines.add("[INFO] " + text);
  }

  @Override
  public void warn(CharSequence text) {
    lines.add("[WARNING] " + text);
  }

  @Override
  public void error(CharSequence text) {
    lines.add("[ERROR] " + text);
  }
}
