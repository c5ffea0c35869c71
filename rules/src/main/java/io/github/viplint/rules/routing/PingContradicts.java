package io.github.viplint.rules.routing;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RouteTrace;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Pings.Ping;
import io.github.viplint.twin.route.Answer;
import io.github.viplint.twin.table.Flow;
import java.util.List;

/** VL406: a host is reached by one device and not by another. */
final class PingContradicts implements Rule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL406",
        "ping-contradicts",
        Severity.INFO,
        "captured pings reach an address by one device and not by another");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE, Role.SUPERVISOR).all(CaptureKind.PING);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      DevicePings pings = DevicePings.of(host);
      for (IPAddress target : pings.targets()) {
        List<Ping> answered = pings.to(target).filter(Ping::answered).toList();
        List<Ping> failed = pings.to(target).filter(ping -> !ping.answered()).toList();
        if (!answered.isEmpty()) {
          failed.forEach(ping -> report(host, ping, answered.get(0), findings));
        }
      }
    }
  }

  private static void report(HostView host, Ping failed, Ping answered, Findings findings) {
    String device = failed.device().orElseThrow();
    IPAddress target = failed.target();
    Finding.Builder finding =
        findings
            .at(
                host,
                failed.verdict(),
                "%s answers by %s and not by %s"
                    .formatted(target, answered.device().orElseThrow(), device))
            .label(DevicePings.outcome(failed))
            .help(
                "look which way packets without a bound device go: `ip route get %s`"
                    .formatted(target))
            .related(answered.verdict(), DevicePings.outcome(answered))
            .subject(target)
            .subject(device);
    Answer answer = host.routing().lookup(Flow.to(target));
    answer
        .device()
        .filter(taken -> answer.action() != Answer.Action.UNKNOWN)
        .ifPresent(
            taken ->
                finding.note(
                    "a program that binds no device reaches it by "
                        + taken
                        + (taken.equals(device) ? ", the device that failed" : "")
                        + decided(Flow.to(target), answer)));
    finding.confirm("ip route get " + target).report();
  }

  private static String decided(Flow flow, Answer answer) {
    String decided = RouteTrace.of(flow, answer).decided();
    return decided.isEmpty() ? "" : ": " + decided;
  }
}
