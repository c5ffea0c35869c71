package io.github.viplint.read.appliance;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.grammar.CidrLinesParser;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.TokenTables;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.AnyipRoutes.Type;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads anyip-routes.cfg, each line for what the anyip-routes service takes it for. */
public final class AnyipRoutesReader implements Reader {
  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.ANYIP_ROUTES);
  }

  @Override
  public Reading read(Capture capture) {
    var parser =
        new LineParser<>(TokenTables.cidrLines(), CidrLinesParser::new, CidrLinesParser::line);
    List<AnyipRoutes.Line> read = new ArrayList<>();
    Lines lines = new Lines(capture);
    ServiceLines text = new ServiceLines(capture);
    while (lines.next()) {
      if (lines.elides()) {
        continue;
      }
      Span span = text.at(lines);
      var line = parser.parse(capture.text(), span.start(), span.end()).tree();
      boolean marked = text.isMarked(span);
      Type type =
          line.entry() != null || marked
              ? Type.ENTRY
              : line.comment() != null ? Type.COMMENT : Type.BLANK;
      Optional<Cidr> range =
          line.entry() != null && line.entry().getChildCount() == 1 && !marked
              ? AddressText.cidrOrAddress(span.text())
              : Optional.empty();
      read.add(new AnyipRoutes.Line(span, type, text.seen(span), range, lines.terminated()));
    }
    return lines.reading(List.of(new AnyipRoutes(capture, read)));
  }
}
