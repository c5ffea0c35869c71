package io.github.viplint.capture;

/**
 * How much of the original a capture holds. Only {@link #WHOLE} allows conclusions from absence.
 */
public enum Extent {
  WHOLE,
  /** Went through {@code grep}, {@code head}, {@code tail} and the like. */
  FILTERED,
  /** Elided ({@code ...}), cut at a pager's edge, or an excerpt with sections missing. */
  CUT
}
