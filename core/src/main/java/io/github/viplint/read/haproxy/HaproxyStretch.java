package io.github.viplint.read.haproxy;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Stretch;
import io.github.viplint.model.haproxy.BlockCondition;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.SyntaxFault;
import io.github.viplint.read.line.Lines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Some lines of a haproxy.cfg, one behind the other. Read by one thread. */
final class HaproxyStretch {
  private final Capture capture;
  private final Lines lines;
  private final List<Directive> directives = new ArrayList<>();
  private final Map<Directive, BlockCondition> blocks = new HashMap<>();
  private final List<SyntaxFault> faults = new ArrayList<>();
  private @Nullable HaproxyConditions conditions;

  HaproxyStretch(Capture capture, Stretch stretch) {
    this.capture = capture;
    this.lines = new Lines(capture, stretch);
  }

  void read() {
    HaproxyLine line = new HaproxyLine(capture);
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
      if (!line.faults().isEmpty()) {
        faults.addAll(line.faults());
      }
      Optional<Directive> directive = line.directive();
      if (directive.isPresent()) {
        add(directive.get(), line.isOpen());
      }
    }
  }

  private void add(Directive directive, boolean open) {
    if (open && !Section.KINDS.contains(directive.keyword())) {
      return;
    }
    directives.add(directive);
    if (directive.keyword().equals(".if") || directive.keyword().equals(".elif")) {
      conditions().of(directive).ifPresent(found -> blocks.put(directive, found));
    }
  }

  /** Made for the first condition: few files have one. */
  private HaproxyConditions conditions() {
    HaproxyConditions made = conditions;
    if (made == null) {
      made = new HaproxyConditions();
      conditions = made;
    }
    return made;
  }

  private static int firstOfLine(String text, int start, int end) {
    int at = start;
    while (at < end && HaproxyScope.isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** In the order written. */
  List<Directive> directives() {
    return directives;
  }

  Map<Directive, BlockCondition> blocks() {
    return blocks;
  }

  /** In the order written. */
  List<SyntaxFault> faults() {
    return faults;
  }

  /** What became of the lines. */
  Lines lines() {
    return lines;
  }
}
