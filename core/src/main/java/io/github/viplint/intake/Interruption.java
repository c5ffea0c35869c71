package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the middle of a large log and is no part of it: someone pasted more behind it, or
 * it is the record of a whole session. It begins with a prompt, a heading, or a line of which it is
 * sure what it is.
 */
final class Interruption {
  private static final List<String> TYPED =
      List.of(
          "cat ",
          "ip a",
          "ip r",
          "ip -",
          "ss -",
          "systemctl ",
          "journalctl ",
          "haproxy -",
          "ifconfig",
          "route -",
          "sysctl ",
          "ping -",
          "curl -",
          "kubectl ",
          "head -",
          "tail -",
          "less /",
          "grep ");

  private static final List<String> OTHERS =
      List.of(
          "root@",
          "Command> ",
          "#viplint ",
          "--- IP ",
          "==> /",
          "from all lookup ",
          "<LOOPBACK",
          "default via ",
          " dev lo ",
          "default_backend ",
          "stats socket ",
          "Loaded: loaded",
          "nameserver ",
          "# that define the network ranges",
          "# create route tables on",
          "\"config_status\"",
          "rtctl_");

  /**
   * What a list of ranges that nothing names begins with: only behind a blank line is it told from
   * the rest of a wrapped record. Ranges of labs are private ones.
   */
  private static final List<String> RANGES = List.of("10.", "172.", "192.", "100.");

  /** In the first line of an interruption, or soon behind it, stands one of these. */
  static final List<String> LITERALS = literals();

  private Interruption() {}

  private static List<String> literals() {
    List<String> literals = new ArrayList<>(OTHERS);
    for (String prompt : List.of("$ ", "# ")) {
      TYPED.forEach(typed -> literals.add(prompt + typed));
    }
    for (String blank : List.of("\n\n", "\n\r\n")) {
      RANGES.forEach(range -> literals.add(blank + range));
    }
    return List.copyOf(literals);
  }

  /**
   * @param line that no record of the log begins with
   */
  static boolean begins(CaptureKind log, String line) {
    return Prompt.at(line).filter(Prompt::sure).isPresent()
        || line.startsWith("#viplint ")
        || Heading.of(line).filter(Interruption::names).isPresent()
        || Verdict.of(line).filter(verdict -> verdict.sure() && !verdict.fitsInto(log)).isPresent();
  }

  /**
   * Whether such a line begins an interruption when it stands behind a blank one, though by itself
   * it could be the rest of a record.
   */
  static boolean beginsBehindBlank(CaptureKind log, String line) {
    return begins(log, line)
        || Verdict.of(line)
            .filter(verdict -> verdict.kinds().contains(CaptureKind.ANYIP_ROUTES))
            .isPresent();
  }

  private static boolean names(Heading heading) {
    return heading.printed() || heading.kind().isPresent() || heading.path().isPresent();
  }
}
