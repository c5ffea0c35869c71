package io.github.viplint.read.log;

import io.github.viplint.model.LogTime;
import java.util.List;
import java.util.Optional;

/**
 * Lines that journalctl puts between the records: where the journal begins and boots ({@code --
 * Reboot --}), the catalogue's explanations of {@code -x}, and notices.
 */
public final class JournalMark {
  private static final List<String> BEGINNINGS =
      List.of(
          "-- ",
          "░░",
          "Hint: ",
          "      Users in groups '",
          "      Pass -q to turn off this notice.",
          "No journal files were found.",
          "Warning: Journal has been rotated",
          "...");

  private static final int LONGEST = 200;

  private JournalMark() {}

  public static boolean at(String text, int from, int to) {
    char c = text.charAt(from);
    if (c != '-' && c != '░' && c != 'H' && c != ' ' && c != 'N' && c != 'W' && c != '.') {
      return false;
    }
    return to - from == 2 && text.startsWith("--", from)
        || BEGINNINGS.stream().anyMatch(beginning -> text.startsWith(beginning, from));
  }

  /**
   * When the journal ends: {@code -- Logs begin at Fri 2020-11-20 15:29:01 UTC, end at Fri
   * 2020-11-20 15:33:12 UTC. --}; its beginning where {@code -f} leaves the end open. Records are
   * written in the same zone.
   */
  static Optional<LogTime> end(String line) {
    int at = Math.max(line.lastIndexOf(" begin at "), line.lastIndexOf(" begins at "));
    at = Math.max(at, Math.max(line.lastIndexOf(" end at "), line.lastIndexOf(" ends at ")));
    if (at < 0 || line.length() > LONGEST) {
      return Optional.empty();
    }
    String[] words = line.substring(line.indexOf(" at ", at) + 4).split("[ ,;]+");
    if (words.length < 4) {
      return Optional.empty();
    }
    String zone = words[3].endsWith(".") ? words[3].substring(0, words[3].length() - 1) : words[3];
    return LogTimes.date(
        String.join(" ", words[0], words[1], words[2], zone), words[1], words[2], zone);
  }
}
