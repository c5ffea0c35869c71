package io.github.viplint.read.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Records of {@code journalctl -o json}, {@code json-pretty}, {@code json-sse} and {@code
 * json-seq}. A value that is not UTF-8 comes as an array of its bytes.
 */
final class JsonFormat implements LogFormat {
  private static final char RECORD_SEPARATOR = '\u001e';
  private static final String EVENT = "data: {";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build(); // a terminal breaks lines

  private final HaproxyHead haproxy;

  JsonFormat(HaproxyHead haproxy) {
    this.haproxy = haproxy;
  }

  @Override
  public boolean begins(String text, int from, int to) {
    if (from >= to) {
      return false;
    }
    char c = text.charAt(from);
    return c == '{' || c == RECORD_SEPARATOR || text.startsWith(EVENT, from);
  }

  @Override
  public boolean structured() {
    return true;
  }

  @Override
  public LogHead head(String record) {
    Map<String, String> fields = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(record.substring(record.indexOf('{')))) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        String value = value(json);
        fields.putIfAbsent(name, value);
      }
    } catch (IOException e) {
      // cut off: what was read before counts
    }
    return fields.containsKey("MESSAGE")
        ? haproxy.in(JournalFields.head(fields, Optional.empty()))
        : LogHead.none(record);
  }

  /** A field that occurs several times is an array of its values. */
  private static String value(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return json.currentToken().isScalarValue() ? json.getText() : "";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String first = null;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        bytes.write(json.getIntValue());
      } else {
        first = first == null ? json.getText() : first;
        json.skipChildren();
      }
    }
    return first == null ? bytes.toString(StandardCharsets.UTF_8) : first;
  }
}
