package io.github.viplint.fix;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.HostView;
import io.github.viplint.twin.Boot;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.command.IpText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reboots a re-enacted appliance, for a finding in its listing of policy rules. */
record RebootProof(HostView host) {

  /** Whether the fix is to reboot, and the finding stands at a rule. */
  boolean judges(Finding finding, List<String> commands) {
    return commands.equals(List.of("reboot"))
        && finding.span().capture().kind() == CaptureKind.IP_RULE;
  }

  /** Why it is not known which rules there are after it; empty where it is. */
  String open(Finding finding) {
    Optional<Boot> boot = host.boot();
    if (boot.flatMap(Boot::routeTables).isEmpty()) {
      return "route-tables.cfg was not captured, so the rules after a boot are not known";
    }
    if (boot.get().routeTables().get().result() == StartResult.UNKNOWN) {
      return "not all of route-tables.cfg was captured, so the rules after a boot are not known";
    }
    return boot.get().makesTableOf(finding.span(), host.kernel())
        ? ""
        : "what adds this rule at a boot was not captured";
  }

  /** The listing as `ip rule show` prints it after the reboot, in place of the captured one. */
  Map<Capture, Capture> listed(Finding finding) {
    Capture listing = finding.span().capture();
    Boot boot = host.boot().orElseThrow();
    String rules =
        String.join("\n", IpText.rules(boot.after().kernel(), boot.after().names())) + "\n";
    TextEdit all = new TextEdit(listing.span(0, listing.text().length()), rules);
    return Map.of(listing, listing.edited(List.of(all)));
  }
}
