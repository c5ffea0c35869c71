package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import java.util.List;

/**
 * What {@code systemctl status UNIT…} or {@code systemctl list-units} says of units.
 *
 * @param listing whether it is a {@code list-units} table
 */
public record Units(Capture capture, List<UnitState> units, boolean listing) implements Facts {
  public Units {
    units = List.copyOf(units);
  }
}
