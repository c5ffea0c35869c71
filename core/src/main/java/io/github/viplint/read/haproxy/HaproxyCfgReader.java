package io.github.viplint.read.haproxy;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.LastKnownGood;
import io.github.viplint.model.Reading;
import io.github.viplint.model.haproxy.BlockCondition;
import io.github.viplint.model.haproxy.ConfigText;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.SyntaxFault;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads haproxy.cfg of any version. A section begins wherever the first word is a section keyword;
 * any other line belongs to the section before it, known or not. What haproxy can't take apart into
 * words is kept as a fault.
 */
public final class HaproxyCfgReader implements Reader {
  private final HaproxyConditions conditions = new HaproxyConditions();

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.HAPROXY_CFG, CaptureKind.HAPROXY_CFG_LKG);
  }

  @Override
  public Reading read(Capture capture) {
    List<Directive> directives = new ArrayList<>();
    Map<Directive, BlockCondition> blocks = new HashMap<>();
    List<SyntaxFault> faults = new ArrayList<>();
    if (capture.isExact() && capture.source().encoding().marked()) {
      faults.add(new SyntaxFault(SyntaxFault.Kind.BYTE_ORDER_MARK, capture.span(0, 0)));
    }
    HaproxyLine line = new HaproxyLine(capture);
    Lines lines = new Lines(capture);
    while (lines.next()) {
      if (lines.elides()) {
        continue;
      }
      int start = firstOfLine(capture.text(), lines.start(), lines.endBeforeLf());
      if (start < lines.endBeforeLf() && capture.text().charAt(start) == '[') {
        HaproxyScope.fault(capture, start, lines.endBeforeLf()).ifPresent(faults::add);
        continue;
      }
      line.read(start, lines.endBeforeLf());
      faults.addAll(line.faults());
      line.directive()
          .filter(directive -> !line.isOpen() || Section.KINDS.contains(directive.keyword()))
          .ifPresent(
              directive -> {
                directives.add(directive);
                if (hasCondition(directive)) {
                  conditions.of(directive).ifPresent(found -> blocks.put(directive, found));
                }
              });
    }
    missingLastLf(capture, faults);
    HaproxyCfg cfg =
        new HaproxyCfg(
            List.of(capture), new ConfigText(directives, blocks, faults), !capture.isWhole());
    boolean copy = capture.kind() == CaptureKind.HAPROXY_CFG_LKG;
    return lines.reading(List.of(copy ? new LastKnownGood(cfg) : cfg));
  }

  private static boolean hasCondition(Directive line) {
    return line.keyword().equals(".if") || line.keyword().equals(".elif");
  }

  private static int firstOfLine(String text, int start, int end) {
    int at = start;
    while (at < end && HaproxyScope.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static void missingLastLf(Capture capture, List<SyntaxFault> faults) {
    int end = capture.text().length();
    if (end > 0 && capture.isExact() && capture.isWhole() && !capture.text().endsWith("\n")) {
      faults.add(new SyntaxFault(SyntaxFault.Kind.MISSING_LAST_LF, capture.span(end, end)));
    }
  }
}
