package io.github.viplint.report;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.Span;

/** The lines of its source that a capture spans, from 1, both ends included. */
record LineRange(int first, int last) {

  static LineRange of(Capture capture) {
    Source source = capture.source();
    Span all = capture.all();
    int start = capture.sourceStart(all);
    int end = capture.sourceEnd(all);
    return new LineRange(source.lineOf(start), source.lineOf(end > start ? end - 1 : start));
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
