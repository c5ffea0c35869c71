package io.github.viplint.model;

import io.github.viplint.capture.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The state of one systemd unit.
 *
 * @param span the {@code Active:} line, or the row of {@code list-units}
 * @param unit with its suffix: {@code haproxy.service}
 * @param active {@code active}, {@code failed}, {@code inactive}, {@code activating}…
 * @param sub {@code running}, {@code dead}, {@code failed}…, where shown
 * @param result {@code exit-code}, {@code start-limit-hit}…, where shown
 * @param since when it came into that state
 */
public record UnitState(
    Span span,
    String unit,
    String active,
    Optional<String> sub,
    Optional<String> result,
    Optional<LogTime> since,
    List<Process> processes) {
  public UnitState {
    processes = List.copyOf(processes);
  }

  /** The unit without {@code .service}. */
  public String name() {
    return unit.endsWith(".service") ? unit.substring(0, unit.length() - 8) : unit;
  }

  public boolean failed() {
    return active.equals("failed");
  }

  /**
   * A {@code Process:} or {@code Main PID:} line.
   *
   * @param directive {@code ExecStartPre}, {@code ExecStart}, {@code ExecStopPost}…; {@code Main
   *     PID} for that line
   * @param status the exit status, where it exited
   */
  public record Process(
      Span span, long pid, String directive, String command, OptionalInt status) {}
}
