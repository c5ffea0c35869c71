package io.github.viplint.read.systemd;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Span;
import io.github.viplint.model.Facts;
import io.github.viplint.model.Reading;
import io.github.viplint.model.SystemState;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads {@code systemctl status} without a unit: the state of the whole system. */
public final class SystemStateReader implements Reader {
  private final StatusLines status = new StatusLines();

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.SYSTEM_STATE);
  }

  @Override
  public Reading read(Capture capture) {
    Lines lines = new Lines(capture);
    Optional<Span> span = Optional.empty();
    String state = "";
    OptionalInt failed = OptionalInt.empty();
    while (lines.next()) {
      if (lines.blank()) {
        continue;
      }
      if (!Character.isWhitespace(capture.text().charAt(lines.start()))) {
        if (!status.head(lines.text()).map(StatusLines.Head::glyph).orElse(false)) {
          lines.problem("neither a host nor a field of systemctl status");
        }
        continue;
      }
      StatusLines.Field field =
          status.field(lines.text()).orElse(new StatusLines.Field("", "")); // the tree of CGroup
      if (field.name().equals("State") && span.isEmpty()) {
        span = Optional.of(lines.span());
        state = field.value();
      } else if (field.name().equals("Failed") && failed.isEmpty()) {
        failed = count(field.value());
      }
    }
    List<Facts> facts = new ArrayList<>();
    if (span.isPresent()) {
      facts.add(new SystemState(capture, span.get(), state, failed));
    }
    return lines.reading(facts);
  }

  /** {@code 3 units}. */
  private static OptionalInt count(String value) {
    String number = value.split(" ", 2)[0];
    boolean plain =
        !number.isEmpty()
            && number.length() < 10
            && number.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
  }
}
