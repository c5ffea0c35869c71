package io.github.viplint.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * A JSON text being written: indented, in ASCII only, so that neither a terminal nor a wrong
 * charset is fooled by what it quotes.
 */
final class Json {
  private final Writer out;
  private final JsonGenerator json;

  /** A value that is written by and by. */
  interface Body {
    void write() throws IOException;
  }

  /** How one element of a list is written. */
  interface Element<T> {
    void write(T element) throws IOException;
  }

  Json(Writer out) throws IOException {
    this.out = out;
    JsonFactory factory = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    this.json = factory.createGenerator(out);
    json.setCharacterEscapes(new DeleteToo());
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    json.setPrettyPrinter(printer);
  }

  /** Ends the text with a newline and flushes it. */
  void end() throws IOException {
    json.close();
    out.write('\n');
    out.flush();
  }

  void object(Body body) throws IOException {
    json.writeStartObject();
    body.write();
    json.writeEndObject();
  }

  void object(String name, Body body) throws IOException {
    json.writeFieldName(name);
    object(body);
  }

  <T> void array(List<T> elements, Element<T> element) throws IOException {
    json.writeStartArray();
    for (T each : elements) {
      element.write(each);
    }
    json.writeEndArray();
  }

  <T> void array(String name, List<T> elements, Element<T> element) throws IOException {
    json.writeFieldName(name);
    array(elements, element);
  }

  void strings(String name, List<String> values) throws IOException {
    array(name, values, json::writeString);
  }

  void string(String name, String value) throws IOException {
    json.writeStringField(name, value);
  }

  /** The value, or {@code null} where there is none. */
  void string(String name, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }

  void number(String name, long value) throws IOException {
    json.writeNumberField(name, value);
  }

  void number(long value) throws IOException {
    json.writeNumber(value);
  }

  void flag(String name, boolean value) throws IOException {
    json.writeBooleanField(name, value);
  }

  void nothing(String name) throws IOException {
    json.writeNullField(name);
  }

  /** The standard escapes, and DEL. */
  private static final class DeleteToo extends CharacterEscapes {
    private final int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();

    DeleteToo() {
      escapes[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return escapes.clone();
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      throw new IllegalStateException("only standard escapes are used");
    }
  }
}
