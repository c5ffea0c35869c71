package io.github.viplint.report;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An HTML document being written. All text and all values of attributes are escaped, and what would
 * hide or turn text is made visible.
 */
final class Html {
  private final Writer out;
  private final XMLStreamWriter xml;

  /** What stands inside an element. */
  interface Body {
    void write() throws IOException;
  }

  private interface Step {
    void take() throws XMLStreamException;
  }

  Html(Writer out) throws IOException {
    this.out = out;
    try {
      this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    step(() -> xml.writeDTD("<!DOCTYPE html>\n"));
  }

  /** Ends the document with a newline and flushes it. */
  void end() throws IOException {
    step(xml::flush);
    out.write('\n');
    out.flush();
  }

  /** The names and values of attributes, in turn. */
  static String[] with(String... attributes) {
    return attributes;
  }

  void element(String name, Body body) throws IOException {
    element(name, with(), body);
  }

  void element(String name, String[] attributes, Body body) throws IOException {
    step(() -> xml.writeStartElement(name));
    attributes(attributes);
    body.write();
    step(xml::writeEndElement);
  }

  void element(String name, String text) throws IOException {
    element(name, with(), text);
  }

  void element(String name, String[] attributes, String text) throws IOException {
    element(name, attributes, () -> text(text));
  }

  /** An element that never holds anything. */
  void empty(String name, String... attributes) throws IOException {
    step(() -> xml.writeEmptyElement(name));
    attributes(attributes);
  }

  void text(String text) throws IOException {
    step(() -> xml.writeCharacters(visible(text)));
  }

  private void attributes(String[] attributes) throws IOException {
    for (int i = 0; i < attributes.length; i += 2) {
      String name = attributes[i];
      String value = visible(attributes[i + 1]);
      step(() -> xml.writeAttribute(name, value));
    }
  }

  private static String visible(String text) {
    return text.indexOf('\n') < 0
        ? Visible.of(text)
        : Stream.of(text.split("\n", -1)).map(Visible::of).collect(Collectors.joining("\n"));
  }

  private static void step(Step step) throws IOException {
    try {
      step.take();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
