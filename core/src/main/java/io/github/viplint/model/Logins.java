package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.List;
import java.util.Optional;

/**
 * What {@code kubectl vsphere login} and kubectl tell of servers: the commands typed and how they
 * ended.
 */
public record Logins(Capture capture, List<Login> logins) implements Facts {
  public Logins {
    logins = List.copyOf(logins);
  }

  /**
   * One attempt.
   *
   * @param span the line that tells how it ended, else the command's line
   * @param server host name or address as given, without scheme and path
   * @param outcome how it ended
   */
  public record Login(Span span, Optional<String> server, Outcome outcome) {}

  public enum Outcome {
    SUCCEEDED,
    /** Logged in, but not to every cluster. */
    PARTLY,
    FAILED,
    UNKNOWN
  }
}
