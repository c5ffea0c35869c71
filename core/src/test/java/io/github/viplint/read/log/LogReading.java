package io.github.viplint.read.log;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.log.Signature;
import io.github.viplint.log.Signature.Form;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Facts;
import io.github.viplint.model.Log;
import io.github.viplint.model.LogEntry;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Pasted;
import io.github.viplint.read.line.Reader;
import java.util.List;

/** What the tests of log readers share: a few signatures, and captures of a text. */
public final class LogReading {
  public static final SignatureSet SIGNATURES =
      new SignatureSet(
          List.of(
              signature(
                  "bind",
                  "cannot bind socket",
                  "cannot bind socket (?:\\((?P<reason>[^)]+)\\) )?(?:for )?"
                      + "\\[(?P<address>[0-9.]+):(?P<port>[0-9]+)\\]"),
              signature("adding", "adding route", "^adding route for (?P<range>.+)$"),
              signature("refused", "refused", "(?P<address>[0-9.]+):[0-9]+.* refused"),
              signature("no-route", "no route to host", "(?P<address>[0-9.]+):443: .*no route"),
              signature("eof", "EOF", "\"(?P<url>https[^\"]*)\": EOF"),
              signature("limit", "too quickly", "(?P<unit>\\S+): Start request")));

  private LogReading() {}

  private static Signature signature(String id, String literal, String pattern) {
    return new Signature(
        id, "XX1", List.of(Form.of(literal, pattern)), "", "", "", List.of(), List.of());
  }

  public static Reading read(Reader reader, CaptureKind kind, String text) {
    return reader.read(Pasted.file(kind, text));
  }

  public static <T extends Facts> T fact(Reading reading, Class<T> type) {
    return reading.facts().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  public static Log log(Reading reading) {
    return fact(reading, Log.class);
  }

  public static LogEntry only(Reading reading) {
    List<LogEntry> entries = log(reading).entries();
    if (entries.size() != 1) {
      throw new AssertionError("entries: " + entries);
    }
    return entries.get(0);
  }

  /** The ids of the signatures seen, entry by entry. */
  public static List<String> seen(Reading reading) {
    return log(reading).entries().stream()
        .flatMap(entry -> entry.sightings().stream().map(sighting -> sighting.signature()))
        .toList();
  }
}
