package io.github.viplint.read.plan;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.config.Yaml;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Plan;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Readers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A text read as a plan. */
record ReadPlan(Reading reading) {

  static ReadPlan of(CaptureKind kind, String text) {
    Source source = new Source("plan", text, StandardCharsets.UTF_8, "", Mask.NONE);
    Capture capture = Capture.whole(source).kind(kind).build();
    return new ReadPlan(new Readers(new SignatureSet(List.of()), Yaml::parser).read(capture));
  }

  List<Planned> entries() {
    return reading.facts().stream()
        .filter(Plan.class::isInstance)
        .flatMap(plan -> ((Plan) plan).entries().stream())
        .toList();
  }

  /** {@code 3: gateway of management 10.0.0.1}, with the line where it stands. */
  List<String> told() {
    return entries().stream()
        .map(
            one ->
                one.span().place().startLine()
                    + ": "
                    + one.label()
                    + " "
                    + one.cidr().map(Object::toString).orElse(one.range().toString())
                    + (one.port().isPresent() ? ":" + one.port().getAsInt() : ""))
        .toList();
  }

  /** {@code 3: there is no such address}. */
  List<String> problems() {
    return reading.problems().stream()
        .map(problem -> problem.place().orElseThrow().startLine() + ": " + problem.message())
        .toList();
  }
}
