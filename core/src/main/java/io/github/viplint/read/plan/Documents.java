package io.github.viplint.read.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.viplint.capture.Capture;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JSON or YAML documents of a capture. What stands before a fault is read; the fault is said
 * with its line, and nothing of the text, which may be a secret.
 */
final class Documents {
  private static final JsonFactory JSON =
      JsonFactory.builder().streamReadConstraints(Tree.BOUNDS).build();

  private static final Pattern PAIR = Pattern.compile("[\\x{10000}-\\x{10FFFF}]");

  private final Capture capture;
  private final PlanBuilder plan;
  private final YamlSource source;
  private final String notation;

  private Documents(Capture capture, PlanBuilder plan, YamlSource source, String notation) {
    this.capture = capture;
    this.plan = plan;
    this.source = source;
    this.notation = notation;
  }

  static Documents json(Capture capture, PlanBuilder plan) {
    return new Documents(capture, plan, JSON::createParser, "JSON");
  }

  static Documents yaml(Capture capture, PlanBuilder plan, YamlSource yaml) {
    // YAML's places count code points: two characters of one each take the place of such a pair
    YamlSource counted = text -> yaml.open(PAIR.matcher(text).replaceAll("\uFFFD\uFFFD"));
    return new Documents(capture, plan, counted, "YAML");
  }

  void walk(Tree.Visitor visitor) {
    String text = capture.text();
    Tree.Walk walk = new Tree.Walk(text, visitor);
    try (JsonParser parser = source.open(text)) {
      while (parser.nextToken() != null) {
        walk.token(parser);
      }
    } catch (JsonProcessingException e) {
      fault(e.getLocation());
    } catch (IOException e) {
      fault(null);
    }
    walk.end();
  }

  private void fault(@Nullable JsonLocation location) {
    String text = capture.text();
    long offset = location == null ? -1 : location.getCharOffset();
    int at = (int) Math.max(0, Math.min(offset, text.length()));
    int start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
    int lf = text.indexOf('\n', start);
    int end = lf < 0 ? text.length() : lf;
    plan.problem(
        new PlanText("", start, Math.max(start, end)),
        "from here on it is no " + notation + "; what stands before was read");
  }
}
