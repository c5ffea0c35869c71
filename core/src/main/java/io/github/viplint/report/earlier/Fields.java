package io.github.viplint.report.earlier;

import io.github.viplint.lint.BadReportException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object of a report, asked field by field. A field that is missing or {@code null} is left to
 * the one who asks; a field of another type than it should have spoils the report.
 *
 * @param path where it stands: {@code findings[3].location}
 */
record Fields(String path, Map<?, ?> values) {

  static Fields of(@Nullable Object tree) throws BadReportException {
    if (tree instanceof Map<?, ?> values) {
      return new Fields("", values);
    }
    throw new BadReportException("is no report: a report is a JSON object");
  }

  /** A text that must be there. */
  String text(String name) throws BadReportException {
    Optional<String> text = optional(name);
    if (text.isEmpty()) {
      throw missing(name, "text");
    }
    return text.get();
  }

  Optional<String> optional(String name) throws BadReportException {
    Object value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw missing(name, "text");
  }

  /** A whole number from {@code least} on that must be there. */
  int number(String name, int least) throws BadReportException {
    if (values.get(name) instanceof Integer number && number >= least) {
      return number;
    }
    throw missing(name, "whole number from " + least + " on");
  }

  boolean has(String name) {
    return values.get(name) != null;
  }

  boolean flag(String name) throws BadReportException {
    Object value = values.get(name);
    if (value == null) {
      return false;
    }
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw missing(name, "true or false");
  }

  /** An object that must be there. */
  Fields object(String name) throws BadReportException {
    if (values.get(name) instanceof Map<?, ?> object) {
      return new Fields(path(name), object);
    }
    throw missing(name, "object");
  }

  /** The objects of a list; none where it is missing. */
  List<Fields> objects(String name) throws BadReportException {
    List<?> elements = list(name);
    List<Fields> objects = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      if (!(elements.get(i) instanceof Map<?, ?> object)) {
        throw missing(name + "[" + i + "]", "object");
      }
      objects.add(new Fields(path(name) + "[" + i + "]", object));
    }
    return objects;
  }

  /** All objects in its fields, and in lists of them. */
  List<Fields> below() {
    List<Fields> found = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          List<?> elements =
              value instanceof List<?> list ? list : List.of(value == null ? "" : value);
          for (Object element : elements) {
            if (element instanceof Map<?, ?> object) {
              found.add(new Fields(path(name.toString()), object));
            }
          }
        });
    return found;
  }

  /** The texts of a list; none where it is missing. */
  List<String> texts(String name) throws BadReportException {
    return elements(name, String.class, "text");
  }

  /** The whole numbers of a list; none where it is missing. */
  List<Integer> numbers(String name) throws BadReportException {
    return elements(name, Integer.class, "whole number");
  }

  private <T> List<T> elements(String name, Class<T> type, String what) throws BadReportException {
    List<T> found = new ArrayList<>();
    for (Object element : list(name)) {
      if (!type.isInstance(element)) {
        throw missing(name + "[" + found.size() + "]", what);
      }
      found.add(type.cast(element));
    }
    return found;
  }

  private List<?> list(String name) throws BadReportException {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw missing(name, "list");
  }

  /**
   * The one of {@code all} that the text of a field names.
   *
   * @param ids tells what each is called in a report
   */
  <T> T one(String name, T[] all, Function<T, String> ids) throws BadReportException {
    Map<String, T> byId = new HashMap<>();
    for (T each : all) {
      byId.put(ids.apply(each), each);
    }
    T found = byId.get(text(name));
    if (found == null) {
      throw new BadReportException(path(name) + " is a word that this viplint does not know");
    }
    return found;
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  BadReportException missing(String name, String what) {
    return new BadReportException(
        path(name) + " should be " + ("aeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ") + what);
  }
}
