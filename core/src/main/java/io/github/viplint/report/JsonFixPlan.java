package io.github.viplint.report;

import io.github.viplint.capture.Place;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.FixPlan;
import io.github.viplint.lint.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * A plan for programs. Its schema is the resource {@value #SCHEMA} beside this class. Every field
 * is always there; what is unknown is {@code null}, a list may be empty.
 */
public final class JsonFixPlan {
  /** The JSON schema, draft 2020-12. */
  public static final String SCHEMA = "fix-1.schema.json";

  private final FixPlan plan;
  private final List<FixPlan.Written> written;

  /**
   * @param written what became of the files; empty when nothing was to be written
   */
  public JsonFixPlan(FixPlan plan, List<FixPlan.Written> written) {
    this.plan = plan;
    this.written = List.copyOf(written);
  }

  /** Writes it, ending with a newline; flushes and does not close. */
  public void write(Writer out) throws IOException {
    Json json = new Json(out);
    json.object(
        () -> {
          json.number("formatVersion", 1);
          json.flag("complete", plan.complete());
          json.array("fixes", plan.steps(), step -> step(step, json));
          json.array(
              "files",
              plan.changes().stream().filter(change -> change.file().isPresent()).toList(),
              change -> file(change, json));
          json.array("then", plan.commands(), commands -> then(commands, json));
          json.array("left", plan.after().findings(), entry -> left(entry, json));
        });
    json.end();
  }

  private void step(FixPlan.Step step, Json json) throws IOException {
    json.object(
        () -> {
          finding(step.cured(), json);
          json.string("title", step.fix().title());
          json.string("safety", step.fix().safety().id());
          json.strings(
              "brings",
              step.brings().stream().map(entry -> entry.finding().rule().code()).toList());
        });
  }

  private static void finding(Report.Entry entry, Json json) throws IOException {
    Finding finding = entry.finding();
    Place place = finding.span().place();
    json.string("rule", finding.rule().code());
    json.string("severity", finding.severity().id());
    json.string("lab", entry.lab());
    json.string("host", finding.host());
    json.string("message", finding.message());
    json.string("file", place.file());
    json.number("line", place.startLine());
    json.string("fingerprint", entry.fingerprint());
  }

  private void file(FixPlan.Change change, Json json) throws IOException {
    String name = change.before().source().file();
    Optional<FixPlan.Written> became =
        written.stream().filter(one -> one.file().equals(name)).findFirst();
    List<String> rows = new UnifiedDiff(change).rows();
    json.object(
        () -> {
          json.string("file", name);
          json.string("sha256", change.before().source().sha256());
          json.string("diff", String.join("\n", rows) + "\n");
          json.flag("masked", new UnifiedDiff(change).isMasked(rows));
          json.flag("written", became.filter(one -> one.refused().isEmpty()).isPresent());
          json.string("refused", became.flatMap(FixPlan.Written::refused));
        });
  }

  private static void then(FixPlan.Commands commands, Json json) throws IOException {
    json.object(
        () -> {
          json.string("lab", commands.lab());
          json.string("host", commands.host());
          json.strings("commands", commands.commands());
          json.strings("elsewhere", commands.elsewhere());
        });
  }

  private static void left(Report.Entry entry, Json json) throws IOException {
    json.object(
        () -> {
          finding(entry, json);
          json.array("fixes", entry.finding().fixes(), fix -> fix(fix, json));
        });
  }

  private static void fix(Fix fix, Json json) throws IOException {
    json.object(
        () -> {
          json.string("title", fix.title());
          json.string("safety", fix.safety().id());
          json.string("reason", fix.unproven());
          json.strings("commands", fix.commands());
        });
  }
}
