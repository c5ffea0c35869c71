package io.github.viplint.rules.service;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.model.UnitState;
import io.github.viplint.rules.log.UnitStarts;
import java.util.List;
import java.util.Optional;

/**
 * One of the appliance's own services.
 *
 * @param name without {@code .service}
 * @param description what systemd calls it in messages like {@code Failed to start …}
 * @param file the configuration that decides whether it starts, where viplint reads it
 * @param program the name it logs under
 * @param reason the signature by which its log tells why it failed
 */
record ApplianceUnit(
    String name,
    String description,
    Optional<CaptureKind> file,
    String program,
    Optional<String> reason) {
  static final ApplianceUnit ANYIP_ROUTES =
      new ApplianceUnit(
          "anyip-routes",
          "anyip-routes.service",
          Optional.of(CaptureKind.ANYIP_ROUTES),
          "anyiproutectl.sh",
          Optional.of("ip-route-error"));
  static final ApplianceUnit ROUTE_TABLES =
      new ApplianceUnit(
          "route-tables",
          "route-tables.service",
          Optional.of(CaptureKind.ROUTE_TABLES),
          "routetablectl.sh",
          Optional.of("ip-route-error"));
  static final ApplianceUnit HAPROXY =
      new ApplianceUnit(
          "haproxy",
          "HAProxy Load Balancer",
          Optional.of(CaptureKind.HAPROXY_CFG),
          "haproxy",
          Optional.of("haproxy-cannot-bind"));
  static final ApplianceUnit DATA_PLANE_API =
      new ApplianceUnit(
          "dataplaneapi",
          "HAProxy Data Plane API",
          Optional.empty(),
          "dataplaneapi",
          Optional.empty());

  /** In the order in which they start. */
  static final List<ApplianceUnit> ALL =
      List.of(ROUTE_TABLES, ANYIP_ROUTES, HAPROXY, DATA_PLANE_API);

  /** Its state as last captured. */
  Optional<UnitState> state(HostView host) {
    return host.unit(name);
  }

  /** Whether a hit's group {@code unit} or {@code description} means this unit. */
  boolean isNamedIn(LogHit hit) {
    return hit.group("unit")
            .filter(unit -> unit.equals(name) || unit.equals(name + ".service"))
            .isPresent()
        || hit.group("description").filter(description::equals).isPresent();
  }

  /** The log lines that say that it failed, and was not started since. */
  List<LogHit> failures(HostView host) {
    return lasting(host, "unit-failed");
  }

  /** What the log says of it under a signature, unless it says later that it was started. */
  List<LogHit> lasting(HostView host, String signature) {
    UnitStarts starts = UnitStarts.of(host);
    return host.hits(signature).stream()
        .filter(this::isNamedIn)
        .filter(hit -> !starts.after(name, description, hit.entry()))
        .toList();
  }

  /** The log line that says last that it was started, unless one behind it says that it failed. */
  Optional<LogHit> lastStart(HostView host) {
    UnitStarts starts = UnitStarts.of(host);
    boolean failedSince =
        !failures(host).isEmpty()
            || reasons(host).stream()
                .anyMatch(hit -> !starts.after(name, description, hit.entry()));
    return failedSince
        ? Optional.empty()
        : host.hits("unit-started").stream().filter(this::isNamedIn).reduce((first, last) -> last);
  }

  /** Whether its state says that it failed, or, where that was not captured, its log does. */
  boolean failed(HostView host) {
    return state(host).map(UnitState::failed).orElseGet(() -> !failures(host).isEmpty());
  }

  /** What its log says on why it failed. haproxy's messages come without a program name too. */
  List<LogHit> reasons(HostView host) {
    return reason.stream()
        .flatMap(signature -> host.hits(signature).stream())
        .filter(
            hit ->
                hit.entry().program().equals(program)
                    || hit.entry().program().isEmpty() && this == HAPROXY)
        .toList();
  }

  /** Whether anything captured can tell why it failed: its configuration, or its log. */
  boolean canBeExplained(HostView host) {
    return file.filter(kind -> host.state().readings(kind).findAny().isPresent()).isPresent()
        || !reasons(host).isEmpty();
  }

  /** The commands that would tell why it failed. */
  List<String> captures() {
    String journal = "journalctl -u " + name + " --no-pager";
    return file.map(kind -> List.of(journal, kind.command())).orElse(List.of(journal));
  }
}
