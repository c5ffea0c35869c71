package io.github.viplint.report;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.Place;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Report.CaptureSummary;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** The captures of a report, to be found again. */
final class CaptureIndex {
  private final Map<Capture, CaptureSummary> summaries = new IdentityHashMap<>();

  CaptureIndex(Report report) {
    report.captures().forEach(summary -> summaries.put(summary.capture(), summary));
  }

  Optional<CaptureSummary> of(Capture capture) {
    return Optional.ofNullable(summaries.get(capture));
  }

  /** What the capture shows, and of which host: {@code /etc/vmware/anyip-routes.cfg on haproxy}. */
  String describe(Capture capture) {
    // Not the command: as typed it could hold a password.
    String what = capture.path().orElse(capture.kind().id());
    // a plan is of no host, whatever prompt it was printed at
    Optional<String> host =
        of(capture)
            .flatMap(CaptureSummary::host)
            .or(() -> capture.host().filter(name -> !capture.kind().planned()));
    return Visible.line(what + host.map(name -> " on " + hostName(name)).orElse(""));
  }

  /** The host's name, or {@code the appliance} where it has no other name than its role. */
  static String hostName(String name) {
    boolean role = Arrays.stream(Role.values()).anyMatch(one -> one.id().equals(name));
    return role ? "the " + name : name;
  }

  /** File and line of a span, fit for a terminal. */
  static String line(Span span) {
    Place place = span.place();
    return Visible.line(place.file()) + ":" + place.startLine();
  }
}
