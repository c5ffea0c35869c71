package io.github.viplint.report;

import io.github.viplint.capture.Secret;
import io.github.viplint.redact.Manifest;
import java.io.IOException;
import java.io.Writer;

/** What was cut out of a shareable copy, for programs. */
public final class JsonManifest {
  private final String version;
  private final Manifest manifest;

  /**
   * @param version of viplint
   */
  public JsonManifest(String version, Manifest manifest) {
    this.version = version;
    this.manifest = manifest;
  }

  /** Writes it, ending with a newline; flushes and does not close. */
  public void write(Writer out) throws IOException {
    Json json = new Json(out);
    json.object(
        () -> {
          json.number("formatVersion", 1);
          json.object(
              "tool",
              () -> {
                json.string("name", "viplint");
                json.string("version", version);
              });
          json.flag("anonymized", manifest.anonymized());
          json.array("files", manifest.files(), entry -> json.object(() -> file(entry, json)));
          json.array(
              "leftOut",
              manifest.leftOut(),
              one ->
                  json.object(
                      () -> {
                        json.string("file", one.file());
                        json.string("reason", one.reason());
                      }));
        });
    json.end();
  }

  private static void file(Manifest.Entry entry, Json json) throws IOException {
    json.string("file", entry.path());
    json.object(
        "cut",
        () -> {
          for (Secret.Kind kind : Secret.Kind.values()) {
            int count = entry.redacted().cut().getOrDefault(kind, 0);
            if (count > 0) {
              json.number(kind.words(), count);
            }
          }
        });
    json.number("repeated", entry.redacted().repeated());
  }
}
