package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class JunitReportTest {

  private static Document xml(Report report) throws Exception {
    String text = GoldenReportTest.written("junit", Style.PLAIN, report);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  @Test
  void itsCountsAreThoseOfItsTests() throws Exception {
    for (Report report : new Report[] {Samples.brokenRange(), Samples.healthy(), Samples.empty()}) {
      Document xml = xml(report);
      var suite = xml.getElementsByTagName("testsuite").item(0).getAttributes();
      assertThat(suite.getNamedItem("tests").getNodeValue()).isEqualTo(count(xml, "testcase"));
      assertThat(suite.getNamedItem("failures").getNodeValue()).isEqualTo(count(xml, "failure"));
      assertThat(suite.getNamedItem("errors").getNodeValue()).isEqualTo(count(xml, "error"));
      assertThat(suite.getNamedItem("skipped").getNodeValue()).isEqualTo(count(xml, "skipped"));
    }
  }

  private static String count(Document xml, String element) {
    return Integer.toString(xml.getElementsByTagName(element).getLength());
  }

  @Test
  void whatXmlCannotHoldIsMadeVisible() throws Exception {
    SampleLab lab =
        new SampleLab().capture("a.txt", CaptureKind.ANYIP_ROUTES, "haproxy", "", "x\n");
    Report report =
        lab.rule(
                "VL102",
                "anyip-unparsable-line",
                Severity.ERROR,
                (host, findings) ->
                    findings
                        .at(host, lab.span("a.txt", "x"), "<x> \u0001 ]]> & \ufffe \ud800")
                        .report())
            .report();

    assertThat(
            xml(report)
                .getElementsByTagName("failure")
                .item(0)
                .getAttributes()
                .getNamedItem("message")
                .getNodeValue())
        .isEqualTo("<x> ␁ ]]> & <U+FFFE> <U+D800>");
  }
}
