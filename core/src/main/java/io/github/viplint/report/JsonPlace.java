package io.github.viplint.report;

import io.github.viplint.capture.Place;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Report.CaptureSummary;
import java.io.IOException;

/** Places in the JSON report; all of these write fields of an object that has begun. */
record JsonPlace(CaptureIndex index, Json json) {

  /** With what stands there. */
  void location(Span span) throws IOException {
    Snippet snippet = Snippet.of(span);
    bare(span);
    json.string("snippet", snippet.text());
    json.number("snippetColumn", snippet.column());
  }

  /** Without what stands there. */
  void bare(Span span) throws IOException {
    json.string("capture", index.of(span.capture()).map(CaptureSummary::id));
    place(span.place());
  }

  void place(Place place) throws IOException {
    json.string("file", place.file());
    json.number("startLine", place.startLine());
    json.number("startColumn", place.startColumn());
    json.number("endLine", place.endLine());
    json.number("endColumn", place.endColumn());
  }
}
