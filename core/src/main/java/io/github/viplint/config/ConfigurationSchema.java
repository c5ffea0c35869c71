package io.github.viplint.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.viplint.lint.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JSON schema of {@code .viplint.yaml} for editors, with the codes and names of all rules in
 * place of the shapes that they have.
 */
public final class ConfigurationSchema {
  /** The definition that the rules take the place of. */
  private static final String RULE = "rule";

  private final List<RuleInfo> rules;

  public ConfigurationSchema(List<RuleInfo> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Writes it, ending with a newline; flushes and does not close. */
  public void write(Writer out) throws IOException {
    JsonFactory factory = new JsonFactory();
    try (InputStream in = ConfigurationSchema.class.getResourceAsStream(ConfigurationFile.SCHEMA);
        JsonParser schema = factory.createParser(in);
        JsonGenerator json =
            factory.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      for (JsonToken token = schema.nextToken(); token != null; token = schema.nextToken()) {
        if (isRule(schema)) {
          schema.skipChildren();
          rules(json);
        } else {
          json.copyCurrentEvent(schema);
        }
      }
    }
    out.write('\n');
    out.flush();
  }

  private static boolean isRule(JsonParser schema) throws IOException {
    return schema.currentToken() == JsonToken.START_OBJECT
        && schema.getParsingContext().getParent() != null
        && RULE.equals(schema.getParsingContext().getParent().getCurrentName())
        && schema.getParsingContext().getParent().getParent() != null
        && "$defs".equals(schema.getParsingContext().getParent().getParent().getCurrentName());
  }

  private void rules(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeArrayFieldStart("enum");
    List<String> names =
        rules.stream()
            .flatMap(
                rule -> Stream.concat(Stream.of(rule.code(), rule.name()), rule.aliases().stream()))
            .toList();
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
