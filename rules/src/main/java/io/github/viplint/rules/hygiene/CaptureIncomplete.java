package io.github.viplint.rules.hygiene;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.Source;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Reading;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** VL902: haproxy-support brought less than it was to bring. */
final class CaptureIncomplete implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL902",
          "capture-incomplete",
          Severity.INFO,
          "a file of haproxy-support ends early, or is empty because the wrong unit was asked");

  /** The last section of network-info.log. */
  private static final String LAST = "--- OPEN PORTS ---";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .any(CaptureKind.JOURNAL, CaptureKind.IP_ROUTE, CaptureKind.IP_ADDR, CaptureKind.IP_RULE);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Set<Source> sources = new LinkedHashSet<>();
      host.state().readings().stream()
          .map(Reading::capture)
          .filter(capture -> isNamed(capture, "network-info.log"))
          .forEach(capture -> sources.add(capture.source()));
      sources.stream()
          .filter(source -> !source.text().contains(LAST))
          .forEach(source -> endsEarly(host, source, findings));
      host.state()
          .readings(CaptureKind.JOURNAL)
          .map(Reading::capture)
          .filter(capture -> isNamed(capture, "anyip.log"))
          .filter(capture -> capture.text().strip().equals("-- No entries --"))
          .forEach(capture -> isEmpty(host, capture, findings));
    }
  }

  private static boolean isNamed(Capture capture, String name) {
    String file = capture.source().file();
    return file.equals(name) || file.endsWith("/" + name);
  }

  private static void endsEarly(HostView host, Source source, Findings findings) {
    List<Capture> captures =
        host.state().readings().stream()
            .map(Reading::capture)
            .filter(capture -> capture.source() == source)
            .sorted(Comparator.comparing(capture -> capture.sourceStart(capture.all())))
            .toList();
    Capture last = captures.get(captures.size() - 1);
    findings
        .at(
            host,
            last.span(
                Math.max(0, last.text().stripTrailing().length() - 1),
                last.text().stripTrailing().length()),
            "network-info.log ends before its last section: one of its commands failed, and those"
                + " behind it never ran")
        .label("ends here")
        .help("capture what is missing: `ip route show table all; ip rule show; ss -lntp`")
        .subject("network-info.log")
        .report();
  }

  private static void isEmpty(HostView host, Capture capture, Findings findings) {
    findings
        .at(
            host,
            capture.all(),
            "anyip.log is empty because haproxy-support asks for the unit anyip, and the unit is called"
                + " anyip-routes")
        .label("this proves nothing")
        .help("capture `journalctl -u anyip-routes --no-pager`")
        .subject("anyip.log")
        .report();
  }
}
