package io.github.viplint.read.log;

import io.github.viplint.capture.Span;
import io.github.viplint.model.Logins.Login;
import io.github.viplint.model.Logins.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One {@code kubectl vsphere login} while its output is read. */
final class LoginAttempt {
  private Optional<String> server;
  private final Optional<Span> command;
  private final Map<Outcome, Span> told = new EnumMap<>(Outcome.class);

  /**
   * @param command the command's line, where it was captured
   */
  LoginAttempt(Optional<String> server, Optional<Span> command) {
    this.server = server;
    this.command = command;
  }

  /** Names the server, unless the command did. */
  void server(Optional<String> name) {
    server = server.or(() -> name);
  }

  /** Takes a line that tells how it ended; of several that tell the same the last counts. */
  void tell(Outcome outcome, Span line) {
    told.put(outcome, line);
  }

  /** Whether it asks the same server, and no line has told how it ended. */
  boolean isStill(Optional<String> other) {
    return told.isEmpty() && server.equals(other);
  }

  /** The attempt, once all of its output was read; empty where nothing shows that there was one. */
  Optional<Login> login() {
    boolean mixed = told.containsKey(Outcome.SUCCEEDED) && told.containsKey(Outcome.FAILED);
    if (mixed || told.containsKey(Outcome.PARTLY)) {
      Span span = told.get(told.containsKey(Outcome.PARTLY) ? Outcome.PARTLY : Outcome.FAILED);
      return Optional.of(new Login(span, server, Outcome.PARTLY));
    }
    if (!told.isEmpty()) {
      Outcome outcome = told.keySet().iterator().next();
      return Optional.of(new Login(told.get(outcome), server, outcome));
    }
    return command.map(span -> new Login(span, server, Outcome.UNKNOWN));
  }
}
