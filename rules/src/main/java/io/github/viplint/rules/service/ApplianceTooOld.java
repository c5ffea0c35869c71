package io.github.viplint.rules.service;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Span;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.haproxy.Section;
import java.util.List;
import java.util.Optional;

/** VL608: an appliance older than its vSphere. */
final class ApplianceTooOld implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL608",
          "appliance-too-old",
          Severity.ERROR,
          "the appliance is too old for vSphere 7.0.1 and later");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.HAPROXY_CFG);
  }

  /** The first release that answers to the interface that asked (commit d612463). */
  private static final int[] FIRST_GOOD = {0, 1, 9};

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Optional<Section> programmed = programmed(host);
      if (programmed.isEmpty()) {
        continue;
      }
      Span at = programmed.get().span();
      Optional<String> told = lab.options().applianceVersion();
      if (told.isPresent() && tooOld(told.get())) {
        report(host, at, told.get(), Confidence.HIGH, Optional.empty(), findings);
      } else if (told.isEmpty()) {
        sign(host)
            .ifPresent(
                hit ->
                    report(
                        host,
                        at,
                        "v0.1.8 or older",
                        Confidence.MEDIUM,
                        Optional.of(hit),
                        findings));
      }
    }
  }

  private static void report(
      HostView host,
      Span at,
      String version,
      Confidence confidence,
      Optional<LogHit> sign,
      Findings findings) {
    var finding =
        findings
            .at(
                host,
                at,
                "the appliance is "
                    + version
                    + ", and vSphere 7.0.1 and later need v0.1.9 or newer")
            .confidence(confidence)
            .label("programmed by a vCenter, which can do so from 7.0.1 on")
            .help(
                "deploy v0.2.0 in its place: replies of older ones take the way of the default gateway")
            .subject(version);
    sign.ifPresent(
        hit ->
            finding.confirmedBy(
                hit.span(), "a release 0.1 wrote this, with one line for each route table"));
    finding.report();
  }

  /** A section of vCenter's: HAProxy for Supervisors came with vSphere 7.0 U1. */
  private static Optional<Section> programmed(HostView host) {
    return host.fact(HaproxyCfg.class).stream()
        .flatMap(cfg -> cfg.sections("frontend"))
        .filter(section -> section.name().startsWith("domain-c"))
        .findFirst();
  }

  /** What 0.1.x logs, where route-tables.cfg has no line without a gateway: 0.1.9 writes both. */
  private static Optional<LogHit> sign(HostView host) {
    boolean single =
        host.fact(RouteTables.class)
            .filter(file -> file.capture().isWhole() && !file.entries().isEmpty())
            .filter(file -> file.entries().stream().allMatch(RouteTables.Entry::hasGatewayField))
            .isPresent();
    List<LogHit> hits = host.hits("route-tables-of-0.1");
    return single && !hits.isEmpty() ? Optional.of(hits.get(0)) : Optional.empty();
  }

  private static boolean tooOld(String version) {
    String[] parts = version.substring(version.startsWith("v") ? 1 : 0).split("\\.");
    for (int i = 0; i < FIRST_GOOD.length; i++) {
      int part = i < parts.length ? Integer.parseInt(parts[i]) : 0;
      if (part != FIRST_GOOD[i]) {
        return part < FIRST_GOOD[i];
      }
    }
    return false;
  }
}
