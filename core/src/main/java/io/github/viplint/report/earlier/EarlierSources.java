package io.github.viplint.report.earlier;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Extent;
import io.github.viplint.capture.Fidelity;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextMap;
import io.github.viplint.lint.BadReportException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The files of a report as far as it shows them, and the captures in them. */
final class EarlierSources {
  private static final List<String> LOCATED = List.of("findings", "suppressed", "timeline", "labs");

  private final Mask mask;
  private final String unknownDigest;
  private final Map<String, SparseText> texts = new HashMap<>();
  private final Map<String, String> digests = new HashMap<>();
  private final Map<String, Source> sources = new HashMap<>();
  private final Map<String, Capture> captures = new LinkedHashMap<>();
  private final Map<String, Capture> whole = new HashMap<>();

  EarlierSources(Fields report, Mask mask) throws BadReportException {
    this.mask = mask;
    boolean anonymized = report.has("run") && report.object("run").flag("anonymized");
    this.unknownDigest = anonymized ? "" : "unknown"; // none is how a report says so
    for (Fields capture : report.objects("captures")) {
      String file = capture.text("origin");
      capture.optional("sha256").ifPresent(digest -> digests.put(file, digest));
      text(file).reach(capture.number("startLine", 1), 1);
      text(file).reach(capture.number("endLine", 1), 1);
    }
    for (String part : LOCATED) {
      for (Fields object : report.objects(part)) {
        show(object);
      }
    }
    for (Fields capture : report.objects("captures")) {
      captures.put(capture.text("id"), capture(capture));
    }
  }

  /** Takes in what all places below an object show. */
  private void show(Fields object) throws BadReportException {
    if (object.has("startLine")) {
      SparseText text = text(object.text("file"));
      int line = object.number("startLine", 1);
      int column = object.number("startColumn", 1);
      Optional<String> snippet = object.optional("snippet");
      if (snippet.isPresent()) {
        int from = object.has("snippetColumn") ? object.number("snippetColumn", 1) : 1;
        text.show(line, from, snippet.get());
      }
      text.reach(line, column);
      text.reach(object.number("endLine", 1), object.number("endColumn", 1));
    }
    for (Fields below : object.below()) {
      show(below);
    }
  }

  private SparseText text(String file) {
    return texts.computeIfAbsent(file, name -> new SparseText());
  }

  /** The file of this name; an empty one where the report shows nothing of it. */
  Source source(String file) {
    return sources.computeIfAbsent(
        file, name -> text(name).source(name, digests.getOrDefault(name, unknownDigest), mask));
  }

  private Capture capture(Fields fields) throws BadReportException {
    Source source = source(fields.text("origin"));
    int first = fields.number("startLine", 1);
    int last = Math.max(first, fields.number("endLine", 1));
    TextMap.Builder cut = new TextMap.Builder();
    cut.copy(source.text(), source.lineStart(first), behind(source, last));
    return Capture.cut(source, cut)
        .kind(fields.one("kind", CaptureKind.values(), CaptureKind::id))
        .path(fields.optional("path"))
        .host(fields.optional("host"))
        .fidelity(fields.one("fidelity", Fidelity.values(), EarlierSources::id))
        .extent(fields.one("extent", Extent.values(), EarlierSources::id))
        .build();
  }

  /** Behind the line's end, its newline included. */
  private static int behind(Source source, int line) {
    return Math.min(source.text().length(), source.lineEnd(line) + 1);
  }

  static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** The capture of this id. */
  Capture capture(String id, Fields asking) throws BadReportException {
    Capture capture = captures.get(id);
    if (capture == null) {
      throw asking.missing("id", "capture of its own");
    }
    return capture;
  }

  /** Where a location points to. */
  Span span(Fields location) throws BadReportException {
    String file = location.text("file");
    Source source = source(file);
    int start =
        source.lineStart(location.number("startLine", 1)) + location.number("startColumn", 1) - 1;
    int end = source.lineStart(location.number("endLine", 1)) + location.number("endColumn", 1) - 1;
    if (end < start) {
      throw location.missing("endColumn", "column behind startColumn");
    }
    Optional<String> id = location.optional("capture");
    Capture capture = id.map(captures::get).orElse(null);
    if (capture != null && capture.source() == source) {
      int from = capture.sourceStart(capture.all());
      if (start >= from && end - from <= capture.text().length()) {
        return capture.span(start - from, end - from);
      }
    }
    return whole
        .computeIfAbsent(
            file,
            name ->
                Capture.whole(source).kind(CaptureKind.values()[0]).path(Optional.of(name)).build())
        .span(start, end);
  }
}
