package io.github.viplint.read.plan;

import io.github.viplint.capture.Capture;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The OVF environment of a virtual machine (DSP0243 §9, {@code vmtoolsd --cmd "info-get
 * guestinfo.ovfEnv"}): {@code <Property oe:key="network.management_ip" oe:value="10.0.0.5/24"/>}.
 * Knows no document type and no entity, whatever the text declares.
 */
final class OvfEnvironment {
  private static final Pattern VALUE = Pattern.compile("[:\\s]value\\s{0,8}=\\s{0,8}([\"'])");
  private static final int MOST_ELEMENTS = 100_000;
  private static final int DEEPEST = 100;
  private static final XMLInputFactory XML = factory();

  private final Capture capture;
  private final PlanBuilder plan;
  private final OvfProperties properties;

  OvfEnvironment(Capture capture, PlanBuilder plan, OvfProperties properties) {
    this.capture = capture;
    this.plan = plan;
    this.properties = properties;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  void read() {
    String text = capture.text();
    int leading = text.length() - text.stripLeading().length();
    int at = leading;
    try {
      XMLStreamReader xml = XML.createXMLStreamReader(new StringReader(text.substring(leading)));
      int depth = 0;
      for (int elements = 0; xml.hasNext() && elements < MOST_ELEMENTS; elements++) {
        int event = xml.next();
        int end =
            Math.min(text.length(), leading + Math.max(0, xml.getLocation().getCharacterOffset()));
        if (event == XMLStreamConstants.DTD) {
          fault(at, "a document type stands here; what follows is not read");
          return;
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          depth++;
          property(xml, Math.min(at, end), end);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
        if (depth > DEEPEST) {
          fault(at, "elements are nested too deep to be read");
          return;
        }
        at = end;
      }
    } catch (XMLStreamException e) {
      fault(at, "from here on it is no XML; what stands before was read");
    }
  }

  private void property(XMLStreamReader xml, int from, int to) {
    if (!xml.getLocalName().equals("Property")) {
      return;
    }
    String key = attribute(xml, "key");
    String value = attribute(xml, "value");
    String element = capture.text().substring(from, to);
    Matcher written = VALUE.matcher(element);
    int start = from;
    int end = to;
    if (written.find()) {
      int closing = element.indexOf(written.group(1), written.end());
      start = from + written.end();
      end = closing < 0 ? to : from + closing;
    }
    properties.put(key, new PlanText(value, start, end));
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private void fault(int at, String message) {
    String text = capture.text();
    int start = Math.min(at, text.length());
    int lf = text.indexOf('\n', start);
    plan.problem(new PlanText("", start, lf < 0 ? text.length() : lf), message);
  }
}
