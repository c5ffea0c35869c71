package io.github.viplint.read.log;

import java.util.List;

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

  private JournalMark() {}

  public static boolean at(String text, int from, int to) {
    char c = text.charAt(from);
    if (c != '-' && c != '░' && c != 'H' && c != ' ' && c != 'N' && c != 'W' && c != '.') {
      return false;
    }
    return to - from == 2 && text.startsWith("--", from)
        || BEGINNINGS.stream().anyMatch(beginning -> text.startsWith(beginning, from));
  }
}
