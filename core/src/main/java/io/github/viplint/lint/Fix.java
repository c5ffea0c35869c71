package io.github.viplint.lint;

import io.github.viplint.capture.TextEdit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A way to cure a finding.
 *
 * @param title an imperative: {@code write 10.10.18.16/28}
 * @param proven whether the edits were applied in memory, read and linted again, and the finding
 *     was gone with no new one as severe
 * @param edits to captured files
 * @param commands that make it take effect, one shell command each, in order
 */
public record Fix(
    String title, Safety safety, boolean proven, List<TextEdit> edits, List<String> commands) {
  public Fix {
    Objects.requireNonNull(title);
    edits = List.copyOf(edits);
    commands = List.copyOf(commands);
  }

  /** A fix that nobody has proven yet. */
  public static Fix of(String title, Safety safety, List<TextEdit> edits, List<String> commands) {
    return new Fix(title, safety, false, edits, commands);
  }

  public Fix asProven() {
    return new Fix(title, safety, true, edits, commands);
  }

  /** How much of a decision a fix takes. */
  public enum Safety {
    /** Keeps what was meant. */
    SAFE,
    /** A choice was made. */
    UNSAFE,
    /** For a person: commands, or text to fill in. */
    MANUAL;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
