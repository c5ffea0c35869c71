package io.github.viplint.intake;

import java.util.List;
import java.util.Optional;

/** Whether a line shows by itself what it is: a prompt, a command, or a line of a known kind. */
final class Known {
  private Known() {}

  static boolean is(String text) {
    if (text.isEmpty()) {
      return false;
    }
    Optional<Verdict> verdict = Verdict.of(text);
    if (Character.isWhitespace(text.charAt(0))) {
      return verdict.filter(Verdict::sure).isPresent();
    }
    return verdict.isPresent()
        || Prompt.at(text).isPresent()
        || Programs.mayBe(text) && shows(Command.of(text));
  }

  private static boolean shows(Command command) {
    return command.known() && (command.kind().isPresent() || command.path().isPresent());
  }

  /** How many of the lines show what they are when what stands before an offset is left out. */
  static int count(List<Line> lines, List<Integer> offsets) {
    int known = 0;
    for (int i = 0; i < lines.size(); i++) {
      String text = lines.get(i).text();
      known += is(text.substring(Math.min(offsets.get(i), text.length()))) ? 1 : 0;
    }
    return known;
  }

  /** The lines without what stands before the offsets, if more of them are known then. */
  static Optional<List<Line>> better(List<Line> lines, List<Integer> offsets) {
    List<Integer> none = offsets.stream().map(offset -> 0).toList();
    if (count(lines, offsets) <= count(lines, none)) {
      return Optional.empty();
    }
    List<Line> better = new java.util.ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      better.add(lines.get(i).without(Math.min(offsets.get(i), lines.get(i).text().length())));
    }
    return Optional.of(better);
  }
}
