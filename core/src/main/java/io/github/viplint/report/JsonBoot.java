package io.github.viplint.report;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Place;
import io.github.viplint.model.Facts;
import io.github.viplint.twin.Boot;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.anyip.AnyipBoot.TakenBack;
import io.github.viplint.twin.appliance.BootLine;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.command.IpText;
import io.github.viplint.twin.haproxy.HaproxyBoot;
import io.github.viplint.twin.routetables.RouteTablesBoot;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A boot for programs. Its schema is the resource {@value #SCHEMA} beside this class. Every field
 * is always there; what is unknown is {@code null}, a list may be empty.
 */
public final class JsonBoot {
  /** The JSON schema, draft 2020-12. */
  public static final String SCHEMA = "boot-1.schema.json";

  private final String host;
  private final Boot boot;
  private final UnaryOperator<String> safe;

  /**
   * @param mask hides secrets
   */
  public JsonBoot(String host, Boot boot, Mask mask) {
    this.host = host;
    this.boot = boot;
    this.safe = text -> mask.shown(text, 0, text.length());
  }

  /** Writes it, ending with a newline; flushes and does not close. */
  public void write(Writer out) throws IOException {
    Json json = new Json(out);
    json.object(
        () -> {
          json.string("host", host);
          json.object(
              "appliance",
              () -> {
                json.string("version", boot.version().version().id());
                json.string("reason", boot.version().reason());
              });
          json.object(
              "anyipRoutes",
              () -> {
                service(
                    boot.anyipRoutes().map(AnyipBoot::result),
                    boot.anyipRoutes().map(AnyipBoot::lines).orElse(List.of()),
                    captures(boot.after().anyipRoutes().stream()),
                    json);
                json.strings(
                    "execStopPost",
                    boot.anyipRoutes().stream()
                        .flatMap(start -> start.takenBack().stream())
                        .map(TakenBack::journal)
                        .map(safe)
                        .toList());
                json.string("restart", boot.rangesRestarted().map(again -> again.result().id()));
              });
          json.object(
              "routeTables",
              () ->
                  service(
                      boot.routeTables().map(RouteTablesBoot::result),
                      boot.routeTables().map(RouteTablesBoot::lines).orElse(List.of()),
                      captures(
                          Stream.concat(
                              boot.after().workloadNetworks().stream(),
                              boot.after().routeTables().stream())),
                      json));
          json.object("haproxy", () -> haproxy(json));
          json.object(
              "state",
              () -> {
                json.strings("rules", IpText.rules(boot.after().kernel(), boot.after().names()));
                json.strings("routes", IpText.routes(boot.after().kernel(), boot.after().names()));
              });
          json.strings("assumed", boot.assumed());
        });
    json.end();
  }

  static List<Capture> captures(Stream<? extends Facts> files) {
    return files.map(Facts::capture).toList();
  }

  private void service(
      Optional<StartResult> result, List<? extends BootLine> lines, List<Capture> files, Json json)
      throws IOException {
    json.string("result", result.orElse(StartResult.NO_CONFIG).id());
    json.array(
        "lines",
        result.isEmpty() ? List.of() : BootRow.all(lines, files, safe),
        row ->
            json.object(
                () -> {
                  json.string("file", row.file());
                  json.number("line", row.line());
                  json.string("text", row.text());
                  json.string("outcome", row.outcome().id());
                  json.string("reason", text(row.reason()));
                  json.strings("journal", row.journal());
                }));
  }

  private void haproxy(Json json) throws IOException {
    HaproxyBoot haproxy = boot.haproxy();
    json.string("result", haproxy.result().id());
    json.string("reason", text(haproxy.reason()));
    json.array(
        "binds",
        haproxy.binds(),
        listener ->
            json.object(
                () -> {
                  Place place = listener.bind().span().place();
                  json.string("file", place.file());
                  json.number("line", place.startLine());
                  json.string("proxy", safe.apply(listener.bind().proxy()));
                  json.string("address", listener.bind().address().map(Object::toString));
                  json.number("port", listener.bind().firstPort());
                  json.string("outcome", listener.outcome().id());
                  json.string("reason", text(safe.apply(listener.reason())));
                }));
  }

  private static Optional<String> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
