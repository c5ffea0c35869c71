package io.github.viplint.lint;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.log.Signature;
import io.github.viplint.model.Sighting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule that is all in its signatures: it reports what the log messages mean. Those that say the
 * same of the same are one finding.
 */
public final class MessageRule implements Rule {
  private static final Needs NEEDS = anyLog();

  private final RuleInfo info;
  private final List<Signature> signatures;

  /**
   * @param signatures those of this rule
   */
  public MessageRule(RuleInfo info, List<Signature> signatures) {
    this.info = info;
    this.signatures = List.copyOf(signatures);
  }

  private static Needs anyLog() {
    CaptureKind[] logs =
        Arrays.stream(CaptureKind.values())
            .filter(kind -> kind.events() || kind == CaptureKind.WCP_CLUSTER)
            .filter(kind -> kind != CaptureKind.PING)
            .toArray(CaptureKind[]::new);
    return Needs.ofAnyHost().any(logs[0], logs);
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public Needs needs() {
    return NEEDS;
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(NEEDS)) {
      Map<Sighting, List<LogHit>> same = new LinkedHashMap<>();
      for (LogHit hit : host.hitsOfRule(info.code())) {
        same.computeIfAbsent(hit.sighting(), key -> new ArrayList<>()).add(hit);
      }
      same.values().forEach(hits -> report(host, hits, findings));
    }
  }

  private static void report(HostView host, List<LogHit> hits, Findings findings) {
    LogHit first = hits.get(0);
    Finding.Builder finding =
        findings
            .at(host, first.span(), first.sighting().meaning())
            .help(first.sighting().fix())
            .occurrences(Occurrences.of(hits));
    first.groups().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(group -> finding.subject(group.getKey() + " " + group.getValue()));
    finding.report();
  }

  /** Put together from what the signatures say. */
  @Override
  public String page() {
    StringBuilder page = new StringBuilder("# " + info.code() + " " + info.name() + "\n\n");
    page.append(info.summary()).append('\n');
    for (Signature signature : signatures) {
      page.append("\n## ").append(signature.id()).append('\n');
      page.append(signature.meaning()).append('\n');
      page.append(signature.fix().isEmpty() ? "" : "\nFix: " + signature.fix() + "\n");
      page.append(signature.source().isEmpty() ? "" : "\nSource: " + signature.source() + "\n");
    }
    return page.toString();
  }
}
