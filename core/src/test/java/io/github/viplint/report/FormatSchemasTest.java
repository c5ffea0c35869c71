package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** What programs of others read has the form that they know. */
class FormatSchemasTest {

  static Stream<Report> reports() {
    return Stream.of(
        Samples.brokenRange(),
        Samples.healthy(),
        Samples.suppressed(),
        Samples.wrongWay(),
        Samples.logged(),
        Samples.empty());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void junit(Report report) throws Exception {
    validate(GoldenReportTest.written("junit", Style.PLAIN, report));
  }

  @Test
  void theSchemaOfJunitSeesAStrangeAttribute() throws Exception {
    String report = GoldenReportTest.written("junit", Style.PLAIN, Samples.brokenRange());
    assertThatThrownBy(() -> validate(report.replaceFirst("<testcase ", "<testcase line=\"1\" ")))
        .isInstanceOf(SAXException.class);
  }

  private static void validate(String xml) throws SAXException, IOException {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(FormatSchemasTest.class.getResource("junit.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void gitlab(Report report) throws IOException {
    assertThat(gitlabSchema().validate(written(report), InputFormat.JSON)).isEmpty();
  }

  @Test
  void gitlabIsGivenNoPathThatBeginsHere() throws IOException {
    SampleLab lab =
        new SampleLab().capture("./lab/a.txt", CaptureKind.ANYIP_ROUTES, "haproxy", "", "x\n");
    Report report =
        lab.rule(
                "VL102",
                "anyip-unparsable-line",
                Severity.ERROR,
                (host, findings) ->
                    findings.at(host, lab.span("./lab/a.txt", "x"), "x is no prefix").report())
            .report();
    assertThat(written(report)).contains("\"path\": \"lab/a.txt\"");
    assertThat(gitlabSchema().validate(written(report), InputFormat.JSON)).isEmpty();
  }

  private static String written(Report report) throws IOException {
    return GoldenReportTest.written("gitlab", Style.PLAIN, report);
  }

  private static JsonSchema gitlabSchema() throws IOException {
    try (InputStream in = FormatSchemasTest.class.getResourceAsStream("gitlab.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
  }
}
