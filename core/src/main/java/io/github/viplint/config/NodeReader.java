package io.github.viplint.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.Span;
import io.github.viplint.config.Node.Field;
import io.github.viplint.config.Node.Items;
import io.github.viplint.config.Node.Mapping;
import io.github.viplint.config.Node.Scalar;
import io.github.viplint.config.Node.Type;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a YAML or JSON file as nodes that know their place. Size, depth and number of parts are
 * bounded, and nothing stands for another part: no anchors, no tags, no second document.
 */
final class NodeReader {
  private static final int DEEPEST = 16;
  private static final int MOST_NODES = 200_000;

  private final Capture capture;
  private final JsonParser parser;
  private final int[] offsets;
  private int nodes;

  private NodeReader(Capture capture, JsonParser parser, int[] offsets) {
    this.capture = capture;
    this.parser = parser;
    this.offsets = offsets;
  }

  /**
   * The only document of a YAML file.
   *
   * @param shown what to call the file
   * @return empty when there is nothing but comments in it
   * @throws ConfigurationException when it can't be read, is too large or no YAML
   */
  static Optional<Node> yaml(Path file, String shown, int mostBytes) throws ConfigurationException {
    Capture capture = capture(file, shown, mostBytes);
    // YAML's places count code points
    int[] offsets = codePoints(capture.text());
    return read(capture, "YAML", () -> new YAMLFactory().createParser(capture.text()), offsets);
  }

  /**
   * The value in a JSON file.
   *
   * @throws ConfigurationException when it can't be read, is too large or no JSON
   */
  static Optional<Node> json(Path file, String shown, int mostBytes) throws ConfigurationException {
    Capture capture = capture(file, shown, mostBytes);
    return read(capture, "JSON", () -> new JsonFactory().createParser(capture.text()), new int[0]);
  }

  private interface Opening {
    JsonParser open() throws IOException;
  }

  private static Optional<Node> read(Capture capture, String format, Opening opening, int[] offsets)
      throws ConfigurationException {
    try (JsonParser parser = opening.open()) {
      return new NodeReader(capture, parser, offsets).document();
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where = at == null ? "" : ":" + at.getLineNr() + ":" + Math.max(1, at.getColumnNr());
      String why = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new ConfigurationException(
          capture.source().file() + where + ": is no " + format + ": " + why);
    } catch (IOException e) {
      throw new ConfigurationException(capture.source().file() + ": can't be read");
    }
  }

  private static Capture capture(Path file, String shown, int mostBytes)
      throws ConfigurationException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw new ConfigurationException(shown + ": is larger than " + mostBytes + " bytes");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String read = text.startsWith("\uFEFF") ? text.substring(1) : text;
      Source source = new Source(shown, read, StandardCharsets.UTF_8, "", Mask.NONE);
      return Capture.whole(source).kind(CaptureKind.CONFIGURATION).build();
    } catch (CharacterCodingException e) {
      throw new ConfigurationException(shown + ": is no UTF-8 text");
    } catch (NoSuchFileException e) {
      throw new ConfigurationException(shown + ": can't be read: there is no such file");
    } catch (IOException e) {
      throw new ConfigurationException(shown + ": can't be read");
    }
  }

  /** Where each code point begins; empty where every character is one. */
  private static int[] codePoints(String text) {
    if (text.codePointCount(0, text.length()) == text.length()) {
      return new int[0];
    }
    int[] starts = new int[text.codePointCount(0, text.length()) + 1];
    int at = 0;
    for (int i = 0; i < starts.length - 1; i++) {
      starts[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    starts[starts.length - 1] = at;
    return starts;
  }

  private Optional<Node> document() throws IOException, ConfigurationException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return Optional.empty();
    }
    Node root = node(0);
    if (parser.nextToken() != null) {
      throw new ConfigurationException(at(), "a second document; there can be one only");
    }
    boolean empty = root instanceof Scalar scalar && scalar.type() == Type.NOTHING;
    return empty ? Optional.empty() : Optional.of(root);
  }

  private Node node(int depth) throws IOException, ConfigurationException {
    if (++nodes > MOST_NODES || depth > DEEPEST) {
      throw new ConfigurationException(
          at(), depth > DEEPEST ? "nested too deep" : "holds too many parts");
    }
    refuseReferences();
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(depth);
      case START_ARRAY -> items(depth);
      default -> scalar();
    };
  }

  private void refuseReferences() throws IOException, ConfigurationException {
    boolean alias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
    if (alias || parser.getObjectId() != null || parser.getTypeId() != null) {
      throw new ConfigurationException(
          at(), "anchors (&), aliases (*) and tags (!) are not read; write out what is meant");
    }
  }

  private Items items(int depth) throws IOException, ConfigurationException {
    Span start = at();
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(depth + 1));
    }
    return new Items(start.to(end()), items);
  }

  private Mapping mapping(int depth) throws IOException, ConfigurationException {
    Span start = at();
    Map<String, Field> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      refuseReferences();
      Scalar key = scalar(Type.TEXT, parser.currentName());
      parser.nextToken();
      Node value = node(depth + 1);
      Field before = fields.putIfAbsent(key.text(), new Field(key, value));
      if (before != null) {
        throw new ConfigurationException(
            key.span(),
            "`"
                + key.shortened()
                + "` is there already, in line "
                + before.key().span().place().startLine());
      }
    }
    return new Mapping(start.to(end()), fields);
  }

  private Scalar scalar() throws IOException {
    Type type =
        switch (parser.currentToken()) {
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Type.NUMBER;
          case VALUE_TRUE -> Type.TRUE;
          case VALUE_FALSE -> Type.FALSE;
          case VALUE_NULL -> Type.NOTHING;
          default -> Type.TEXT;
        };
    return scalar(type, type == Type.NOTHING ? "" : parser.getText());
  }

  private Scalar scalar(Type type, String text) {
    return new Scalar(at().to(end()), type, text);
  }

  /** Where the current token begins. */
  private Span at() {
    int start = offset(parser.currentTokenLocation());
    return capture.span(start, start);
  }

  /** Where it ends, without the blank that YAML counts to a block. */
  private Span end() {
    int start = offset(parser.currentTokenLocation());
    int end = Math.max(start, offset(parser.currentLocation()));
    while (end > 0 && Character.isWhitespace(capture.text().charAt(end - 1))) {
      end--;
    }
    return capture.span(end, end);
  }

  private int offset(JsonLocation location) {
    long count = Math.max(0, location.getCharOffset());
    if (offsets.length > 0) {
      return offsets[(int) Math.min(count, offsets.length - 1)];
    }
    return (int) Math.min(count, capture.text().length());
  }
}
