package io.github.viplint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal session on its way through someone's clipboard. */
record PastedText(List<Line> lines) {
  /** A prompt of the sessions, and what was typed behind it. */
  static final Pattern PROMPT =
      Pattern.compile("(?:(\\w+)@(\\w+) \\[ (\\S+) \\]#|(\\w+)@(\\w+):(\\S+)\\$) (.*)");

  /**
   * @param origin the line of the clean session that this is, or is a part of; 0 for what was not
   *     in it
   */
  record Line(String text, int origin) {
    boolean isPrompt() {
      return PROMPT.matcher(text).matches();
    }
  }

  /** What was typed at a prompt. */
  record Typed(String user, String host, String folder, String command) {}

  PastedText {
    lines = List.copyOf(lines);
  }

  static PastedText of(String session) {
    List<Line> lines = new ArrayList<>();
    for (String line : session.split("\n")) {
      lines.add(new Line(line, lines.size() + 1));
    }
    return new PastedText(lines);
  }

  static PastedText of(List<PastedText> parts) {
    return new PastedText(parts.stream().flatMap(part -> part.lines.stream()).toList());
  }

  static Line added(String text) {
    return new Line(text, 0);
  }

  /** One for each command: its prompt, then what it printed. */
  List<PastedText> commands() {
    List<PastedText> commands = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || lines.get(i).isPrompt()) {
        commands.add(new PastedText(lines.subList(from, i)));
        from = i;
      }
    }
    return commands;
  }

  PastedText eachCommand(UnaryOperator<PastedText> change) {
    return of(commands().stream().map(change).toList());
  }

  /** Every line, prompts too. */
  PastedText eachLine(UnaryOperator<String> change) {
    return new PastedText(
        lines.stream().map(line -> new Line(change.apply(line.text), line.origin)).toList());
  }

  /** Every line but prompts. */
  PastedText eachOutput(UnaryOperator<String> change) {
    return new PastedText(
        lines.stream()
            .map(line -> line.isPrompt() ? line : new Line(change.apply(line.text), line.origin))
            .toList());
  }

  PastedText eachPrompt(java.util.function.Function<Typed, String> change) {
    return new PastedText(
        lines.stream()
            .map(
                line ->
                    line.isPrompt() ? new Line(change.apply(typed(line.text)), line.origin) : line)
            .toList());
  }

  private static Typed typed(String line) {
    Matcher matcher = PROMPT.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(line);
    }
    int first = matcher.group(1) == null ? 4 : 1;
    return new Typed(
        matcher.group(first), matcher.group(first + 1), matcher.group(first + 2), matcher.group(7));
  }

  Typed typed() {
    return typed(lines.get(0).text);
  }

  /** What the command of {@link #commands} printed. */
  PastedText output() {
    return new PastedText(lines.subList(1, lines.size()));
  }

  PastedText under(String... above) {
    List<Line> all = new ArrayList<>();
    for (String text : above) {
      all.add(added(text));
    }
    all.addAll(lines);
    return new PastedText(all);
  }

  PastedText over(String... below) {
    List<Line> all = new ArrayList<>(lines);
    for (String text : below) {
      all.add(added(text));
    }
    return new PastedText(all);
  }

  /** Lines broken as a terminal of this width breaks them. */
  PastedText wrapped(int width) {
    List<Line> all = new ArrayList<>();
    for (Line line : lines) {
      int from = 0;
      for (; line.text.length() - from > width; from += width) {
        all.add(new Line(line.text.substring(from, from + width), line.origin));
      }
      all.add(new Line(line.text.substring(from), line.origin));
    }
    return new PastedText(all);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text).append('\n'));
    return text.toString();
  }

  /** The line of the clean session that line {@code number} of this text (from 1) comes from. */
  int originOf(int number) {
    return lines.get(number - 1).origin;
  }
}
