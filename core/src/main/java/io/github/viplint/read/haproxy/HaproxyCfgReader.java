package io.github.viplint.read.haproxy;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Stretch;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.LastKnownGood;
import io.github.viplint.model.Reading;
import io.github.viplint.model.haproxy.BlockCondition;
import io.github.viplint.model.haproxy.ConfigText;
import io.github.viplint.model.haproxy.Directive;
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
 *
 * <p>No line's words depend on the lines before it, so cores share the stretches of a large file.
 */
public final class HaproxyCfgReader implements Reader {
  private final int stretch;

  public HaproxyCfgReader() {
    this(Stretch.WORTHWHILE);
  }

  /**
   * @param stretch how many characters are read in one go, but for the rest of their last line
   */
  HaproxyCfgReader(int stretch) {
    this.stretch = stretch;
  }

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.HAPROXY_CFG, CaptureKind.HAPROXY_CFG_LKG);
  }

  @Override
  public Reading read(Capture capture) {
    List<HaproxyStretch> stretches =
        Stretch.of(capture.text(), stretch).stream()
            .map(lines -> new HaproxyStretch(capture, lines))
            .toList();
    Stretch.shared(stretches).forEach(HaproxyStretch::read);
    List<Directive> directives = new ArrayList<>();
    Map<Directive, BlockCondition> blocks = new HashMap<>();
    List<SyntaxFault> faults = new ArrayList<>();
    if (capture.isExact() && capture.source().encoding().marked()) {
      faults.add(new SyntaxFault(SyntaxFault.Kind.BYTE_ORDER_MARK, capture.span(0, 0)));
    }
    Lines lines = new Lines(capture, new Stretch(0, 0));
    for (HaproxyStretch read : stretches) {
      directives.addAll(read.directives());
      blocks.putAll(read.blocks());
      faults.addAll(read.faults());
      lines.add(read.lines());
    }
    missingLastLf(capture, faults);
    HaproxyCfg cfg =
        new HaproxyCfg(
            List.of(capture), new ConfigText(directives, blocks, faults), !capture.isWhole());
    boolean copy = capture.kind() == CaptureKind.HAPROXY_CFG_LKG;
    return lines.reading(List.of(copy ? new LastKnownGood(cfg) : cfg));
  }

  private static void missingLastLf(Capture capture, List<SyntaxFault> faults) {
    int end = capture.text().length();
    if (end > 0 && capture.isExact() && capture.isWhole() && !capture.text().endsWith("\n")) {
      faults.add(new SyntaxFault(SyntaxFault.Kind.MISSING_LAST_LF, capture.span(end, end)));
    }
  }
}
