package io.github.viplint.report;

import static io.github.viplint.report.Html.with;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.LabSummary;
import io.github.viplint.lint.Severity;
import io.github.viplint.space.Claim;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A lab's addresses to scale: one picture for each stretch of them, one row for each use, and in
 * red what a finding is about. The same stands below in a table, for those who can't see it.
 */
final class AddressPicture {
  private static final int MOST_AREAS = 24;
  private static final int MOST_CLAIMS = 200;

  private static final int LEFT = 130;
  private static final int WIDTH = 850;
  private static final int ROW = 26;
  private static final int MOST_LANES = 6;
  private static final int LETTER = 8;
  private static final int BAR = 16;
  private static final int THINNEST = 5;

  /** A mark that a finding is about is at least so wide. */
  private static final int THINNEST_FAULT = 9;

  private static final Map<Claim.Use, String> NAMES = names();

  private static Map<Claim.Use, String> names() {
    Map<Claim.Use, String> names = new LinkedHashMap<>(); // in the order of the rows
    names.put(Claim.Use.NETWORK, "networks");
    names.put(Claim.Use.VIP_RANGE, "VIP ranges");
    names.put(Claim.Use.VIP, "VIPs in use");
    names.put(Claim.Use.GATEWAY, "gateways");
    names.put(Claim.Use.NAME_SERVER, "name servers");
    names.put(Claim.Use.TIME_SERVER, "time servers");
    names.put(Claim.Use.INTERFACE_ADDRESS, "hosts");
    names.put(Claim.Use.BACKEND_SERVER, "servers");
    names.put(Claim.Use.CONTROL_PLANE_RANGE, "control plane");
    names.put(Claim.Use.NODE_RANGE, "nodes");
    names.put(Claim.Use.DATAPLANE, "Data Plane API");
    names.put(Claim.Use.VCENTER, "vCenter");
    names.put(Claim.Use.SERVICE_RANGE, "services");
    names.put(Claim.Use.POD_RANGE, "pods");
    return names;
  }

  private final Html html;
  private final List<AddressArea> areas;
  private final Map<Capture, List<Span>> faults = new IdentityHashMap<>();
  private final String id;

  AddressPicture(LabSummary lab, Report report, Html html) {
    this.html = html;
    this.areas = AddressArea.of(lab.claims().get().all());
    this.id = "map" + report.labs().indexOf(lab);
    for (Report.Entry entry : report.findings()) {
      Finding finding = entry.finding();
      if (finding.severity().atLeast(Severity.WARNING)) {
        fault(finding.span());
        finding.related().forEach(related -> fault(related.span()));
      }
    }
  }

  private void fault(Span span) {
    faults.computeIfAbsent(span.capture(), key -> new ArrayList<>()).add(span);
  }

  boolean isEmpty() {
    return areas.isEmpty();
  }

  void write() throws IOException {
    int number = 0;
    for (AddressArea area : areas.subList(0, Math.min(MOST_AREAS, areas.size()))) {
      number++;
      figure(area, id + "-" + number);
    }
    if (areas.size() > MOST_AREAS) {
      html.element("p", (areas.size() - MOST_AREAS) + " more stretches are not drawn.");
    }
  }

  private void figure(AddressArea area, String figure) throws IOException {
    String title = area.range() + ", " + area.size() + " addresses";
    Map<Claim.Use, List<Claim>> rows = rows(area);
    html.element(
        "figure",
        with("id", figure),
        () -> {
          html.element("figcaption", title);
          html.element(
              "div",
              with("class", "scale", "tabindex", "0"),
              () -> picture(area, rows, figure, title));
          html.element(
              "details",
              () -> {
                html.element("summary", "as a table");
                table(rows);
              });
        });
  }

  /** Each range once for each use. */
  private static Map<Claim.Use, List<Claim>> rows(AddressArea area) {
    Map<Claim.Use, List<Claim>> rows = new LinkedHashMap<>();
    for (Claim.Use use : NAMES.keySet()) {
      Map<Object, Claim> distinct = new LinkedHashMap<>();
      area.claims().stream()
          .filter(claim -> claim.use() == use)
          .limit(MOST_CLAIMS)
          .forEach(claim -> distinct.putIfAbsent(claim.range(), claim));
      if (!distinct.isEmpty()) {
        rows.put(use, List.copyOf(distinct.values()));
      }
    }
    return rows;
  }

  private void picture(
      AddressArea area, Map<Claim.Use, List<Claim>> rows, String figure, String title)
      throws IOException {
    Map<Claim.Use, List<List<Mark>>> lanes = new LinkedHashMap<>();
    rows.forEach((use, claims) -> lanes.put(use, lanes(area, claims)));
    int height = ROW + ROW * lanes.values().stream().mapToInt(List::size).sum();
    html.element(
        "svg",
        with(
            "viewBox",
            "0 0 1000 " + height,
            "role",
            "img",
            "aria-labelledby",
            figure + "-t",
            "xmlns",
            "http://www.w3.org/2000/svg"),
        () -> {
          html.element("title", with("id", figure + "-t"), "Addresses of " + title);
          int y = 0;
          for (Map.Entry<Claim.Use, List<List<Mark>>> row : lanes.entrySet()) {
            html.element(
                "text",
                with("x", "0", "y", "" + (y + BAR), "class", "use"),
                NAMES.get(row.getKey()));
            for (List<Mark> lane : row.getValue()) {
              lane(lane, y);
              y += ROW;
            }
            rule(y - 4);
          }
          axis(area, y);
        });
  }

  /** A claim as it is drawn, in units of the picture. */
  private record Mark(Claim claim, boolean fault, double x, double width) {
    double end() {
      return x + width;
    }
  }

  /** What would cover another stands below it. */
  private List<List<Mark>> lanes(AddressArea area, List<Claim> claims) {
    List<List<Mark>> lanes = new ArrayList<>();
    for (Claim claim : claims) {
      Mark mark = mark(area, claim);
      List<Mark> free =
          lanes.stream()
              .filter(lane -> lane.get(lane.size() - 1).end() <= mark.x())
              .findFirst()
              .orElse(null);
      if (free == null && lanes.size() < MOST_LANES) {
        lanes.add(free = new ArrayList<>());
      }
      (free == null ? lanes.get(lanes.size() - 1) : free).add(mark);
    }
    return lanes;
  }

  private Mark mark(AddressArea area, Claim claim) {
    boolean fault = isFault(claim);
    double width = Math.max(area.share(claim.range()) * WIDTH, fault ? THINNEST_FAULT : THINNEST);
    double x = Math.min(LEFT + area.position(claim.range().first()) * WIDTH, LEFT + WIDTH - width);
    return new Mark(claim, fault, x, width);
  }

  private void lane(List<Mark> lane, int y) throws IOException {
    for (int i = 0; i < lane.size(); i++) {
      Mark mark = lane.get(i);
      double room = (i + 1 < lane.size() ? lane.get(i + 1).x() : LEFT + WIDTH) - mark.end();
      String kind = mark.claim().use().id() + (isPlanned(mark.claim()) ? " planned" : "");
      html.element(
          "g",
          with("class", mark.fault() ? kind + " fault" : kind),
          () -> {
            html.element(
                "title", describe(mark.claim()) + (mark.fault() ? " (see what is wrong)" : ""));
            html.empty(
                "rect",
                "x",
                number(mark.x()),
                "y",
                "" + (y + 3),
                "width",
                number(mark.width()),
                "height",
                "" + BAR,
                "rx",
                "2");
            name(mark, room, y + BAR - 1);
          });
    }
  }

  /** The range in its bar or, where there is room, the address beside it. */
  private void name(Mark mark, double room, int y) throws IOException {
    String text = (mark.fault() ? "✕ " : "") + mark.claim().range();
    if (mark.width() > LETTER * text.length()) {
      html.element("text", with("x", number(mark.x() + 6), "y", "" + y, "class", "in"), text);
    } else if (room > LETTER * text.length()) {
      html.element("text", with("x", number(mark.end() + 4), "y", "" + y), text);
    }
  }

  private void rule(int y) throws IOException {
    String end = "" + (LEFT + WIDTH);
    html.empty("line", "x1", "" + LEFT, "x2", end, "y1", "" + y, "y2", "" + y, "class", "rule");
  }

  private void axis(AddressArea area, int y) throws IOException {
    html.element(
        "text",
        with("x", "" + LEFT, "y", "" + (y + BAR), "class", "axis"),
        area.range().first().toString());
    html.element(
        "text",
        with("x", "" + (LEFT + WIDTH), "y", "" + (y + BAR), "class", "axis end"),
        area.range().last().toString());
  }

  private void table(Map<Claim.Use, List<Claim>> rows) throws IOException {
    html.element(
        "table",
        () -> {
          for (Map.Entry<Claim.Use, List<Claim>> row : rows.entrySet()) {
            for (Claim claim : row.getValue()) {
              html.element(
                  "tr",
                  () -> {
                    html.element("td", claim.range().toString());
                    html.element("td", label(claim));
                    html.element("td", isPlanned(claim) ? "planned" : claim.host());
                    html.element("td", CaptureIndex.line(claim.span()));
                    html.element("td", isFault(claim) ? "see what is wrong" : "");
                  });
            }
          }
        });
  }

  private boolean isFault(Claim claim) {
    return faults.getOrDefault(claim.span().capture(), List.of()).stream()
        .anyMatch(span -> span.start() < claim.span().end() && claim.span().start() < span.end());
  }

  private static String describe(Claim claim) {
    return claim.range()
        + ": "
        + label(claim)
        + (isPlanned(claim) ? ", planned" : " on " + claim.host());
  }

  private static boolean isPlanned(Claim claim) {
    return claim.said() == Claim.Said.PLANNED;
  }

  private static String label(Claim claim) {
    return claim.span().capture().source().masked(claim.label());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
