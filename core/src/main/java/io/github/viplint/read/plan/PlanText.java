package io.github.viplint.read.plan;

/** A value as it stands in a capture, without the quotes or cell around it. */
record PlanText(String text, int start, int end) {
  /** The part from {@code from} to {@code to}; the text must stand in the capture as it is. */
  PlanText part(int from, int to) {
    return text.length() == end - start
        ? new PlanText(text.substring(from, to), start + from, start + to)
        : new PlanText(text.substring(from, to), start, end);
  }
}
