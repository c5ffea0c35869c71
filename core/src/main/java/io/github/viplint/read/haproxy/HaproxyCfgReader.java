package io.github.viplint.read.haproxy;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.grammar.HaproxyCfgLexer;
import io.github.viplint.grammar.HaproxyCfgParser;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.LastKnownGood;
import io.github.viplint.model.Reading;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads haproxy.cfg of any version. A section begins wherever the first word is a section keyword;
 * any other line belongs to the section before it, known or not.
 */
public final class HaproxyCfgReader implements Reader {
  private static final String[] AS_WRITTEN = {};

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.HAPROXY_CFG, CaptureKind.HAPROXY_CFG_LKG);
  }

  @Override
  public Reading read(Capture capture) {
    var parser =
        new LineParser<>(new HaproxyCfgLexer(null), HaproxyCfgParser::new, HaproxyCfgParser::line);
    List<Section> sections = new ArrayList<>();
    @Nullable HaproxySection section = null;
    Lines lines = new Lines(capture);
    while (lines.next()) {
      var line = parser.parse(capture.text(), lines.start(), lines.endBeforeLf()).tree();
      if (line.UNCLOSED() != null) {
        Token open = line.UNCLOSED().getSymbol();
        lines.problem(
            capture.span(open.getStartIndex(), open.getStopIndex() + 1),
            "a quote is opened and not closed");
        continue;
      }
      int words = line.getChildCount() - 1;
      if (line.NUL() != null) {
        int at = line.NUL().getSymbol().getStartIndex();
        lines.problem(capture.span(at, at + 1), "a NUL byte: the rest of the line is not read");
        words--;
      }
      if (words == 0 || words == 1 && lines.elides()) {
        continue;
      }
      Directive directive = directive(capture, line, words);
      if (HaproxySection.KINDS.contains(directive.keyword())) {
        if (section != null) {
          sections.add(section.section());
        }
        section = new HaproxySection(directive);
      } else {
        if (section == null) {
          section = HaproxySection.nameless(directive);
        }
        section.add(directive);
      }
    }
    if (section != null) {
      sections.add(section.section());
    }
    HaproxyCfg cfg = new HaproxyCfg(List.of(capture), sections, !capture.isWhole());
    boolean copy = capture.kind() == CaptureKind.HAPROXY_CFG_LKG;
    return lines.reading(List.of(copy ? new LastKnownGood(cfg) : cfg));
  }

  private static Directive directive(
      Capture capture, HaproxyCfgParser.LineContext line, int words) {
    int[] bounds = new int[2 * words];
    @Nullable String[] cooked = AS_WRITTEN;
    for (int i = 0; i < words; i++) {
      Token token = ((TerminalNode) line.getChild(i)).getSymbol();
      bounds[2 * i] = token.getStartIndex();
      bounds[2 * i + 1] = token.getStopIndex() + 1;
      if (token.getType() == HaproxyCfgParser.COOKED) {
        String raw = token.getText();
        String value = HaproxyWord.value(raw);
        if (!value.equals(raw)) {
          cooked = cooked.length == 0 ? new String[words] : cooked;
          cooked[i] = value;
        }
      }
    }
    return new Directive(capture, bounds, cooked);
  }
}
