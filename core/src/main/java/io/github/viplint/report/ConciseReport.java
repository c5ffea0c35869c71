package io.github.viplint.report;

import io.github.viplint.capture.Place;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Report;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One line for each finding, for editors and for grep; then what was looked at. */
public final class ConciseReport implements ReportFormat {
  @Override
  public String id() {
    return "concise";
  }

  @Override
  public void write(Report report, Writer out, Style style) throws IOException {
    Map<String, Finding> byId = new HashMap<>();
    report.findings().forEach(entry -> byId.put(entry.id(), entry.finding()));
    for (Report.Entry entry : report.findings()) {
      Finding finding = entry.finding();
      Place place = finding.span().place();
      String head = finding.severity().id() + "[" + finding.rule().code() + "]";
      out.write(Visible.line(place.toString()) + ": ");
      out.write(style.paint(Style.Paint.of(finding.severity()), head));
      out.write(" " + Visible.line(finding.message()));
      out.write(causes(entry.causedBy().stream().map(byId::get).toList()));
      out.write("\n");
    }
    if (!style.quiet()) {
      out.write(new CoverageLine(report).text() + "\n");
    }
    out.flush();
  }

  private static String causes(List<Finding> causes) {
    if (causes.isEmpty()) {
      return "";
    }
    Finding first = causes.get(0);
    String more = causes.size() > 1 ? " and " + (causes.size() - 1) + " more" : "";
    return " (caused by "
        + first.rule().code()
        + " at "
        + CaptureIndex.line(first.span())
        + more
        + ")";
  }
}
