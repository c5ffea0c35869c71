package io.github.viplint.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.log.Signature;
import io.github.viplint.log.Signature.Form;
import io.github.viplint.log.SignatureSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads log signatures from YAML, and checks that each matches its examples and none of its
 * look-alikes.
 *
 * <pre>{@code
 * parts:                     # text to put in place of ${address} in patterns; may use earlier ones
 *   address: '(?P<address>[0-9.]+)'
 * rules:                     # of your own; signatures may name built-in rules as well
 *   - {code: LAB101, name: proxy-refused, severity: warning, summary: the proxy refused somebody}
 * signatures:
 *   - id: proxy-refused
 *     rule: LAB101
 *     forms:
 *       - {literal: 'refused by proxy', pattern: 'refused by proxy ${address}', head: false}
 *     meaning: the proxy refused a connection
 *     fix: ask the proxy's owner
 *     source: the manual of the proxy
 *     matches: [refused by proxy 10.0.0.1]
 *     differs: [asked by proxy 10.0.0.1]
 * }</pre>
 */
public final class SignatureFile {
  private static final long MOST_BYTES = 4 << 20;

  private final Path file;
  private final JsonParser yaml;
  private final Map<String, String> parts = new LinkedHashMap<>();
  private final List<RuleInfo> rules = new ArrayList<>();
  private final List<Signature> signatures = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  private SignatureFile(Path file, JsonParser yaml) {
    this.file = file;
    this.yaml = yaml;
  }

  /** What a file holds. */
  public record Content(List<RuleInfo> rules, List<Signature> signatures) {
    public Content {
      rules = List.copyOf(rules);
      signatures = List.copyOf(signatures);
    }
  }

  /**
   * Reads a file of signatures.
   *
   * @throws ConfigurationException when it can't be read, is no YAML, holds what viplint does not
   *     know, or an example does not do what it is an example of
   */
  public static Content read(Path file) throws ConfigurationException {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ConfigurationException(file + ": is too large for a file of signatures");
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      try (JsonParser yaml = new YAMLFactory().createParser(text)) {
        SignatureFile read = new SignatureFile(file, yaml);
        read.all();
        return new Content(read.rules, read.signatures);
      }
    } catch (JsonProcessingException e) {
      throw new ConfigurationException(
          file
              + lineOf(e.getLocation())
              + ": is no YAML: "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new ConfigurationException(file + ": can't be read");
    }
  }

  private void all() throws IOException, ConfigurationException {
    yaml.nextToken();
    expect(JsonToken.START_OBJECT, "a mapping with `signatures:`");
    while (yaml.nextToken() == JsonToken.FIELD_NAME) {
      String key = yaml.currentName();
      switch (key) {
        case "parts" -> parts();
        case "rules" -> each("rules", this::rule);
        case "signatures" -> each("signatures", this::signature);
        default -> throw problem("`" + key + "` is none of parts, rules, signatures");
      }
    }
  }

  private interface Step {
    void run() throws IOException, ConfigurationException;
  }

  private void each(String name, Step step) throws IOException, ConfigurationException {
    yaml.nextToken();
    expect(JsonToken.START_ARRAY, "`" + name + "` to be a list");
    while (yaml.nextToken() != JsonToken.END_ARRAY) {
      step.run();
    }
  }

  private void parts() throws IOException, ConfigurationException {
    yaml.nextToken();
    expect(JsonToken.START_OBJECT, "`parts` to be a mapping");
    while (yaml.nextToken() == JsonToken.FIELD_NAME) {
      String name = yaml.currentName();
      parts.put(name, expanded(string(name)));
    }
  }

  private void rule() throws IOException, ConfigurationException {
    JsonLocation start = yaml.currentTokenLocation();
    Map<String, String> fields = new LinkedHashMap<>();
    expect(JsonToken.START_OBJECT, "a rule with code, name, severity and summary");
    while (yaml.nextToken() == JsonToken.FIELD_NAME) {
      String key = yaml.currentName();
      known(key, "code", "name", "severity", "summary");
      fields.put(key, string(key));
    }
    try {
      rules.add(
          RuleInfo.of(
              needed(fields, "code", start),
              needed(fields, "name", start),
              Severity.valueOf(needed(fields, "severity", start).toUpperCase(Locale.ROOT)),
              needed(fields, "summary", start)));
    } catch (IllegalArgumentException e) {
      throw problem(
          start,
          "a rule has a code such as LAB101, a name such as proxy-refused, and the severity error,"
              + " warning or info");
    }
  }

  private void signature() throws IOException, ConfigurationException {
    JsonLocation start = yaml.currentTokenLocation();
    Map<String, String> fields = new LinkedHashMap<>();
    List<Form> forms = new ArrayList<>();
    List<String> matches = new ArrayList<>();
    List<String> differs = new ArrayList<>();
    expect(JsonToken.START_OBJECT, "a signature with id, rule, forms and meaning");
    while (yaml.nextToken() == JsonToken.FIELD_NAME) {
      String key = yaml.currentName();
      switch (key) {
        case "forms" -> each(key, () -> forms.add(form()));
        case "matches" -> each(key, () -> matches.add(text(key)));
        case "differs" -> each(key, () -> differs.add(text(key)));
        default -> {
          known(key, "id", "rule", "meaning", "fix", "source", "forms", "matches", "differs");
          fields.put(key, string(key));
        }
      }
    }
    String id = needed(fields, "id", start);
    if (forms.isEmpty() || matches.isEmpty()) {
      throw problem(start, id + " needs forms, and examples that match");
    }
    if (!ids.add(id)) {
      throw problem(start, "two signatures are called " + id);
    }
    Signature signature =
        new Signature(
            id,
            needed(fields, "rule", start),
            forms,
            needed(fields, "meaning", start),
            fields.getOrDefault("fix", ""),
            fields.getOrDefault("source", ""),
            matches,
            differs);
    checkExamples(signature, start);
    signatures.add(signature);
  }

  private Form form() throws IOException, ConfigurationException {
    JsonLocation start = yaml.currentTokenLocation();
    Map<String, String> fields = new LinkedHashMap<>();
    expect(JsonToken.START_OBJECT, "a form with literal and pattern");
    while (yaml.nextToken() == JsonToken.FIELD_NAME) {
      String key = yaml.currentName();
      known(key, "literal", "pattern", "head");
      fields.put(key, string(key));
    }
    String literal = needed(fields, "literal", start);
    String pattern = expanded(needed(fields, "pattern", start));
    Form form =
        fields.getOrDefault("head", "false").equals("true")
            ? Form.withHead(literal, pattern)
            : Form.of(literal, pattern);
    Optional<String> fault = form.fault();
    if (fault.isPresent()) {
      throw problem(start, "is no RE2 pattern: " + fault.get());
    }
    return form;
  }

  private void checkExamples(Signature signature, JsonLocation start)
      throws ConfigurationException {
    SignatureSet alone = new SignatureSet(List.of(signature));
    for (String example : signature.matches()) {
      if (alone.match(example).isEmpty()) {
        throw problem(start, signature.id() + " does not match its example: " + example);
      }
    }
    for (String example : signature.differs()) {
      if (!alone.match(example).isEmpty()) {
        throw problem(start, signature.id() + " matches what it must not: " + example);
      }
    }
    for (Form form : signature.forms()) {
      boolean used = signature.matches().stream().anyMatch(form::matches);
      if (!used) {
        throw problem(start, "no example of " + signature.id() + " has the form " + form);
      }
    }
  }

  private String expanded(String pattern) throws ConfigurationException {
    String expanded = pattern;
    for (Map.Entry<String, String> part : parts.entrySet()) {
      expanded = expanded.replace("${" + part.getKey() + "}", part.getValue());
    }
    if (expanded.contains("${")) {
      throw problem("names a part that is not defined above: " + pattern);
    }
    return expanded;
  }

  private String string(String key) throws IOException, ConfigurationException {
    yaml.nextToken();
    return text(key);
  }

  private String text(String key) throws IOException, ConfigurationException {
    if (!yaml.currentToken().isScalarValue()) {
      throw problem("expected `" + key + "` to hold text");
    }
    return yaml.getText();
  }

  private void known(String key, String... known) throws ConfigurationException {
    if (!Set.of(known).contains(key)) {
      throw problem("`" + key + "` is none of " + String.join(", ", known));
    }
  }

  private String needed(Map<String, String> fields, String key, JsonLocation start)
      throws ConfigurationException {
    String value = fields.get(key);
    if (value == null || value.isBlank()) {
      throw problem(start, "`" + key + "` is missing");
    }
    return value;
  }

  private void expect(JsonToken token, String wanted) throws ConfigurationException {
    if (yaml.currentToken() != token) {
      throw problem("expected " + wanted);
    }
  }

  private ConfigurationException problem(String message) {
    return problem(yaml.currentTokenLocation(), message);
  }

  private ConfigurationException problem(JsonLocation at, String message) {
    return new ConfigurationException(file + lineOf(at) + ": " + message);
  }

  private static String lineOf(JsonLocation location) {
    return location == null ? "" : ":" + location.getLineNr();
  }
}
