package io.github.viplint.intake;

import java.util.List;
import java.util.regex.Pattern;

/** {@code ss}, {@code netstat} or {@code lsof} as typed: which sockets it lists. */
record SocketCommand(String program, List<String> args) {
  private static final Pattern SS = Pattern.compile("-\\w*[al]\\w*|--all|--listening");
  private static final Pattern NETSTAT = Pattern.compile("-\\w*l\\w*|--listening");
  private static final Pattern LSOF = Pattern.compile("-[nPlR]*i.*");

  /** One family only, or with lsof one port or address. */
  private static final Pattern NARROWING =
      Pattern.compile("-\\w*[46]\\w*|--ipv[46]|-[nPlR]*i.*[:@].*");

  /** Does it list those that listen? */
  boolean lists() {
    Pattern listing =
        switch (program) {
          case "ss" -> SS;
          case "netstat" -> NETSTAT;
          default -> LSOF;
        };
    return any(listing);
  }

  /** Does it leave some of those out? */
  boolean narrows() {
    return any(NARROWING) || args.stream().anyMatch(arg -> !arg.startsWith("-"));
  }

  private boolean any(Pattern pattern) {
    return args.stream().anyMatch(arg -> pattern.matcher(arg).matches());
  }
}
