package io.github.viplint.lint;

import io.github.viplint.capture.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A way to cure a finding.
 *
 * @param title an imperative: {@code write 10.10.18.16/28}
 * @param proven whether the edits were applied in memory, read and linted again, the finding was
 *     gone with no new one as severe, and the commands brought the re-enacted appliance to what its
 *     files make possible
 * @param unproven why not, where that was tried
 * @param edits to captured files
 * @param commands that make it take effect, one shell command each, in order
 * @param elsewhere what else has to be changed so that it lasts, in vCenter or in the vApp
 *     properties: an imperative sentence each
 * @param entire whether edits and commands are all that there is to do on the host, so that it can
 *     be told what comes of them; otherwise a person has to write something first
 */
public record Fix(
    String title,
    Safety safety,
    boolean proven,
    Optional<String> unproven,
    List<TextEdit> edits,
    List<String> commands,
    List<String> elsewhere,
    boolean entire) {
  public Fix {
    Objects.requireNonNull(title);
    if (proven && unproven.isPresent()) {
      throw new IllegalArgumentException("a proven fix has no reason why it is not");
    }
    edits = List.copyOf(edits);
    commands = List.copyOf(commands);
    elsewhere = List.copyOf(elsewhere);
  }

  /** A fix that nobody has proven yet. */
  public static Fix of(String title, Safety safety, List<TextEdit> edits, List<String> commands) {
    boolean entire = safety != Safety.MANUAL;
    return new Fix(title, safety, false, Optional.empty(), edits, commands, List.of(), entire);
  }

  /** A fix of commands that a person runs, and that need nothing else. */
  public static Fix ofCommands(String title, List<String> commands) {
    return new Fix(
        title, Safety.MANUAL, false, Optional.empty(), List.of(), commands, List.of(), true);
  }

  public Fix asProven() {
    return new Fix(title, safety, true, Optional.empty(), edits, commands, elsewhere, entire);
  }

  /** The fix with the reason why it could not be proven. */
  public Fix asUnproven(String reason) {
    return new Fix(title, safety, false, Optional.of(reason), edits, commands, elsewhere, entire);
  }

  /** The fix with one more thing to change, in vCenter or in the vApp properties. */
  public Fix andElsewhere(String what) {
    List<String> all = new ArrayList<>(elsewhere);
    all.add(what);
    return new Fix(title, safety, proven, unproven, edits, commands, all, entire);
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
