package io.github.viplint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the program was started on.
 *
 * @param in whether standard input is a terminal
 * @param out whether standard output is a terminal
 * @param err whether standard error is a terminal
 * @param environment the environment variables
 */
record Terminal(boolean in, boolean out, boolean err, Map<String, String> environment) {
  /** No terminal at all. */
  static final Terminal NONE = new Terminal(false, false, false, Map.of());

  Terminal {
    environment = Map.copyOf(environment);
  }

  /** The terminal of this process. */
  static Terminal ofProcess() {
    return new Terminal(isTerminal(0), isTerminal(1), isTerminal(2), System.getenv());
  }

  /**
   * System.console() tells only of both streams together, and since Java 22 is there even without a
   * terminal; so Linux is asked first.
   */
  private static boolean isTerminal(int descriptor) {
    try {
      Path target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
      return target.startsWith("/dev/pts")
          || target.toString().startsWith("/dev/tty")
          || target.toString().equals("/dev/console");
    } catch (IOException | UnsupportedOperationException | SecurityException e) {
      return System.console() != null;
    }
  }

  /** Whether to colour when nobody said so: https://no-color.org. */
  boolean likesColor() {
    return out
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }
}
