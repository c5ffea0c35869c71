package io.github.viplint.rules.haproxy.agreement;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code haproxy -c} said of a file.
 *
 * @param line where the first fault stands, if haproxy says
 * @param message of the first fault; of none when it accepts the file
 * @param warned whether it warned of something
 */
record Verdict(Kind kind, OptionalInt line, String message, boolean warned) {
  enum Kind {
    ACCEPTED,
    /** For what the file says. */
    REJECTED,
    /** For what this machine lacks: a certificate, a user, a name, a file, a namespace. */
    ENVIRONMENT,
    /** No error, and nothing to listen on: exit 2. */
    NO_LISTENER
  }

  static final Verdict ACCEPTED = new Verdict(Kind.ACCEPTED, OptionalInt.empty(), "", false);

  Verdict warned(boolean value) {
    return new Verdict(kind, line, message, value);
  }

  private static final Pattern PLACE =
      Pattern.compile("\\[[^\\[\\]]*:(\\d+)\\]|declared at [^ ]*:(\\d+)|at line (\\d+)");
  private static final List<Pattern> ENVIRONMENT =
      List.of(
          Pattern.compile("cannot find (user|group) id|unknown (user|group) name"),
          Pattern.compile("unable to (stat|load|open)|No Private Key found|unable to set SSL"),
          Pattern.compile("error in Lua file|Cannot open namespace|processing 'namespace'"),
          Pattern.compile("error opening file|failed to open|cannot use file descriptor"),
          Pattern.compile("no\\.such\\.host|could not resolve address '[a-zA-Z][a-zA-Z0-9.-]*'"),
          Pattern.compile("QUIC is not compiled in|not compiled in|unknown keyword 'lua-load'"),
          Pattern.compile("Didn't find any certificate"));
  private static final String CONSEQUENCE = "no such ACL";
  private static final List<String> CLOSING =
      List.of("Error(s) found in configuration", "Fatal errors found", "Failed to initialize");

  /** From the exit status and the messages of level ALERT, in order. */
  static Verdict of(int exit, List<String> alerts) {
    if (exit == 0) {
      return ACCEPTED;
    }
    if (exit == 2) {
      return new Verdict(Kind.NO_LISTENER, OptionalInt.empty(), "", false);
    }
    List<String> faults =
        alerts.stream().filter(alert -> CLOSING.stream().noneMatch(alert::contains)).toList();
    boolean lacking = false;
    for (String fault : faults) {
      lacking |= isEnvironment(fault);
      boolean follows = lacking && fault.contains(CONSEQUENCE);
      if (!isEnvironment(fault) && !harmless(fault) && !follows) {
        return new Verdict(Kind.REJECTED, line(fault), fault, false);
      }
    }
    String message = faults.isEmpty() ? "exit " + exit : faults.get(0);
    return faults.isEmpty()
        ? new Verdict(Kind.ENVIRONMENT, OptionalInt.empty(), message, false)
        : new Verdict(Kind.ENVIRONMENT, line(message), message, false);
  }

  private static boolean isEnvironment(String message) {
    return ENVIRONMENT.stream().anyMatch(pattern -> pattern.matcher(message).find());
  }

  /** An ALERT that does not fail the check (HAPROXY.md, rule 16). */
  private static boolean harmless(String message) {
    return message.contains("already specified. Continuing");
  }

  private static OptionalInt line(String message) {
    Matcher place = PLACE.matcher(message);
    if (!place.find()) {
      return OptionalInt.empty();
    }
    for (int group = 1; group <= place.groupCount(); group++) {
      if (place.group(group) != null) {
        return OptionalInt.of(Integer.parseInt(place.group(group)));
      }
    }
    return OptionalInt.empty();
  }
}
