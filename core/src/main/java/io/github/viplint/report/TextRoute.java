package io.github.viplint.report;

import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Span;
import io.github.viplint.model.RouteAnswers.RouteAnswer;
import io.github.viplint.report.Style.Paint;
import io.github.viplint.twin.route.Agreement;
import io.github.viplint.twin.route.Answer;
import io.github.viplint.twin.route.Answer.Step;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.UnaryOperator;

/** Ways of packets for people: where each goes, then rule by rule why. */
public final class TextRoute {
  /** Of rules in a row that a packet does not fit, so many are shown. */
  private static final int MOST_IN_A_ROW = 20;

  private final List<Way> ways;
  private final UnaryOperator<String> safe;

  /**
   * @param mask hides secrets
   */
  public TextRoute(List<Way> ways, Mask mask) {
    this.ways = List.copyOf(ways);
    this.safe = text -> Visible.line(mask.shown(text, 0, text.length()));
  }

  /** Writes it, ending with a newline; flushes and does not close. */
  public void write(Writer out, Style style) throws IOException {
    String between = "";
    for (Way way : ways) {
      out.write(between);
      new Page(way, out, style).write();
      between = "\n";
    }
    out.flush();
  }

  private final class Page {
    private final Way way;
    private final Answer answer;
    private final Writer out;
    private final Style style;

    Page(Way way, Writer out, Style style) {
      this.way = way;
      this.answer = way.answer();
      this.out = out;
      this.style = style;
    }

    void write() throws IOException {
      boolean delivers = answer.action().delivers();
      Paint paint =
          delivers
              ? Paint.GREEN
              : answer.action() == Answer.Action.UNKNOWN ? Paint.YELLOW : Paint.RED;
      line(
          style.paint(Paint.BOLD, way.flow().destination().toString())
              + " on "
              + safe.apply(way.host())
              + ": "
              + style.paint(paint, safe.apply(answer.shown())));
      if (answer.reason().isPresent()) {
        line("  because: " + safe.apply(answer.reason().get()));
      }
      for (String missing : answer.missing()) {
        line("  not known: " + safe.apply(missing));
      }
      trace(answer.trace());
      if (answer.rule().isPresent()) {
        place("rule", answer.rule().get().span());
      }
      if (answer.route().isPresent()) {
        place("route", answer.route().get().span());
      }
      for (RouteAnswer captured : way.captured()) {
        captured(captured);
      }
      for (String assumed : answer.assumed()) {
        line("  assumed: " + safe.apply(assumed));
      }
    }

    private void trace(List<Step> steps) throws IOException {
      int passed = 0;
      for (int i = 0; i < steps.size(); i++) {
        Step step = steps.get(i);
        passed = step.outcome().startsWith("does not fit") ? passed + 1 : 0;
        if (passed <= MOST_IN_A_ROW || style.verbose()) {
          line(
              "  %5d  %s".formatted(step.rule().priority(), safe.apply(step.rule().shown()))
                  + "\n         "
                  + style.paint(passed > 0 ? Paint.BLUE : Paint.BOLD, safe.apply(step.found())));
        } else if (passed == MOST_IN_A_ROW + 1) {
          line("         … and more rules that it does not fit (-v shows all)");
        }
      }
    }

    private void captured(RouteAnswer captured) throws IOException {
      place("the kernel said", captured.span());
      switch (Agreement.of(captured, answer)) {
        case AGREES -> line("    " + style.paint(Paint.GREEN, "agrees"));
        case DIFFERS ->
            line(
                "    "
                    + style.paint(Paint.RED, "differs")
                    + ": rules, tables or addresses were captured at another time, or not all");
        case OPEN -> {}
      }
    }

    private void place(String what, Span span) throws IOException {
      line("  " + what + ": " + span.place() + ": " + safe.apply(span.shown()));
    }

    private void line(String text) throws IOException {
      out.write(text.stripTrailing() + "\n");
    }
  }
}
