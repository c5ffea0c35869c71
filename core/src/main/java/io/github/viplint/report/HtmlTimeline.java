package io.github.viplint.report;

import static io.github.viplint.report.Html.with;

import io.github.viplint.lint.Report;
import io.github.viplint.lint.TimelineEvent;
import java.io.IOException;

/** The {@link Timeline} as a list. */
record HtmlTimeline(Html html) {

  void write(Report report) throws IOException {
    Timeline timeline = Timeline.of(report);
    if (!timeline.unknown().isEmpty()) {
      html.element("p", timeline.unknown());
    }
    html.element(
        "ol",
        with("class", "timeline"),
        () -> {
          for (TimelineEvent event : timeline.events()) {
            html.element("li", () -> event(event));
          }
          if (timeline.more() > 0) {
            html.element("li", "… and " + timeline.more() + " more");
          }
        });
  }

  private void event(TimelineEvent event) throws IOException {
    html.element("time", event.iso());
    html.text(" " + event.message() + " ");
    html.element("code", CaptureIndex.line(event.span()));
  }
}
