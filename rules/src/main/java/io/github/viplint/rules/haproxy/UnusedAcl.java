package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Definition;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.ReferenceTable;
import io.github.viplint.model.haproxy.References;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Symbol;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** VL508: no condition asks for an ACL. */
final class UnusedAcl implements ConfigRule {
  /** {@code acl(is_api,!is_local)} in an expression, from 2.9 on. */
  private static final Pattern NAMES = Pattern.compile("\\bacl\\(([^)]*)\\)");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL508", "unused-acl", Severity.INFO, "an ACL is defined and no condition asks for it");
  }

  @Override
  public Needs needs() {
    return WHOLE;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    for (Section section : file.sections()) {
      if (!section.mayHave("acl")) {
        continue;
      }
      ReferenceTable acls = References.of(Symbol.ACL, section);
      List<Definition> unused = acls.unused();
      if (unused.isEmpty()) {
        continue;
      }
      Set<String> asked = asked(section, Glue.of(file));
      for (Definition acl : unused) {
        if (!asked.contains(acl.name()) && !acl.directive().expands()) {
          report(host, acls.definitions(acl.name()), findings);
        }
      }
    }
  }

  /** Whatever may be a name of an ACL: behind {@code if}, in an expression, on a glued line. */
  private static Set<String> asked(Section section, Glue glue) {
    Set<String> names = new HashSet<>();
    glue.lost(section).forEach(word -> names.add(bare(word)));
    for (Directive line : section.directives()) {
      boolean condition = false;
      for (int i = 1; i < line.size(); i++) {
        String word = line.word(i);
        if (condition) {
          names.add(bare(word));
        }
        condition |= word.equals("if") || word.equals("unless");
        Matcher expression = NAMES.matcher(word);
        while (expression.find()) {
          for (String name : expression.group(1).split(",", -1)) {
            names.add(bare(name));
          }
        }
      }
    }
    return names;
  }

  private static String bare(String word) {
    int at = 0;
    while (at < word.length() && word.charAt(at) == '!') {
      at++;
    }
    return word.substring(at);
  }

  private static void report(HostView host, List<Definition> same, Findings findings) {
    Definition first = same.get(0);
    Finding.Builder finding =
        findings
            .at(
                host,
                first.span(),
                "no condition of this "
                    + first.section().kind()
                    + " asks for "
                    + first.span().shown()
                    + ": the ACL does nothing")
            .label("defined, never used")
            .help("use it in a condition, or take it out")
            .subject(first.section().toString())
            .subject(first.name());
    same.stream().skip(1).forEach(more -> finding.related(more.span(), "defined further here"));
    List<TextEdit> edits = same.stream().map(acl -> ConfigFix.without(acl.directive())).toList();
    finding.fix(ConfigFix.of(first.section(), "take it out", Fix.Safety.UNSAFE, edits)).report();
  }
}
