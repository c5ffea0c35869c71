package io.github.viplint.report;

import static io.github.viplint.report.Html.with;

import io.github.viplint.lint.RouteTrace;
import java.io.IOException;

/** The way of a packet as boxes in a row: the packet, each rule with what it led to, the end. */
record HtmlTrace(Html html) {

  void write(RouteTrace trace) throws IOException {
    html.element("h4", "Which way the packet goes");
    html.element(
        "ol",
        with("class", "way"),
        () -> {
          html.element("li", with("class", "end"), "packet " + trace.packet());
          for (RouteTrace.Step step : trace.steps()) {
            html.element(
                "li",
                () -> {
                  html.element("code", step.rule());
                  html.element("span", step.outcome());
                });
          }
          html.element("li", with("class", "end"), trace.outcome());
        });
  }
}
