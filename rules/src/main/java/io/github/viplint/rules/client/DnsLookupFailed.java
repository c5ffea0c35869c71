package io.github.viplint.rules.client;

import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AddressText;
import io.github.viplint.rules.log.Messages;
import java.util.List;

/** VL709: a name that could not be looked up. */
final class DnsLookupFailed implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("VL709", "dns-lookup-failed", Severity.ERROR, "a name could not be looked up");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return ClientLogs.ANYWHERE;
  }

  @Override
  public void check(LabView lab, Findings findings) {
    List<HostView> supervisors = lab.hosts(Role.SUPERVISOR);
    Messages messages =
        new Messages(
            DnsLookupFailed::message,
            hit -> hit.group("name").orElse("") + hit.group("server").map(s -> "@" + s).orElse(""),
            (finding, hits) -> {
              LogHit hit = hits.get(0);
              if (hit.sighting().fix().isEmpty()) {
                finding.help(help(hit));
              }
              if (hit.group("name").filter(name -> bare(name).endsWith(".local")).isPresent()) {
                finding.note(
                    "names below .local are looked up only when local is a search domain of management");
              }
              // the log is vCenter's or a pod's: the lookup itself left from a control plane VM
              if (supervisors.size() == 1) {
                hit.group("server")
                    .flatMap(AddressText::address)
                    .ifPresent(
                        server ->
                            finding.shows(
                                Condition.of(
                                    Condition.Kind.LOOKUP_FAILED,
                                    supervisors.get(0).name(),
                                    AddressRange.of(server))));
              }
            });
    for (HostView host : lab.hosts(needs())) {
      messages.report(host, host.hitsOfRule(INFO.code()), findings);
    }
  }

  private static String bare(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static String message(LogHit hit) {
    if (hit.group("name").isEmpty() && hit.group("reason").isEmpty()) {
      return hit.sighting().meaning();
    }
    return hit.group("name").orElse("a name")
        + " could not be looked up"
        + hit.group("server").map(server -> " at " + server).orElse("")
        + hit.group("reason").map(reason -> ": " + reason).orElse("");
  }

  private static String help(LogHit hit) {
    String server = hit.group("server").orElse("the name server");
    return hit.group("reason")
            .filter(r -> r.contains("no such host") || r.equals("NXDOMAIN"))
            .isPresent()
        ? "is the name right, and does " + server + " know it?"
        : "is "
            + server
            + " reached by the interface that it belongs to (`ip route get`), and does it answer?";
  }
}
