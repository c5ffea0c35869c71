package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.Span;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.AclCondition;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.SyntaxFault;

/** VL516: haproxy can't take the file apart into lines, words and conditions. */
final class HaproxySyntax implements ConfigRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL516",
        "haproxy-syntax",
        Severity.ERROR,
        "a quote, brace, escape or block is not closed, or haproxy stumbles over bytes of the file");
  }

  @Override
  public Needs needs() {
    return ANY_PART;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    for (SyntaxFault fault : file.faults()) {
      boolean ofBytes =
          fault.kind() == SyntaxFault.Kind.MISSING_LAST_LF
              || fault.kind() == SyntaxFault.Kind.STRAY_NUL;
      if (!ofBytes || fault.span().capture().isExact()) {
        report(host, fault, fault.refusedBy(version), findings);
      }
    }
    Glue glue = Glue.of(file);
    for (Section section : file.sections()) {
      for (WrongWord word : WrongWord.of(section, glue, version)) {
        report(host, section, word, findings);
      }
      if (!AclCondition.mayBeIn(section)) {
        continue;
      }
      for (Directive line : section.directives()) {
        AclCondition.of(line)
            .ifPresent(condition -> braces(host, section, condition, glue, findings));
      }
    }
  }

  private static void report(HostView host, SyntaxFault fault, boolean refused, Findings findings) {
    SyntaxWords words = SyntaxWords.of(fault.kind());
    Finding.Builder finding =
        findings
            .at(
                host,
                fault.span(),
                words.what()
                    + (refused
                        ? ": haproxy refuses the file"
                        : ": haproxy warns, and later releases refuse the file"))
            .label(words.message())
            .help(words.cure())
            .subject(fault.kind().name().toLowerCase(java.util.Locale.ROOT))
            .confirm(ConfigFix.CHECK);
    if (!refused) {
      finding.severity(Severity.WARNING);
    }
    finding.fix(SyntaxFix.of(fault, words.cure())).report();
  }

  private static void report(HostView host, Section section, WrongWord wrong, Findings findings) {
    findings
        .at(host, wrong.line().span(wrong.word()), wrong.what() + ": haproxy refuses the file")
        .label(wrong.message())
        .help(wrong.cure())
        .subject(section.toString())
        .subject(wrong.message())
        .confirm(ConfigFix.CHECK)
        .fix(SyntaxFix.of(section, wrong))
        .report();
  }

  private static void braces(
      HostView host, Section section, AclCondition condition, Glue glue, Findings findings) {
    Directive line = condition.directive();
    for (AclCondition.Term term : condition.terms()) {
      boolean closed = line.word(term.end() - 1).equals("}") && term.end() - 1 > term.word();
      if (term.anonymous()
          && !closed
          && !line.isConditional()
          && !line.expands()
          && glue.isOwn(line, term.word())) {
        Span open = line.span(term.word());
        findings
            .at(host, open, "this brace is not closed: haproxy refuses the file")
            .label("missing closing '}' in condition")
            .help("close the condition with a blank and }")
            .subject(section.toString())
            .subject(line.keyword())
            .confirm(ConfigFix.CHECK)
            .fix(SyntaxFix.closing(section, line))
            .report();
      }
    }
  }
}
