package io.github.viplint.read.plan;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Reading;
import io.github.viplint.read.line.Lines;
import io.github.viplint.read.line.Reader;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads OVF properties: the JSON of {@code govc import.spec}, lines {@code key=value}, also as
 * ovftool takes them, and the XML that a virtual machine sees as its OVF environment.
 */
public final class OvfPropertiesReader implements Reader {
  private static final Pattern LINE =
      Pattern.compile(
          "\\s{0,40}(?:--prop:|-p:)?[\"']?"
              + "(?<key>(?:appliance|network|loadbalance|guestinfo\\.dataplaneapi)\\.[a-z_]{1,60})[\"']?\\s{0,8}[=:]\\s{0,8}"
              + "(?<value>.*?)\\s{0,8}[\\\\,]?\\s{0,8}");

  @Override
  public Set<CaptureKind> kinds() {
    return Set.of(CaptureKind.OVF_PROPERTIES);
  }

  @Override
  public Reading read(Capture capture) {
    PlanBuilder plan = new PlanBuilder(capture);
    OvfProperties properties = new OvfProperties(plan);
    String text = capture.text().stripLeading();
    if (text.startsWith("{") || text.startsWith("[")) {
      json(capture, plan, properties);
    } else if (text.startsWith("<")) {
      new OvfEnvironment(capture, plan, properties).read();
    } else {
      lines(capture, properties);
    }
    return plan.reading();
  }

  private static void json(Capture capture, PlanBuilder plan, OvfProperties properties) {
    Documents.json(capture, plan)
        .walk(
            object -> {
              Optional<PlanText> key = object.value("Key");
              Optional<PlanText> value = object.value("Value");
              if (object.isAt("PropertyMapping") && key.isPresent() && value.isPresent()) {
                properties.put(key.get().text(), value.get());
              }
            });
  }

  private static void lines(Capture capture, OvfProperties properties) {
    Lines lines = new Lines(capture);
    while (lines.next()) {
      Matcher line = LINE.matcher(lines.text());
      if (line.matches()) {
        int start = lines.start() + line.start("value");
        properties.put(line.group("key"), unquoted(line.group("value"), start));
      }
    }
  }

  private static PlanText unquoted(String value, int start) {
    boolean quoted =
        value.length() >= 2
            && "\"'".indexOf(value.charAt(0)) >= 0
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted
        ? new PlanText(
            value.substring(1, value.length() - 1), start + 1, start + value.length() - 1)
        : new PlanText(value, start, start + value.length());
  }
}
