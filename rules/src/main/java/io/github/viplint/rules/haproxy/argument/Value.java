package io.github.viplint.rules.haproxy.argument;

import io.github.viplint.model.haproxy.HaproxyVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a value may be. Where haproxy reads a number with atol(), anything is one, so that these
 * check what it checks and no more.
 */
@FunctionalInterface
interface Value {
  /** What is wrong with the text, said behind it; empty when nothing is. */
  Optional<String> fault(String text);

  /** Digits and a unit: parse_time_err() of haproxy's src/tools.c, which ignores what follows. */
  Value TIME =
      text -> {
        int digits = 0;
        while (digits < text.length() && Character.digit(text.charAt(digits), 10) >= 0) {
          digits++;
        }
        boolean unit = digits == text.length() || "usmhd".indexOf(text.charAt(digits)) >= 0;
        if (digits == 0 || !unit) {
          return Optional.of("is no time: write a whole number and us, ms, s, m, h or d");
        }
        return digits > 18 || milliseconds(text, digits) > Integer.MAX_VALUE
            ? Optional.of("is too long a time: 24 days are the most")
            : Optional.empty();
      };

  /** A time, and not none. */
  Value TIME_OVER_0 =
      text ->
          TIME.fault(text)
              .or(() -> text.matches("0+\\D*") ? Optional.of("may not be 0") : Optional.empty());

  /** atol() that gives at least 1. */
  Value OVER_0 =
      text ->
          text.matches("\\+?0*[1-9]\\d*.*")
              ? Optional.empty()
              : Optional.of("must be a number over 0");

  /** Whether it is one to three digits, as most numbers are: no pattern is needed to tell. */
  static boolean isShortNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= 3;
  }

  /** The codes that haproxy has a page for. */
  static Value errorStatus(HaproxyVersion version) {
    List<String> codes =
        new ArrayList<>(
            List.of(
                "200", "400", "401", "403", "404", "405", "407", "408", "410", "413", "421", "425",
                "429", "500", "502", "503", "504"));
    if (version.isAtLeast(2, 4)) {
      codes.addAll(List.of("422", "501"));
    }
    if (version.isAtLeast(3, 1)) {
      codes.addAll(List.of("414", "431"));
    }
    return oneOf(codes);
  }

  Value REDIRECT_STATUS = oneOf(List.of("301", "302", "303", "307", "308"));

  Value FACILITY =
      oneOf(
          List.of(
              "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "cron",
              "auth2", "ftp", "ntp", "audit", "alert", "cron2", "local0", "local1", "local2",
              "local3", "local4", "local5", "local6", "local7"));

  Value LEVEL =
      oneOf(List.of("emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"));

  /** One of these words. */
  static Value oneOf(List<String> words) {
    return text ->
        words.contains(text)
            ? Optional.empty()
            : Optional.of("is none of " + String.join(", ", words));
  }

  /** What this pattern describes. */
  static Value like(Pattern pattern, String fault) {
    return text -> pattern.matcher(text).matches() ? Optional.empty() : Optional.of(fault);
  }

  private static double milliseconds(String text, int digits) {
    double number = Double.parseDouble(text.substring(0, digits));
    String unit = text.substring(digits);
    if (unit.startsWith("us")) {
      return number / 1000;
    }
    if (unit.isEmpty() || unit.startsWith("ms")) {
      return number;
    }
    return number
        * switch (unit.charAt(0)) {
          case 's' -> 1000;
          case 'm' -> 60_000;
          case 'h' -> 3_600_000;
          case 'd' -> 86_400_000;
          default -> 1;
        };
  }
}
