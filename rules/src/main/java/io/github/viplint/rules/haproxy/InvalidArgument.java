package io.github.viplint.rules.haproxy;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.rules.haproxy.argument.ArgumentFault;
import io.github.viplint.rules.haproxy.argument.Arguments;

/** VL517: an argument that haproxy refuses. Only directives in its tables are judged. */
final class InvalidArgument implements ConfigRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL517",
        "invalid-argument",
        Severity.ERROR,
        "an argument that haproxy refuses: a time, a number, a word of a fixed list");
  }

  @Override
  public Needs needs() {
    return ANY_PART;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    Glue glue = Glue.of(file);
    Arguments arguments = new Arguments(file, version);
    Arguments.Faults faults =
        (section, line, fault) -> report(host, section, line, fault, glue, findings);
    for (Section section : file.sections()) {
      arguments.of(section, faults);
    }
  }

  private static void report(
      HostView host,
      Section section,
      Directive line,
      ArgumentFault fault,
      Glue glue,
      Findings findings) {
    if (fault.index() > 0 && !glue.isOwn(line, fault.index())) {
      return; // VL513 has the line
    }
    Finding.Builder finding =
        WordReport.at(
                host,
                section,
                line.span(fault.index()),
                fault.message() + ": haproxy refuses the file",
                findings)
            .label("haproxy does not take this")
            .help(fault.help())
            .subject(line.keyword());
    ConfigFix.byHandOrLeftOut(section, line.span(), fault.help()).forEach(finding::fix);
    finding.report();
  }
}
