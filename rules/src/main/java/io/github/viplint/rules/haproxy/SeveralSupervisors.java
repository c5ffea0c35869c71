package io.github.viplint.rules.haproxy;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** VL515: sections of more than one Supervisor stand in one file. */
final class SeveralSupervisors implements ConfigRule {
  /** What vCenter begins the names of a Supervisor's services with: its cluster and an id. */
  private static final Pattern HEAD =
      Pattern.compile("(domain-c\\d+:\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\b.*");

  private static final int MOST_SHOWN = 8;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL515",
        "several-supervisors",
        Severity.INFO,
        "one haproxy.cfg has services of several Supervisors, or of one that is gone");
  }

  @Override
  public Needs needs() {
    return ANY_PART;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    Map<String, Section> heads = new LinkedHashMap<>();
    Matcher name = HEAD.matcher("");
    for (Section section : file.sections()) {
      if (section.isProxy()
          && section.name().startsWith("domain-c")
          && name.reset(section.name()).matches()) {
        heads.putIfAbsent(name.group(1), section);
      }
    }
    if (heads.size() < 2) {
      return;
    }
    Iterator<Section> sections = heads.values().iterator();
    Section first = sections.next();
    Section second = sections.next();
    Finding.Builder finding =
        findings
            .at(
                host,
                second.header().span(1),
                "services of "
                    + heads.size()
                    + " Supervisors are in this file: they share the appliance, or one was removed"
                    + " and left its VIPs behind")
            .label("of another Supervisor than those above")
            .related(first.header().span(1), "the first one's")
            .help("if a Supervisor is gone, remove its leftover sections")
            .confirm(
                "grep -o 'domain-c[0-9]*:[0-9a-f-]\\{36\\}' /etc/haproxy/haproxy.cfg | sort -u");
    heads.keySet().forEach(finding::subject);
    for (int shown = 2; sections.hasNext() && shown < MOST_SHOWN; shown++) {
      finding.related(sections.next().header().span(1), "one more");
    }
    finding.fix(ConfigFix.byHand("remove what a Supervisor that is gone left behind")).report();
  }
}
