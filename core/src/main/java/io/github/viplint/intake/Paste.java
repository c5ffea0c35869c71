package io.github.viplint.intake;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits the text of a source into captures: at prompts, commands, headings and marks, and where a
 * line surely belongs to something else.
 */
final class Paste {
  /** How far ahead is looked for what follows a line that may be a comment or a heading. */
  private static final int AHEAD = 60;

  private static final int LONGEST_COMMAND = 1000;

  private static final Pattern COMMENTED_COMMAND = Pattern.compile("# (\\S.*)");
  private static final Pattern LOGIN = Pattern.compile("ssh (?:-\\S++ )*+[\\w.-]++@[\\w.:-]++");
  private static final Pattern TABLE_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

  private final Source source;
  private final List<Line> lines;
  private final Told told;
  private final PlanPiece.Finder plans;
  private final List<Capture> captures = new ArrayList<>();
  private final BitSet captured = new BitSet();
  private final BitSet stray = new BitSet();
  private Draft draft = new Draft(Context.NOTHING);
  private boolean marked;
  private boolean tables;

  private Paste(Source source, Lines lines, Told told) {
    this.source = source;
    this.lines = lines.all();
    this.told = told;
    this.plans = new PlanPiece.Finder(this.lines);
    this.marked = lines.touched();
  }

  /**
   * What a source was split into.
   *
   * @param captured the lines (from 1) that are in a capture
   * @param strays the lines (from 1) that belong to none and were not understood
   * @param marked prompts, commands, headings or the like stand in it: it is no file as it was on a
   *     host
   */
  record Split(List<Capture> captures, BitSet captured, List<Integer> strays, boolean marked) {}

  /** Splits {@code source}. */
  static Split split(Source source, Lines lines, Told told) {
    Paste paste = new Paste(source, lines, told);
    int next = 0;
    while (next < paste.lines.size()) {
      next = paste.take(next);
    }
    paste.open(Context.NOTHING);
    paste.stray.andNot(paste.captured);
    return new Split(
        paste.captures, paste.captured, paste.stray.stream().boxed().toList(), paste.marked);
  }

  /** Takes the line at {@code at} and returns the index of the next one to take. */
  private int take(int at) {
    Line line = lines.get(at);
    String text = line.text();
    if (line.isBlank()) {
      draft.add(line);
      return at + 1;
    }
    if (text.startsWith("-----BEGIN ")) {
      return takePem(at);
    }
    Optional<PlanPiece> plan = plans.at(at, draft.hasKind());
    if (plan.isPresent()) {
      return plan.get().kind() == CaptureKind.WCP_CLUSTER
          ? takeAnswer(at, plan.get().end())
          : takePlan(at, plan.get());
    }
    Optional<CollectMark> mark = CollectMark.of(text);
    if (mark.isPresent()) {
      return openCommand(at, mark.get().command(), mark.get().host(), Optional.empty());
    }
    if (CollectMark.beginsScript(text)) {
      open(Context.NOTHING);
      marked = true;
      return CollectMark.behindScript(lines, at);
    }
    Optional<Prompt> prompt = Prompt.at(text);
    if (prompt.isPresent()) {
      return openCommand(at, prompt.get().typed(), prompt.get().host(), prompt.get().folder());
    }
    Optional<Heading> heading = Heading.of(text);
    if (heading.isPresent() && opens(heading.get(), at)) {
      head(heading.get());
      return at + 1;
    }
    if (tables && TABLE_NAME.matcher(text).matches()) {
      open(
          Context.of(
              Command.of("ip route show table " + text), draft.context().host(), Optional.empty()));
      tables = true;
      return at + 1;
    }
    Optional<String> typed = bareCommand(text, at);
    if (typed.isPresent()) {
      return openCommand(at, typed.get(), Optional.empty(), Optional.empty());
    }
    Optional<Noise> noise = Noise.of(text);
    if (noise.isPresent() && isNoise(noise.get())) {
      return at + 1;
    }
    takeContent(line);
    return at + 1;
  }

  private void takeContent(Line line) {
    Optional<Verdict> verdict = Verdict.of(line.text());
    if (verdict.isEmpty()) {
      draft.add(line);
      return;
    }
    draft.add(line, verdict.get()).ifPresent(this::replace);
  }

  /** A document or table of a plan is one piece. */
  private int takePlan(int at, PlanPiece plan) {
    Context above = draft.context().kind().isEmpty() ? draft.context() : draft.context().rest();
    replace(Draft.of(plan.kind(), above));
    lines.subList(at, plan.end()).forEach(draft::add);
    open(above.rest());
    return plan.end();
  }

  /** A certificate is one piece; a private key is passed over. */
  private int takePem(int at) {
    boolean key = lines.get(at).text().contains("PRIVATE KEY");
    int end = at + 1;
    while (end < lines.size()
        && !lines.get(end).text().startsWith("-----")
        && Prompt.at(lines.get(end).text()).isEmpty()) {
      end++;
    }
    end += end < lines.size() && lines.get(end).text().startsWith("-----END") ? 1 : 0;
    if (!key) {
      takeContent(lines.get(at));
      for (Line line : lines.subList(at + 1, end)) {
        if (Noise.of(line.text()).filter(Noise.ELISION::equals).isPresent()) {
          marked = true;
          draft.markCut();
        } else {
          draft.add(line);
        }
      }
    } else {
      marked = true;
    }
    return end;
  }

  /** Each answer of vCenter's API is one piece, and nothing behind it is part of it. */
  private int takeAnswer(int at, int end) {
    if (!draft.isEmpty()) {
      open(draft.context());
    }
    draft.add(lines.get(at), Verdict.WCP_ANSWER).ifPresent(this::replace);
    lines.subList(at + 1, end).forEach(draft::add);
    open(draft.context().rest());
    return end;
  }

  private boolean isNoise(Noise noise) {
    switch (noise) {
      case ELISION, PAGER_STOP -> draft.markCut();
      case BANNER -> {
        if (draft.mayBe(CaptureKind.KUBECTL)) {
          return false;
        }
        Context greeted = draft.context();
        if (!draft.isEmpty()) {
          open(Context.NOTHING);
        } else if (greeted.kind().isEmpty()) {
          open(greeted);
        }
      }
      case SHELL -> {
        if (draft.hasKind() && !draft.isEmpty()) {
          return false;
        }
        // the command failed: what follows is not its output
        open(draft.context().rest());
      }
      case PAGER_END -> open(Context.NOTHING);
      case PAGER_FILL, RESULT -> {}
    }
    marked = true;
    return true;
  }

  private Optional<String> bareCommand(String text, int at) {
    if (Character.isWhitespace(text.charAt(0))
        || text.length() > LONGEST_COMMAND
        || !Programs.mayBe(text.startsWith("# ") ? text.substring(2) : text)
        || Verdict.of(text).isPresent()) {
      return Optional.empty();
    }
    Matcher commented = COMMENTED_COMMAND.matcher(text);
    boolean isCommented = commented.matches();
    String typed = isCommented ? commented.group(1) : text;
    Command command = Command.of(typed);
    boolean prompted = isCommented && !draft.mayHoldComments();
    boolean telling =
        command.known()
            && (prompted
                || command.kind().isPresent()
                || command.path().isPresent()
                || LOGIN.matcher(typed).matches());
    boolean setting =
        !isCommented
            && (typed.startsWith("set KUBECTL")
                || typed.startsWith("export KUBECTL")
                || typed.startsWith("$env:"));
    if (!telling && !setting) {
      return Optional.empty();
    }
    return isCommented && !prompted && !ends(at) ? Optional.empty() : Optional.of(typed);
  }

  /** Does a heading open something here, or is it a comment of what it stands in? */
  private boolean opens(Heading heading, int at) {
    return heading.form() != Heading.Form.RULE || heading.command().isPresent() || ends(at);
  }

  /** Is what follows the line at {@code at} not of the capture that it stands in? */
  private boolean ends(int at) {
    if (!draft.hasKind()) {
      return true;
    }
    int last = Math.min(lines.size(), at + 1 + AHEAD);
    for (int i = at + 1; i < last; i++) {
      String text = lines.get(i).text();
      if (text.isBlank()) {
        continue;
      }
      Optional<Heading> heading = Heading.of(text);
      if (Prompt.at(text).isPresent()
          || heading.filter(h -> h.form() != Heading.Form.RULE).isPresent()) {
        return true;
      }
      Optional<Verdict> verdict = Verdict.of(text);
      if (verdict.isPresent()) {
        return !draft.takes(verdict.get());
      }
    }
    return last == lines.size();
  }

  private void head(Heading heading) {
    marked = true;
    if (heading.form() == Heading.Form.FENCE && heading.kind().isEmpty() && draft.isEmpty()) {
      return;
    }
    open(Context.of(heading, draft.context().host()));
    tables = heading.form() == Heading.Form.TABLES;
  }

  /** Opens what a command prints, and skips the lines that the command goes on in. */
  private int openCommand(int at, String typed, Optional<String> host, Optional<String> folder) {
    marked = true;
    TypedCommand whole = TypedCommand.at(lines, at, typed);
    open(Context.of(Command.of(whole.text()), host, folder));
    return whole.behind();
  }

  private void open(Context context) {
    tables = false;
    replace(new Draft(context));
  }

  private void replace(Draft next) {
    Draft.Outcome outcome = draft.close(source, told);
    outcome.capture().ifPresent(captures::add);
    outcome.inside().forEach(line -> captured.set(line.number(), line.last() + 1));
    boolean known = draft.context().irrelevant() || draft.context().greeted();
    for (Line line : outcome.outside()) {
      if (!line.isBlank() && !known) {
        stray.set(line.number(), line.last() + 1);
      }
    }
    draft = next;
  }
}
