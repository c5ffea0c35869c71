package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.Span;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.HaproxyVerdict;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** VL513: a directive begins in the middle of a line, most often for a lost line break. */
final class TwoDirectivesOnOneLine implements ConfigRule {
  private static final List<String> COMMANDS =
      List.of(
          "haproxy -c -f /etc/haproxy/haproxy.cfg",
          "systemctl reset-failed haproxy",
          "systemctl restart haproxy");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL513",
        "two-directives-on-one-line",
        Severity.ERROR,
        "a directive begins in the middle of another one's line: a line break is missing");
  }

  @Override
  public Needs needs() {
    return ANY_PART;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    Glue glue = Glue.of(file);
    for (Section section : file.sections()) {
      check(host, section, section.header(), glue, findings);
      for (Directive line : section.directives()) {
        check(host, section, line, glue, findings);
      }
    }
  }

  private static void check(
      HostView host, Section section, Directive line, Glue glue, Findings findings) {
    List<Integer> starts = glue.starts(line);
    if (!starts.isEmpty()) {
      report(host, section, line, starts, findings);
    }
  }

  private static void report(
      HostView host, Section section, Directive line, List<Integer> starts, Findings findings) {
    int first = starts.get(0);
    boolean exact = line.capture().isExact();
    Finding.Builder finding =
        findings
            .at(
                host,
                line.span(first),
                line.span(first).shown()
                    + " stands in the middle of a "
                    + line.span(0).shown()
                    + " line: a line break is missing, and haproxy "
                    + (exact ? "refuses the line or drops its rest" : "would not take the line"))
            .label("begins a line of its own")
            .help(
                exact
                    ? "begin a new line here"
                    : "look whether the line break is missing in the file too, or was lost in"
                        + " pasting")
            .subject(section.kind() + " " + section.name())
            .subject(line.keyword())
            .subject(line.word(first))
            .confirm("haproxy -c -f /etc/haproxy/haproxy.cfg");
    starts.stream()
        .skip(1)
        .limit(8)
        .forEach(start -> finding.related(line.span(start), "begins a line of its own too"));
    Optional<HaproxyVerdict> valid = host.fact(HaproxyVerdict.class).filter(HaproxyVerdict::valid);
    if (!exact || valid.isPresent()) {
      finding.severity(Severity.WARNING).confidence(Confidence.LOW);
    }
    valid.ifPresent(
        verdict ->
            finding.contradictedBy(verdict.span(), "haproxy -c calls the file valid as it is"));
    finding.fix(fix(section, line, starts, exact)).report();
  }

  /** vCenter writes the sections of its services anew, so editing those is of no use. */
  private static Fix fix(Section section, Directive line, List<Integer> starts, boolean exact) {
    if (!exact || ConfigFix.isVcenters(section)) {
      return Fix.of("begin a new line in the file", Fix.Safety.MANUAL, List.of(), COMMANDS);
    }
    List<TextEdit> edits = new ArrayList<>();
    for (int start : starts) {
      Span gap = line.capture().span(line.span(start - 1).end(), line.span(start).start());
      edits.add(new TextEdit(gap, "\n" + indent(line)));
    }
    return Fix.of("begin a new line", Fix.Safety.SAFE, edits, COMMANDS);
  }

  private static String indent(Directive line) {
    int start = line.span().start();
    String text = line.capture().text();
    return text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
  }
}
