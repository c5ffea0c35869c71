package io.github.viplint.rules.bind;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Occurrences;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.rules.log.BindFailures;
import io.github.viplint.rules.log.LaterAnswers;
import io.github.viplint.rules.log.Repeats;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** VL203: haproxy logged that it could not bind an address. */
final class BindFailureLogged implements Rule {
  private static final String FIRST =
      "see whether haproxy runs by now (`systemctl is-active haproxy`); if it does not, ";

  private static final String AGAIN =
      "start haproxy with the file as it is, and capture `journalctl -u haproxy --no-pager` again";

  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL203",
          "bind-failure-logged",
          Severity.ERROR,
          "haproxy logged that it could not bind an address and port");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .any(CaptureKind.JOURNAL, CaptureKind.HAPROXY_LOG, CaptureKind.SYSTEMCTL_STATUS);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Map<Endpoint, List<LogHit>> failures = Repeats.byEndpoint(BindFailures.lasting(host));
      failures.forEach((endpoint, hits) -> report(lab, host, endpoint, hits, findings));
    }
  }

  private static void report(
      LabView lab, HostView host, Endpoint endpoint, List<LogHit> hits, Findings findings) {
    LogHit first = hits.get(0);
    String reason = first.group("reason").orElse("");
    Optional<CurrentBinds> others =
        host.fact(HaproxyCfg.class).map(CurrentBinds::new).filter(now -> now.lack(endpoint, first));
    Optional<LogHit> answer = LaterAnswers.after(lab, host, Occurrences.of(hits).last());
    String help = others.isPresent() ? AGAIN : help(endpoint, reason);
    Finding.Builder finding =
        findings
            .at(host, first.span(), message(endpoint, others.isPresent()))
            .label(label(endpoint, reason))
            .note(cause(reason))
            .help((answer.isPresent() ? FIRST : "") + help)
            .subject(endpoint)
            .occurrences(Occurrences.of(hits))
            .confirm("ip route get " + endpoint.address())
            .confirm("systemctl is-active haproxy")
            .shows(Condition.of(Condition.Kind.BIND_FAILED, host.name(), endpoint));
    if (others.isPresent()) {
      finding.confidence(Confidence.MEDIUM);
      others.get().ofFrontend(first).stream()
          .findFirst()
          .ifPresent(
              bind ->
                  finding.contradictedBy(
                      bind.span(), "haproxy.cfg as captured binds another address there"));
    }
    answer.ifPresent(hit -> LaterAnswers.weigh(hit, finding));
    finding.report();
  }

  /** What the file no longer binds says nothing of the next start. */
  private static String message(Endpoint endpoint, boolean past) {
    return past
        ? "haproxy could not bind "
            + endpoint
            + ", which haproxy.cfg no longer names: it did not start then"
        : "haproxy can't bind " + endpoint + ": it does not start, and all its VIPs are down";
  }

  private static String label(Endpoint endpoint, String reason) {
    return reason.isEmpty() ? endpoint + " could not be bound" : reason;
  }

  /** haproxy 2.2, the appliance's, does not say why; since 2.3 it adds the error of bind(2). */
  private static String cause(String reason) {
    return switch (reason) {
      case "" ->
          "this haproxy does not log why; on the appliance it is nearly always an address in no active VIP range";
      case "Cannot assign requested address" ->
          "the address is not local: it is in no active VIP range and on no interface";
      case "Address already in use" -> "another process listens on that address and port";
      case "Permission denied" -> "a port below 1024 needs root or CAP_NET_BIND_SERVICE";
      default -> "bind(2) said: " + reason;
    };
  }

  private static String help(Endpoint endpoint, String reason) {
    return switch (reason) {
      case "Address already in use" ->
          "find the other process with `ss -ltnp 'sport = :" + endpoint.port() + "'`";
      case "Permission denied" -> "start haproxy as root; it drops its rights later by itself";
      default ->
          "make "
              + endpoint.address()
              + " local: compare /etc/vmware/anyip-routes.cfg and `ip route show table local` with it,"
              + " then `systemctl reset-failed haproxy` and `systemctl start haproxy`";
    };
  }
}
