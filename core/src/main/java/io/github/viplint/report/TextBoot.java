package io.github.viplint.report;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Place;
import io.github.viplint.model.Cidr;
import io.github.viplint.report.Style.Paint;
import io.github.viplint.twin.Boot;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.anyip.AnyipBoot.TakenBack;
import io.github.viplint.twin.appliance.BootLine;
import io.github.viplint.twin.appliance.LineOutcome;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.command.IpText;
import io.github.viplint.twin.haproxy.HaproxyBoot;
import io.github.viplint.twin.haproxy.HaproxyBoot.Listener;
import io.github.viplint.twin.routetables.RouteTablesBoot;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A boot for people: each line of the services' files, beside what comes of it, and below it what
 * the service would write into the journal. The last lines say what works then.
 */
public final class TextBoot {
  private static final int LONGEST_TEXT = 60;

  private final String host;
  private final Boot boot;
  private final UnaryOperator<String> safe;

  /**
   * @param host as it is called within a sentence
   * @param mask hides secrets
   */
  public TextBoot(String host, Boot boot, Mask mask) {
    this.host = host;
    this.boot = boot;
    this.safe = text -> mask.shown(text, 0, text.length());
  }

  /** Writes it, ending with a newline; flushes and does not close. */
  public void write(Writer out, Style style) throws IOException {
    new Writing(out, style).all();
    out.flush();
  }

  private final class Writing {
    private final Writer out;
    private final Style style;

    Writing(Writer out, Style style) {
      this.out = out;
      this.style = style;
    }

    void all() throws IOException {
      line("At its next boot, " + Visible.line(host) + " (" + version() + "):");
      if (boot.routeTables().isPresent()) {
        routeTables(boot.routeTables().get());
      }
      if (boot.anyipRoutes().isPresent()) {
        anyipRoutes(boot.anyipRoutes().get());
      }
      if (boot.haproxy().result() != StartResult.NO_CONFIG) {
        haproxy(boot.haproxy());
      }
      after();
    }

    private String version() {
      return "appliance " + boot.version().version() + ": " + boot.version().reason();
    }

    private void routeTables(RouteTablesBoot service) throws IOException {
      String tries =
          service.result() == StartResult.FAILED
              ? ", at each of " + service.tries() + " tries; systemd gives up"
              : "";
      head("route-tables.service", service.result(), at(service.rejected()) + tries);
      rows(
          service.lines(),
          JsonBoot.captures(
              Stream.concat(
                  boot.after().workloadNetworks().stream(), boot.after().routeTables().stream())));
    }

    private void anyipRoutes(AnyipBoot service) throws IOException {
      boolean back = service.takenBack().stream().anyMatch(TakenBack::found);
      head(
          "anyip-routes.service",
          service.result(),
          at(service.rejected()) + (back ? ", and takes ranges back" : ""));
      rows(service.lines(), JsonBoot.captures(boot.after().anyipRoutes().stream()));
      if (back) {
        line("  ExecStopPost:");
        for (TakenBack line : service.takenBack()) {
          line("        " + Visible.line(safe.apply(line.journal())));
        }
      }
      Optional<AnyipBoot.Line> later = boot.rangesRestarted().flatMap(AnyipBoot::rejected);
      if (later.isPresent()) {
        line(
            "  A restart of it "
                + style.paint(Paint.RED, "FAILS")
                + at(later)
                + ": "
                + Visible.line(safe.apply(later.get().message())));
      }
    }

    private static String at(Optional<? extends BootLine> rejected) {
      return rejected.map(line -> " at line " + line.span().place().startLine()).orElse("");
    }

    private void head(String unit, StartResult result, String how) throws IOException {
      String word =
          switch (result) {
            case STARTED -> style.paint(Paint.GREEN, "starts");
            case FAILED -> style.paint(Paint.RED, "FAILS");
            case NO_CONFIG, UNKNOWN -> style.paint(Paint.YELLOW, "may start or fail");
          };
      line("");
      line(style.paint(Paint.BOLD, unit) + " " + word + how);
    }

    private void rows(List<? extends BootLine> lines, List<Capture> files) throws IOException {
      List<BootRow> rows =
          BootRow.all(lines, files, safe).stream()
              .filter(row -> row.outcome() != LineOutcome.IGNORED || style.verbose())
              .toList();
      int gutter =
          rows.stream().mapToInt(row -> Integer.toString(row.line()).length()).max().orElse(1);
      int width = rows.stream().mapToInt(row -> Columns.of(cut(row.text()))).max().orElse(0);
      String file = "";
      for (BootRow row : rows) {
        if (!row.file().equals(file)) {
          file = row.file();
          line("  --> " + Visible.line(file));
        }
        line(
            bar(Integer.toString(row.line()), gutter)
                + Columns.padded(cut(row.text()), width)
                + "  "
                + outcome(row)
                + reason(row));
        for (String journal : row.journal()) {
          line(bar("", gutter) + "    " + Visible.line(journal));
        }
      }
    }

    /** Without what is printed, which stands below. */
    private static String reason(BootRow row) {
      String printed =
          row.journal().isEmpty() ? "" : " (" + row.journal().get(row.journal().size() - 1);
      int at = printed.isEmpty() ? -1 : row.reason().indexOf(printed);
      String why = at < 0 ? row.reason() : row.reason().substring(0, at);
      return why.isEmpty() ? "" : ": " + Visible.line(why);
    }

    private String outcome(BootRow row) {
      Paint paint =
          switch (row.outcome()) {
            case ADDED, EXISTS -> Paint.GREEN;
            case REJECTED, UNREAD, NOT_REACHED -> Paint.RED;
            case IGNORED -> Paint.BLUE;
          };
      return style.paint(paint, row.outcome().id().replace('-', ' '));
    }

    private void haproxy(HaproxyBoot service) throws IOException {
      head(
          "haproxy.service",
          service.result(),
          service.reason().isEmpty() ? "" : ": " + service.reason());
      int gutter = 1;
      int width = 0;
      for (Listener listener : service.binds()) {
        gutter = Math.max(gutter, Integer.toString(place(listener).startLine()).length());
        width = Math.max(width, Columns.of(text(listener)));
      }
      String file = "";
      for (Listener listener : service.binds()) {
        if (!place(listener).file().equals(file)) {
          file = place(listener).file();
          line("  --> " + Visible.line(file));
        }
        boolean bound = listener.outcome() == HaproxyBoot.Outcome.BOUND;
        line(
            bar(Integer.toString(place(listener).startLine()), gutter)
                + Columns.padded(text(listener), width)
                + "  "
                + style.paint(
                    bound ? Paint.GREEN : Paint.RED, listener.outcome().id().replace('-', ' '))
                + (listener.reason().isEmpty() ? "" : ": " + Visible.line(listener.reason())));
        if (listener.journal().isPresent()) {
          line(bar("", gutter) + "    " + Visible.line(safe.apply(listener.journal().get())));
        }
      }
    }

    private static Place place(Listener listener) {
      return listener.bind().span().place();
    }

    private static String text(Listener listener) {
      return cut("bind " + listener.bind().span().shown());
    }

    private void after() throws IOException {
      line("");
      boolean failed = boot.haproxy().result() == StartResult.FAILED;
      if (boot.anyipRoutes().isPresent() || boot.routeTables().isPresent() || failed) {
        line(style.paint(Paint.BOLD, "Then") + ":");
      }
      if (boot.anyipRoutes().isPresent()) {
        List<Cidr> active = boot.anyipRoutes().get().active();
        line(
            "  VIP ranges: "
                + (active.isEmpty()
                    ? "none is active"
                    : active.stream().map(Cidr::toString).collect(Collectors.joining(", "))));
      }
      if (boot.routeTables().isPresent()) {
        line("  ip rule:");
        for (String rule : IpText.rules(boot.after().kernel(), boot.after().names())) {
          line("    " + Visible.line(rule));
        }
        line("  ip route, tables of the service:");
        for (String route : IpText.routes(boot.after().kernel(), boot.after().names())) {
          if (route.contains(" table rtctl_")) {
            line("    " + Visible.line(route));
          }
        }
      }
      if (failed) {
        line("  haproxy does not run, so no VIP answers");
      }
      for (String assumed : boot.assumed()) {
        line("Assumed: " + assumed + ".");
      }
    }

    private String bar(String number, int gutter) {
      return style.paint(Paint.BLUE, "  " + " ".repeat(gutter - number.length()) + number + " |")
          + " ";
    }

    private static String cut(String text) {
      String shown = Visible.line(text);
      return shown.length() <= LONGEST_TEXT ? shown : shown.substring(0, LONGEST_TEXT - 1) + "…";
    }

    private void line(String text) throws IOException {
      out.write(text.stripTrailing() + "\n");
    }
  }
}
