package io.github.viplint.report;

import io.github.viplint.capture.InputProblem;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.Outcome;
import io.github.viplint.lint.Report.RuleResult;
import io.github.viplint.lint.Severity;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML, for build servers: each rule on each host is a test that passed or was skipped, each
 * finding one that failed, each file that could not be read one that broke. Infos pass.
 */
public final class JunitReport implements ReportFormat {
  @Override
  public String id() {
    return "junit";
  }

  @Override
  public void write(Report report, Writer out, Style style) throws IOException {
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new Writing(report, new Links(report), xml).all();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    out.write('\n');
    out.flush();
  }

  private record Writing(Report report, Links links, XMLStreamWriter xml) {

    void all() throws XMLStreamException {
      List<RuleResult> quiet =
          report.results().stream().filter(one -> one.outcome() != Outcome.FOUND).toList();
      List<InputProblem> unread =
          report.problems().stream().filter(problem -> problem.place().isEmpty()).toList();
      xml.writeStartDocument("UTF-8", "1.0");
      line(0);
      xml.writeStartElement("testsuites");
      line(1);
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "viplint");
      int suppressed = report.suppressed().size();
      count("tests", quiet.size() + report.findings().size() + suppressed + unread.size());
      count("failures", report.count(Severity.ERROR) + report.count(Severity.WARNING));
      count("errors", unread.size());
      count(
          "skipped",
          suppressed + quiet.stream().filter(one -> one.outcome() == Outcome.SKIPPED).count());
      xml.writeAttribute("time", "0");
      for (Report.Entry entry : report.findings()) {
        finding(entry);
      }
      for (Report.Suppressed one : report.suppressed()) {
        suppressed(one);
      }
      for (InputProblem problem : unread) {
        unread(problem);
      }
      for (RuleResult result : quiet) {
        quiet(result);
      }
      for (String stream : List.of("system-out", "system-err")) {
        line(2);
        xml.writeStartElement(stream);
        xml.writeCharacters(
            stream.equals("system-out") ? new CoverageLine(report).text() : problems());
        xml.writeEndElement();
      }
      line(1);
      xml.writeEndElement();
      line(0);
      xml.writeEndElement();
      xml.writeEndDocument();
    }

    private void finding(Report.Entry entry) throws XMLStreamException {
      Finding finding = entry.finding();
      String where = Visible.line(finding.span().place().toString());
      test(entry.lab(), finding.host(), finding.rule() + " at " + where);
      line(3);
      if (finding.severity() == Severity.INFO) {
        xml.writeStartElement("system-out");
      } else {
        xml.writeStartElement("failure");
        xml.writeAttribute("type", finding.severity().id());
        xml.writeAttribute("message", Visible.line(finding.message()));
      }
      xml.writeCharacters(details(entry, where));
      xml.writeEndElement();
      end();
    }

    private void suppressed(Report.Suppressed one) throws XMLStreamException {
      SuppressedRow row = new SuppressedRow(one);
      test(
          one.lab(),
          one.finding().host(),
          one.finding().rule() + " at " + Visible.line(one.finding().span().place().toString()));
      line(3);
      xml.writeEmptyElement("skipped");
      String found = one.finding().severity().id() + " suppressed by " + row.why();
      xml.writeAttribute("message", Visible.line(found + ": " + one.finding().message()));
      end();
    }

    private String details(Report.Entry entry, String where) {
      Finding finding = entry.finding();
      StringBuilder text = new StringBuilder(where).append(": ");
      text.append(Visible.line(finding.message()));
      for (Report.Entry cause : links.causes(entry)) {
        text.append("\ncaused by: ").append(Visible.line(cause.finding().message()));
        text.append("  ").append(CaptureIndex.line(cause.finding().span()));
      }
      if (!finding.help().isEmpty()) {
        text.append("\nhelp: ").append(Visible.line(finding.help()));
      }
      return text.toString();
    }

    private void unread(InputProblem problem) throws XMLStreamException {
      test("inputs", "", Visible.line(problem.file()));
      line(3);
      xml.writeEmptyElement("error");
      xml.writeAttribute("type", "input");
      xml.writeAttribute("message", Visible.line(problem.message()));
      end();
    }

    private void quiet(RuleResult result) throws XMLStreamException {
      test(result.lab(), result.host().orElse(""), result.rule().toString());
      if (result.outcome() == Outcome.SKIPPED) {
        line(3);
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", Visible.line(result.reason()));
      }
      end();
    }

    private String problems() {
      StringBuilder text = new StringBuilder();
      for (InputProblem problem : report.problems()) {
        String where = problem.place().map(Object::toString).orElse(problem.file());
        text.append(Visible.line(where + ": " + problem.message())).append('\n');
      }
      return text.toString();
    }

    private void test(String lab, String host, String name) throws XMLStreamException {
      line(2);
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", Visible.line(host.isEmpty() ? lab : lab + "." + host));
      xml.writeAttribute("name", name);
      xml.writeAttribute("time", "0");
    }

    private void end() throws XMLStreamException {
      line(2);
      xml.writeEndElement();
    }

    private void count(String name, long number) throws XMLStreamException {
      xml.writeAttribute(name, Long.toString(number));
    }

    private void line(int depth) throws XMLStreamException {
      xml.writeCharacters("\n" + "  ".repeat(depth));
    }
  }
}
