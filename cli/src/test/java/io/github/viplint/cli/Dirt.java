package io.github.viplint.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** What terminals, pagers, mails, chats and people do to a session. */
enum Dirt {
  CARRIAGE_RETURNS(lines(line -> line + "\r")),
  CARRIAGE_RETURNS_OF_A_SERIAL_CONSOLE(lines(line -> line + "\r\r")),
  BYTE_ORDER_MARK(text -> text, StandardCharsets.UTF_8),
  UTF_16(lines(line -> line + "\r"), StandardCharsets.UTF_16LE),
  UTF_16_BIG_ENDIAN(text -> text, StandardCharsets.UTF_16BE),
  TRAILING_BLANKS(lines(line -> line + " \t ")),
  PADDED_TO_THE_WINDOW(lines(line -> line + " ".repeat(Math.max(0, 200 - line.length())))),
  LEADING_BLANKS_OF_HTML(lines(line -> replaceLeading(line, ' ', '\u00A0'))),
  ALL_BLANKS_OF_HTML(lines(line -> line.replace(' ', '\u00A0'))),
  ZERO_WIDTH_BLANKS(lines(line -> "\u200B" + line.replace(" ", " \u200B") + "\u2060")),
  SOFT_HYPHENS(lines(line -> line.replace("-", "-\u00AD"))),

  COLOURS(
      text ->
          text.eachPrompt(
                  typed ->
                      "\u001B[01;32m%s@%s\u001B[0m:\u001B[01;34m%s\u001B[0m# \u001B[K%s"
                          .formatted(typed.user(), typed.host(), typed.folder(), typed.command()))
              .eachOutput(
                  line -> line.replaceAll("\\b(failed|inet|443)\\b", "\u001B[31;1m$1\u001B[0m"))),
  TITLES_IN_PROMPTS(
      prompts(
          typed ->
              "\u001B]0;%1$s@%2$s: %3$s\u0007%1$s@%2$s [ %3$s ]# %4$s"
                  .formatted(typed.user(), typed.host(), typed.folder(), typed.command()))),
  BRACKETED_PASTE(
      text ->
          text.eachPrompt(
              typed ->
                  "\u001B[?2004h%s@%s:%s# %s\u001B[?2004l\r"
                      .formatted(typed.user(), typed.host(), typed.folder(), typed.command()))),

  QUOTED_IN_A_MAIL(lines(line -> "> " + line)),
  QUOTED_WITHOUT_BLANK(lines(line -> ">" + line)),
  QUOTED_TWICE(lines(line -> "> > " + line)),
  QUOTED_TWICE_TIGHTLY(lines(line -> ">> " + line)),
  QUOTED_UNDER_AN_ANSWER(
      text ->
          text.eachLine(line -> "> " + line)
              .under("Hi Ann,", "", "see my answer at the end.", "", "On Tue, Bob wrote:")
              .over("", "No idea, sorry.", "Regards")),
  INDENTED(lines(line -> "    " + line)),
  INDENTED_BY_A_TAB(lines(line -> "\t" + line)),
  FENCED(text -> text.under("```").over("```")),
  FENCED_WITH_LANGUAGE(text -> text.under("~~~console").over("~~~")),
  FENCED_ONE_BY_ONE(commands(command -> command.under("```bash").over("```"))),
  FENCED_WITH_PROSE(
      commands(
          command ->
              command
                  .under("This is what I get on that machine, please have a look:", "", "```text")
                  .over("```", ""))),
  FENCED_AND_INDENTED_IN_A_LIST(
      commands(
          command ->
              command
                  .eachLine(line -> "   " + line)
                  .under("1. Then I ran this and got", "", "   ```")
                  .over("   ```", ""))),
  JIRA_CODE(commands(command -> command.under("{code}").over("{code}"))),
  JIRA_CODE_WITH_LANGUAGE(
      commands(command -> command.under("{code:title=lb1|language=bash}").over("{code}", ""))),
  JIRA_NOFORMAT(text -> text.under("{noformat}").over("{noformat}")),
  JIRA_NOFORMAT_ON_THE_LINE(
      text -> {
        List<PastedText.Line> all = new ArrayList<>(text.lines());
        PastedText.Line first = all.get(0);
        all.set(0, new PastedText.Line("{noformat}" + first.text(), first.origin()));
        return new PastedText(all).over("{noformat}");
      }),
  HTML_PRE(commands(command -> command.under("<pre>").over("</pre>"))),
  FORUM_CODE(commands(command -> command.under("[code]").over("[/code]"))),

  TABS_EXPANDED(lines(Dirt::expanded)),
  TABS_FOR_BLANKS(lines(line -> line.startsWith("        ") ? "\t" + line.substring(8) : line)),
  DOUBLE_SPACED(
      text ->
          new PastedText(
              text.lines().stream()
                  .flatMap(line -> java.util.stream.Stream.of(line, PastedText.added("")))
                  .toList())),
  WRAPPED_AT_80(text -> text.wrapped(80)),
  WRAPPED_AT_132(text -> text.wrapped(132)),
  WRAPPED_AT_100_AND_QUOTED(text -> text.wrapped(100).eachLine(line -> "> " + line)),

  PAGER_END(commands(command -> command.over("(END)"))),
  PAGER_LINES(commands(command -> command.over("lines 1-23/23 (END)"))),
  PAGER_FILL(commands(command -> command.over("~", "~", "~", "(END)"))),
  NUMBERED_BY_CAT(commands(command -> numbered(command, "%6d\t%s"))),
  NUMBERED_BY_NL(commands(command -> numbered(command, "%6d  %s"))),
  NUMBERED_BY_GREP(commands(command -> numbered(command, "%d:%s"))),

  PROMPT_OF_SUSE(
      prompts(typed -> "%s:%s # %s".formatted(typed.host(), typed.folder(), typed.command()))),
  PROMPT_OF_REDHAT(
      prompts(
          typed ->
              "[%s@%s %s]$ %s"
                  .formatted(typed.user(), typed.host(), lastOf(typed.folder()), fully(typed)))),
  PROMPT_OF_UBUNTU(
      prompts(
          typed ->
              "%s@%s:%s$ sudo %s"
                  .formatted(typed.user(), typed.host(), typed.folder(), typed.command()))),
  PROMPT_OF_PHOTON_FOR_USERS(
      prompts(
          typed ->
              "%s@%s [ %s ]$ sudo -i %s"
                  .formatted(typed.user(), typed.host(), typed.folder(), typed.command()))),
  PROMPT_OF_ZSH(
      prompts(
          typed ->
              "%s@%s %s %% %s"
                  .formatted(typed.user(), typed.host(), lastOf(typed.folder()), fully(typed)))),
  PROMPT_WITH_TIME(
      prompts(
          typed ->
              "[09:31:07] %s@%s:%s# %s"
                  .formatted(typed.user(), typed.host(), typed.folder(), typed.command()))),
  PROMPT_WITH_ENVIRONMENT(
      prompts(
          typed ->
              "(base) %s@%s:%s$ %s"
                  .formatted(typed.user(), typed.host(), typed.folder(), typed.command()))),
  FROM_WINDOWS(prompts(typed -> "C:\\>ssh root@%s %s".formatted(typed.host(), fully(typed)))),
  FROM_POWERSHELL(
      prompts(
          typed -> "PS C:\\Users\\ann> ssh root@%s \"%s\"".formatted(typed.host(), fully(typed)))),
  BY_SSH(
      prompts(
          typed ->
              "$ ssh -t -p 22 root@%s.lab.example '%s'".formatted(typed.host(), fully(typed)))),
  DOLLARS(prompts(typed -> "$ " + fully(typed))),
  DOLLARS_WITH_SUDO(prompts(typed -> "$ sudo " + fully(typed))),
  HASHES(prompts(typed -> "# " + fully(typed))),
  BARE_COMMANDS(prompts(Dirt::fully)),
  BARE_COMMANDS_AND_BLANK_LINES(
      text -> text.eachPrompt(Dirt::fully).eachCommand(command -> command.over(""))),
  MARKED(prompts(typed -> "#viplint host=%s cmd=%s".formatted(typed.host(), fully(typed)))),
  PROMPT_GLUED_TO_THE_LAST_LINE(Dirt::glued),
  EMPTY_PROMPTS_BETWEEN(commands(command -> command.over("root@lb1 [ ~ ]#", "root@lb1 [ ~ ]# "))),

  RULES_BETWEEN(commands(command -> command.under("", "-".repeat(60)))),
  NAMED_RULES_BETWEEN(
      commands(command -> command.under("", "#### " + command.typed().command() + " ####"))),
  WORDS_BETWEEN(
      commands(command -> command.under("", "Then I looked at the next thing and this came:", ""))),
  WORDS_BELOW(commands(command -> command.over("", "Does anyone see what is wrong?", "Thanks"))),
  SMART_QUOTES(
      lines(
          line ->
              line.replaceAll("\"([^\"]*)\"", "\u201C$1\u201D")
                  .replaceAll("'([^']*)'", "\u2018$1\u2019"))),
  EN_DASHES_IN_COMMANDS(
      text ->
          text.eachPrompt(
              typed ->
                  "%s@%s:%s# %s"
                      .formatted(
                          typed.user(),
                          typed.host(),
                          typed.folder(),
                          typed.command().replace(" --", " \u2014").replace(" -", " \u2013")))),
  INDENT_STRIPPED_BY_A_CHAT(text -> text.eachLine(String::strip)),
  BLANKS_SQUEEZED(text -> text.eachLine(line -> line.replaceAll("(?<=\\S) +", " "))),
  PROMPT_WITHOUT_BLANK_BETWEEN(
      text ->
          text.eachPrompt(
              typed ->
                  "%s@%s:%s#%s"
                      .formatted(typed.user(), typed.host(), typed.folder(), typed.command()))),
  COMMANDS_BACKWARDS(
      text -> {
        List<PastedText> commands = new ArrayList<>(text.commands());
        Collections.reverse(commands);
        return PastedText.of(commands);
      }),
  COMMANDS_TURNED(
      text -> {
        List<PastedText> commands = new ArrayList<>(text.commands());
        Collections.rotate(commands, commands.size() / 2);
        return PastedText.of(commands);
      });

  private final UnaryOperator<PastedText> change;
  private final boolean marked;
  private final Charset charset;

  Dirt(UnaryOperator<PastedText> change) {
    this.change = change;
    this.marked = false;
    this.charset = StandardCharsets.UTF_8;
  }

  /** With a byte order mark in front. */
  Dirt(UnaryOperator<PastedText> change, Charset charset) {
    this.change = change;
    this.marked = true;
    this.charset = charset;
  }

  PastedText on(PastedText clean) {
    return change.apply(clean);
  }

  byte[] bytes(PastedText dirty) {
    return ((marked ? "\uFEFF" : "") + dirty.text()).getBytes(charset);
  }

  private static UnaryOperator<PastedText> lines(UnaryOperator<String> change) {
    return text -> text.eachLine(change);
  }

  private static UnaryOperator<PastedText> commands(UnaryOperator<PastedText> change) {
    return text -> text.eachCommand(change);
  }

  private static UnaryOperator<PastedText> prompts(
      java.util.function.Function<PastedText.Typed, String> change) {
    return text -> text.eachPrompt(change);
  }

  /** The command as it has to be typed in any other folder. */
  private static String fully(PastedText.Typed typed) {
    return typed.command().replace("cat anyip", "cat " + typed.folder() + "/anyip");
  }

  private static String lastOf(String folder) {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  private static String replaceLeading(String line, char from, char to) {
    StringBuilder text = new StringBuilder(line);
    for (int i = 0; i < text.length() && text.charAt(i) == from; i++) {
      text.setCharAt(i, to);
    }
    return text.toString();
  }

  private static String expanded(String line) {
    StringBuilder text = new StringBuilder();
    for (char c : line.toCharArray()) {
      if (c == '\t') {
        text.append(" ".repeat(8 - text.length() % 8));
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  private static PastedText numbered(PastedText command, String form) {
    if (!command.typed().command().startsWith("cat ")) {
      return command;
    }
    List<PastedText.Line> all = new ArrayList<>();
    all.add(command.lines().get(0));
    for (PastedText.Line line : command.output().lines()) {
      all.add(new PastedText.Line(form.formatted(all.size(), line.text()), line.origin()));
    }
    return new PastedText(all);
  }

  /** Behind a file it would say that its last line has no newline, which is a finding. */
  private static PastedText glued(PastedText text) {
    List<PastedText.Line> all = new ArrayList<>();
    for (PastedText.Line line : text.lines()) {
      int last = all.size() - 1;
      boolean file = false;
      for (int i = last; i >= 0 && !file && !all.get(i).isPrompt(); i--) {
        file = i > 0 && all.get(i - 1).text().contains("]# cat ");
      }
      if (line.isPrompt() && last >= 0 && !file && !all.get(last).isPrompt()) {
        PastedText.Line before = all.remove(last);
        all.add(new PastedText.Line(before.text() + line.text(), before.origin()));
      } else {
        all.add(line);
      }
    }
    return new PastedText(all);
  }
}
