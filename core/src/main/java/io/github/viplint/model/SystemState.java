package io.github.viplint.model;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import java.util.OptionalInt;

/**
 * {@code systemctl status} without a unit.
 *
 * @param span the {@code State:} line
 * @param state {@code running}, {@code degraded}, {@code starting}…
 * @param failedUnits the number after {@code Failed:}
 */
public record SystemState(Capture capture, Span span, String state, OptionalInt failedUnits)
    implements Facts {}
