package io.github.viplint.read.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object of a JSON or YAML document with its own values; objects inside come by themselves.
 * Nothing of a document is kept but this, however deep or long it is.
 *
 * @param path names down to it, of objects in lists too: {@code load_balancers.address_ranges}
 * @param values texts and numbers; of a list, each of them
 */
record Tree(String path, Map<String, List<PlanText>> values) {
  private static final int MOST_VALUES = 200_000;
  static final int DEEPEST = 100;

  /** What every parser of hostile documents is held to. */
  static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEEPEST)
          .maxStringLength(1 << 20)
          .maxNameLength(1000)
          .maxNumberLength(100)
          .build();

  /** Takes objects, those inside before those around them. */
  interface Visitor {
    void object(Tree object);
  }

  /** The first value of this name. */
  Optional<PlanText> value(String name) {
    return values.getOrDefault(name, List.of()).stream().findFirst();
  }

  List<PlanText> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** Whether the path is, or ends with, these names. */
  boolean isAt(String names) {
    return path.equals(names) || path.endsWith("." + names);
  }

  /**
   * Takes the tokens of a parser, each once, and hands out objects as they end. Works for any
   * depth, which the parser bounds.
   */
  static final class Walk {
    private final String text;
    private final Visitor visitor;
    private final Deque<Frame> open = new ArrayDeque<>();
    private int values;

    Walk(String text, Visitor visitor) {
      this.text = text;
      this.visitor = visitor;
    }

    /** An object or a list; the values of a list are its owner's. */
    private static final class Frame {
      private final boolean list;
      private final String path;
      private final Map<String, List<PlanText>> own;
      private String name;

      Frame(boolean list, String path, Map<String, List<PlanText>> own, String name) {
        this.list = list;
        this.path = path;
        this.own = own;
        this.name = name;
      }

      String inside() {
        return list || name.isEmpty() ? path : path.isEmpty() ? name : path + "." + name;
      }
    }

    /** Takes the parser's current token. */
    void token(JsonParser parser) throws IOException {
      Frame top = open.peek();
      switch (parser.currentToken()) {
        case START_OBJECT ->
            open.push(new Frame(false, top == null ? "" : top.inside(), new LinkedHashMap<>(), ""));
        case START_ARRAY ->
            open.push(
                top == null
                    ? new Frame(true, "", new LinkedHashMap<>(), "")
                    : new Frame(true, top.inside(), top.own, top.name));
        case FIELD_NAME -> {
          if (top != null) {
            top.name = parser.currentName();
          }
        }
        case END_OBJECT, END_ARRAY -> close();
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> {
          if (top != null && values++ < MOST_VALUES) {
            top.own.computeIfAbsent(top.name, key -> new ArrayList<>()).add(scalar(parser));
          }
        }
        default -> {}
      }
    }

    /** Hands out what no token ended: the document is cut off. */
    void end() {
      while (!open.isEmpty()) {
        close();
      }
    }

    private void close() {
      Frame ended = open.poll();
      if (ended != null && !ended.list) {
        visitor.object(new Tree(ended.path, ended.own));
      }
    }

    private PlanText scalar(JsonParser parser) throws IOException {
      int start = (int) parser.currentTokenLocation().getCharOffset();
      String value = parser.getText();
      int end = (int) parser.currentLocation().getCharOffset();
      start = Math.max(0, Math.min(start, text.length()));
      end = Math.max(start, Math.min(end, text.length()));
      int inside = text.substring(start, end).indexOf(value);
      return inside >= 0 && !value.isEmpty()
          ? new PlanText(value, start + inside, start + inside + value.length())
          : new PlanText(value, start, end);
    }
  }
}
