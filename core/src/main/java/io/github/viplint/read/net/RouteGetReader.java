package io.github.viplint.read.net;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.grammar.IpRouteParser;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.Reading;
import io.github.viplint.model.RouteAnswers;
import io.github.viplint.model.RouteAnswers.RouteAnswer;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import io.github.viplint.read.line.UnreadableLine;
import io.github.viplint.read.line.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code ip route get}. What was asked, the command says; where that is not known, the answer
 * does as far as it goes, which leaves out a device that was asked for.
 */
public final class RouteGetReader implements Reader {
  private final LineParser<IpRouteParser, IpRouteParser.LineContext> parser =
      new LineParser<>(TokenTables.ipRoute(), IpRouteParser::new, IpRouteParser::line);

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.ROUTE_GET);
  }

  @Override
  public Reading read(Capture capture) {
    Optional<IpCommand> command = IpCommand.of(capture).filter(IpCommand::getsRoute);
    List<RouteAnswer> answers = new ArrayList<>();
    RouteGetAnswer open = null;
    Lines lines = new Lines(capture);
    while (lines.next()) {
      if (lines.blank() || lines.elides() || lines.text().startsWith("Error: ")) {
        continue; // what ip could not ask, the kernel did not answer
      }
      try {
        Words words = words(capture, lines);
        if (words.at("cache")) {
          continued(open).more(words);
        } else {
          RouteGetAnswer begun = RouteGetAnswer.begin(words, lines.text(), lines.span(), command);
          finish(open, answers);
          open = begun;
          begun.more(words);
        }
      } catch (UnreadableLine e) {
        lines.problem(e.reason());
      }
    }
    finish(open, answers);
    return lines.reading(
        answers.isEmpty() ? List.of() : List.of(new RouteAnswers(capture, answers)));
  }

  private Words words(Capture capture, Lines lines) {
    return Words.of(parser.parse(capture.text(), lines.start(), lines.end()).tree());
  }

  private static RouteGetAnswer continued(@Nullable RouteGetAnswer open) throws UnreadableLine {
    if (open == null) {
      throw new UnreadableLine("goes on with an answer that could not be read");
    }
    return open;
  }

  private static void finish(@Nullable RouteGetAnswer open, List<RouteAnswer> answers) {
    if (open != null) {
      answers.add(open.build());
    }
  }
}
