package io.github.viplint.report;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Place;
import io.github.viplint.model.RouteAnswers.RouteAnswer;
import io.github.viplint.twin.route.Agreement;
import io.github.viplint.twin.route.Answer;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Ways of packets for programs: an array, one object for each destination, in order. Its schema is
 * the resource {@value #SCHEMA} beside this class. Every field is always there; what there is not
 * is {@code null}, a list may be empty.
 */
public final class JsonRoute {
  /** The JSON schema, draft 2020-12. */
  public static final String SCHEMA = "route-1.schema.json";

  private final List<Way> ways;
  private final UnaryOperator<String> safe;

  /**
   * @param mask hides secrets
   */
  public JsonRoute(List<Way> ways, Mask mask) {
    this.ways = List.copyOf(ways);
    this.safe = text -> mask.shown(text, 0, text.length());
  }

  /** Writes it, ending with a newline; flushes and does not close. */
  public void write(Writer out) throws IOException {
    Json json = new Json(out);
    json.array(ways, way -> json.object(() -> way(way, json)));
    json.end();
  }

  private void way(Way way, Json json) throws IOException {
    Answer answer = way.answer();
    json.string("destination", way.flow().destination().toString());
    json.string("from", way.flow().from().map(IPAddress::toString));
    json.string("host", way.host());
    json.string("action", answer.action().id());
    json.string("device", answer.device().map(safe));
    json.string("via", answer.via().map(IPAddress::toString));
    json.string("src", answer.source().map(IPAddress::toString));
    json.string("table", answer.table().map(safe));
    json.string("reason", answer.reason().map(safe));
    json.strings("missing", answer.missing().stream().map(safe).toList());
    json.strings("assumed", answer.assumed().stream().map(safe).toList());
    json.array("captured", way.captured(), one -> json.object(() -> captured(one, answer, json)));
    json.array("trace", answer.trace(), step -> json.object(() -> step(step, json)));
  }

  private void captured(RouteAnswer captured, Answer answer, Json json) throws IOException {
    Place place = captured.span().place();
    json.string("file", place.file());
    json.number("line", place.startLine());
    json.string("text", captured.span().shown());
    json.string("says", Agreement.of(captured, answer).name().toLowerCase(Locale.ROOT));
  }

  private void step(Answer.Step step, Json json) throws IOException {
    json.number("priority", step.rule().priority());
    json.string("rule", safe.apply(step.rule().shown()));
    json.string("table", Optional.of(step).flatMap(Answer.Step::table).map(safe));
    json.string("outcome", safe.apply(step.outcome()));
  }
}
