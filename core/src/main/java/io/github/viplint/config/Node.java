package io.github.viplint.config;

import io.github.viplint.capture.Span;
import io.github.viplint.lint.NearestName;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a YAML or JSON file, with the place where it stands. */
sealed interface Node {
  Span span();

  /** What was found, in words. */
  String called();

  enum Type {
    TEXT,
    NUMBER,
    TRUE,
    FALSE,
    NOTHING
  }

  /**
   * A single value.
   *
   * @param text as written, without quotes
   */
  record Scalar(Span span, Type type, String text) implements Node {
    @Override
    public String called() {
      return switch (type) {
        case TEXT -> "text";
        case NUMBER -> "the number " + shortened() + " (in quotes it is text)";
        case TRUE, FALSE -> shortened() + " (in quotes it is text)";
        case NOTHING -> "nothing";
      };
    }

    /** Fit for a message. */
    String shortened() {
      return Node.shortened(text);
    }
  }

  /** A list. */
  record Items(Span span, List<Node> items) implements Node {
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String called() {
      return "a list";
    }
  }

  /** A key with its value. */
  record Field(Scalar key, Node value) {}

  /**
   * A mapping.
   *
   * @param fields by key, in the order written
   */
  record Mapping(Span span, Map<String, Field> fields) implements Node {
    @Override
    public String called() {
      return "a mapping";
    }

    /** Refuses keys other than these. */
    void only(String... known) throws ConfigurationException {
      List<String> names = Arrays.asList(known);
      for (Field field : fields.values()) {
        String key = field.key().text();
        if (!names.contains(key)) {
          String meant =
              NearestName.to(key, names).map(name -> "; did you mean `" + name + "`?").orElse("");
          throw new ConfigurationException(
              field.key().span(),
              "`"
                  + Node.shortened(key)
                  + "` is no setting here"
                  + meant
                  + " (there are: "
                  + String.join(", ", names)
                  + ")");
        }
      }
    }

    Optional<Node> get(String key) {
      return Optional.ofNullable(fields.get(key)).map(Field::value);
    }

    Node needed(String key) throws ConfigurationException {
      Field field = fields.get(key);
      if (field == null) {
        throw new ConfigurationException(span, "`" + key + "` is missing");
      }
      return field.value();
    }
  }

  /** The text that it has to be. */
  default Scalar text(String wanted) throws ConfigurationException {
    if (this instanceof Scalar scalar && scalar.type() == Type.TEXT && !scalar.text().isBlank()) {
      return scalar;
    }
    throw notWanted(wanted);
  }

  /** The items of the list that it has to be, none twice. */
  default List<Node> items(String wanted) throws ConfigurationException {
    if (this instanceof Items list) {
      return list.items();
    }
    throw notWanted(wanted);
  }

  /** The mapping that it has to be. */
  default Mapping mapping(String wanted) throws ConfigurationException {
    if (this instanceof Mapping mapping) {
      return mapping;
    }
    throw notWanted(wanted);
  }

  private ConfigurationException notWanted(String wanted) {
    boolean blank = this instanceof Scalar scalar && scalar.text().isBlank();
    return new ConfigurationException(
        span(), "expected " + wanted + ", found " + (blank ? "nothing" : called()));
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
