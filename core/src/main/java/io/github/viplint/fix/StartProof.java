package io.github.viplint.fix;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Condition.Kind;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import io.github.viplint.twin.Boot;
import io.github.viplint.twin.Operator;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.appliance.Service;
import io.github.viplint.twin.appliance.Service.Run;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.routetables.RouteTablesBoot;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Starts a service of a re-enacted appliance that systemd has given up on, by the commands of a fix
 * that has nothing else. They are good when the service runs then, and what had kept it from
 * running is known.
 *
 * @param found what was found, with its causes
 * @param before the appliance as captured
 * @param mended the same with the edits that are proven so far
 * @param latest what is found with them
 * @param done the commands of their fixes
 */
record StartProof(
    Report found, HostView before, HostView mended, Report latest, List<String> done) {
  private static final Set<Kind> GIVEN_UP = Set.of(Kind.START_LIMIT_HIT, Kind.ROUTE_TABLE_REJECTED);

  /** What only says that a service does not run. */
  private static final Set<Kind> DOWN =
      Set.of(Kind.UNIT_FAILED, Kind.HAPROXY_DOWN, Kind.START_LIMIT_HIT);

  /** The unit that a finding says systemd has given up on. */
  static Optional<String> unit(Finding finding) {
    return finding.shows().stream()
        .filter(shown -> GIVEN_UP.contains(shown.kind()))
        .flatMap(
            shown ->
                shown.subject() instanceof Condition.Unit unit
                    ? Stream.of(unit.name())
                    : Stream.empty())
        .findFirst();
  }

  /** Why the commands can't be said to help; empty when they do. */
  String failure(Report.Entry entry, String unit, List<String> commands) {
    Optional<Service> service = Service.of(unit);
    if (service.isEmpty()) {
      return "what " + unit + " does when it starts is not re-enacted here";
    }
    String open = open(service.get());
    if (!open.isEmpty()) {
      return open;
    }
    String down = run(service.get(), commands);
    if (!down.isEmpty()) {
      return down;
    }
    return isExplained(entry)
        ? ""
        : "with the captured files " + unit + " starts, but nothing captured says why it failed";
  }

  private String open(Service service) {
    String file = service == Service.HAPROXY ? "haproxy.cfg" : service.id() + ".cfg";
    return switch (result(service)) {
      case STARTED -> refusedFile(service);
      case FAILED -> "";
      case NO_CONFIG -> file + " was not captured, so it is not known whether it starts";
      case UNKNOWN -> "whether it starts with " + file + " as captured is not known";
    };
  }

  private StartResult result(Service service) {
    return mended
        .boot()
        .flatMap(
            boot ->
                switch (service) {
                  case ROUTE_TABLES -> boot.routeTables().map(RouteTablesBoot::result);
                  case ANYIP_ROUTES -> boot.anyipRoutes().map(AnyipBoot::result);
                  case HAPROXY -> Optional.of(boot.haproxy().result());
                })
        .orElse(StartResult.NO_CONFIG);
  }

  /** The twin binds addresses; what else haproxy refuses, rules tell. */
  private String refusedFile(Service service) {
    return latest.findings().stream()
        .map(Report.Entry::finding)
        .filter(finding -> service == Service.HAPROXY && finding.host().equals(mended.name()))
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> finding.span().capture().kind() == CaptureKind.HAPROXY_CFG)
        .findFirst()
        .map(finding -> "haproxy.cfg has " + finding.rule() + ": " + finding.message())
        .orElse("");
  }

  private String run(Service service, List<String> commands) {
    Boot files = mended.boot().orElseThrow();
    Operator now = before.operator().orElseThrow().givenUp(service).edited(files.after());
    for (String command : Stream.concat(done.stream(), commands.stream()).toList()) {
      Optional<Operator> then = now.after(command);
      if (then.isEmpty()) {
        return "what its command `" + command + "` does is not known here";
      }
      now = then.get();
    }
    return now.run(service) == Run.RUNNING
        ? ""
        : "after its commands " + service.id() + " " + CommandProof.described(now.run(service));
  }

  /** Whether the finding, or one that led to it, says what kept the service from running. */
  private boolean isExplained(Report.Entry entry) {
    Set<String> ids = new HashSet<>(entry.causedBy());
    boolean explained = saysWhy(entry.finding());
    boolean more = true;
    while (more) {
      more = false;
      for (Report.Entry cause : found.findings()) {
        if (ids.contains(cause.id())) {
          explained |= saysWhy(cause.finding());
          more |= ids.addAll(cause.causedBy());
        }
      }
    }
    return explained;
  }

  private static boolean saysWhy(Finding finding) {
    return Stream.concat(finding.shows().stream(), finding.predicts().stream())
        .anyMatch(shown -> !DOWN.contains(shown.kind()));
  }
}
