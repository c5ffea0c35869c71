package io.github.viplint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What happens to a session on its way and takes something of it away for good. */
enum Loss {
  CUT_AT_THE_MARGIN(
      text -> logs(text, line -> line.length() > 80 ? line.substring(0, 79) + ">" : line)),
  ELLIPSIZED(
      text ->
          logs(
                  text,
                  line ->
                      line.length() > 90
                          ? line.substring(0, 50) + "\u2026" + line.substring(line.length() - 20)
                          : line)
              .over("Hint: Some lines were ellipsized, use -l to show in full.")),
  STOPPED_BY_A_PAGER(
      text ->
          text.eachCommand(
              command ->
                  command.lines().size() > 12
                      ? new PastedText(command.lines().subList(0, 12)).over("--More--(23%)")
                      : command)),
  LINES_LEFT_OUT(
      text ->
          text.eachCommand(
              command -> {
                List<PastedText.Line> lines = new ArrayList<>(command.lines());
                if (lines.size() < 8) {
                  return command;
                }
                lines.subList(3, 5).clear();
                lines.add(3, PastedText.added("[...]"));
                return new PastedText(lines);
              })),
  WITHOUT_COMMANDS(text -> text.eachCommand(PastedText::output)),
  WITHOUT_COMMANDS_AND_APART(text -> text.eachCommand(command -> command.output().over("", ""))),
  WRAPPED_BY_A_MAIL(text -> logs(text, line -> line.length() > 76 ? broken(line) : line)),
  BEGINNING_LOST(text -> new PastedText(text.lines().subList(10, text.lines().size()))),
  END_LOST(text -> new PastedText(text.lines().subList(0, text.lines().size() * 2 / 3)));

  private final UnaryOperator<PastedText> change;

  Loss(UnaryOperator<PastedText> change) {
    this.change = change;
  }

  PastedText on(PastedText clean) {
    return change.apply(clean);
  }

  /** Between words; the second part is taken for a part of the line. */
  private static String broken(String line) {
    int blank = line.lastIndexOf(' ', 76);
    return blank < 20 ? line : line.substring(0, blank);
  }

  private static PastedText logs(PastedText text, UnaryOperator<String> change) {
    return text.eachCommand(
        command ->
            command.typed().command().matches("systemctl .*|journalctl .*")
                ? command.eachOutput(change)
                : command);
  }
}
