package io.github.viplint.read.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The messages in what vCenter's API answers, wherever they stand in it: objects with a {@code
 * default_message}. Severity and status stand around them (vSphere Automation API, {@code
 * Vcenter.NamespaceManagement.Clusters.Message} and {@code Condition}). Never holds the document.
 */
final class WcpMessages {
  private static final int MOST = 10_000;
  private static final String ERROR = "error";
  private static final Pattern BREAK = Pattern.compile("\\s*\\R\\s*");
  private static final Set<String> STATUS = Set.of("config_status", "kubernetes_status");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS) // a terminal breaks lines
          .build();

  /**
   * One message.
   *
   * @param text as vCenter words it in English, with its id
   * @param severity in lower case; {@code info} where none is told
   * @param start of the text in the document, with its quote
   * @param end just behind it
   */
  record Message(String text, String severity, int start, int end) {
    private Message with(String other) {
      return new Message(text, other, start, end);
    }
  }

  /** An object that is being read: its own values, and the messages below it. */
  private static final class Part {
    private final Map<String, String> values = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<Message> faults = new ArrayList<>();
    private int start;
    private int end;
  }

  private final List<Message> messages = new ArrayList<>();
  private final Map<String, String> status = new HashMap<>();
  private final Deque<Part> open = new ArrayDeque<>();
  private Optional<Integer> broken = Optional.empty();

  private WcpMessages() {}

  /** Takes each token before it is looked at here. */
  @FunctionalInterface
  interface Tokens {
    void token(JsonParser json) throws IOException;
  }

  /**
   * Reads as far as it goes.
   *
   * @param others looks for other things in the same document
   */
  static WcpMessages in(String text, Tokens others) {
    WcpMessages read = new WcpMessages();
    try (JsonParser json = JSON.createParser(text)) {
      read.all(json, others);
    } catch (IOException e) {
      read.breakOff(text.length(), e);
    }
    return read;
  }

  private void breakOff(int length, IOException e) {
    long at =
        e instanceof com.fasterxml.jackson.core.JacksonException failed
                && failed.getLocation() != null
            ? failed.getLocation().getCharOffset()
            : length;
    broken = Optional.of((int) Math.max(0, Math.min(at, length)));
    while (!open.isEmpty()) {
      open.peek().faults.clear(); // what explains them may be in the lost part
      close();
    }
  }

  List<Message> messages() {
    return messages;
  }

  /** A value of the outermost object, or of the first of several. */
  Optional<String> value(String key) {
    return Optional.ofNullable(status.get(key));
  }

  /** Where it is no JSON any more. */
  Optional<Integer> broken() {
    return broken;
  }

  private void all(JsonParser json, Tokens others) throws IOException {
    for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
      others.token(json);
      if (token == JsonToken.START_OBJECT) {
        open.push(new Part());
      } else if (token == JsonToken.END_OBJECT) {
        close();
      } else if (token == JsonToken.VALUE_STRING && json.currentName() != null) {
        value(json);
      }
    }
  }

  private void value(JsonParser json) throws IOException {
    Part part = open.peek();
    if (part == null) {
      return;
    }
    String name = json.currentName();
    int start = (int) json.currentTokenLocation().getCharOffset();
    part.values.putIfAbsent(name, BREAK.matcher(json.getText()).replaceAll(" "));
    int end = (int) json.currentLocation().getCharOffset();
    if (name.equals("default_message")) {
      part.start = start;
      part.end = end;
    } else if (STATUS.contains(name) && json.getText().equals("ERROR")) {
      part.faults.add(new Message(name + " is ERROR, and no message says why", ERROR, start, end));
    }
  }

  private void close() {
    Part part = open.pop();
    String text = part.values.get("default_message");
    if (text != null && part.end > part.start) {
      String id = part.values.get("id");
      part.messages.add(
          new Message(id == null ? text : text + " (" + id + ")", "", part.start, part.end));
    }
    String severity = severity(part.values);
    List<Message> told =
        part.messages.stream()
            .map(message -> message.severity().isEmpty() ? message.with(severity) : message)
            .toList();
    Part outer = open.peek();
    if (outer != null) {
      outer.messages.addAll(told);
    } else {
      part.values.forEach(status::putIfAbsent);
      boolean explained = told.stream().anyMatch(message -> message.severity().equals(ERROR));
      Stream.concat(told.stream(), explained ? Stream.empty() : part.faults.stream())
          .map(message -> message.severity().isEmpty() ? message.with("info") : message)
          .limit(MOST - (long) messages.size())
          .forEach(messages::add);
    }
  }

  /** A condition that is met says so in words, which are no complaint. */
  private static String severity(Map<String, String> values) {
    return "TRUE".equals(values.get("status"))
        ? "info"
        : values.getOrDefault("severity", "").toLowerCase(Locale.ROOT);
  }
}
