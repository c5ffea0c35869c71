package io.github.viplint.rules.haproxy;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** VL510: a directive for HTTP in a proxy that passes TCP on, or a backend of the wrong mode. */
final class ModeMismatch implements ConfigRule {
  private static final int MOST = 8;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL510",
        "mode-mismatch",
        Severity.WARNING,
        "a directive for HTTP in a proxy of mode tcp, or a backend whose mode does not fit");
  }

  @Override
  public Needs needs() {
    return WHOLE;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    List<Proxy> proxies = file.proxies();
    Map<String, Proxy> backs = Proxy.backs(proxies);
    for (Proxy proxy : proxies) {
      if (!proxy.isDisabled() && proxy.mode().equals("tcp")) {
        idle(host, proxy, findings);
      } else if (!proxy.isDisabled() && proxy.mode().equals("http")) {
        incompatible(host, proxy, backs, findings);
      }
    }
  }

  private static void idle(HostView host, Proxy proxy, Findings findings) {
    if (!HttpOnly.isIn(proxy.section())) {
      return;
    }
    Map<String, Finding.Builder> byKeyword = new LinkedHashMap<>();
    for (Directive line : proxy.section().directives()) {
      String keyword = HttpOnly.of(line);
      if (keyword.isEmpty()) {
        continue;
      }
      Finding.Builder known = byKeyword.get(keyword);
      if (known != null) {
        known.related(line.span(), "has no effect either");
      } else if (byKeyword.size() < MOST) {
        byKeyword.put(keyword, idle(host, proxy, line, keyword, findings));
      }
    }
    byKeyword.values().forEach(Finding.Builder::report);
  }

  private static Finding.Builder idle(
      HostView host, Proxy proxy, Directive line, String keyword, Findings findings) {
    Finding.Builder finding =
        findings
            .at(
                host,
                line.span(),
                "'"
                    + keyword
                    + "' needs mode http, and this "
                    + proxy.section().kind()
                    + " is in mode tcp: haproxy ignores it")
            .label("no effect in mode tcp")
            .subject(proxy.called())
            .subject(keyword)
            .confirm(ConfigFix.CHECK);
    proxy.last("mode").ifPresent(mode -> finding.related(mode.span(), "the mode"));
    if (keyword.equals("option httplog") || keyword.equals("option httpslog")) {
      return finding
          .help("write option tcplog, which haproxy falls back to")
          .fix(
              ConfigFix.of(
                  proxy.section(),
                  "write option tcplog",
                  Fix.Safety.SAFE,
                  List.of(ConfigFix.word(line, 1, "tcplog"))));
    }
    return finding
        .help("set mode http, or take the line out")
        .fix(ConfigFix.byHand("set mode http, or take the line out"));
  }

  /** haproxy passes tcp on to http, and not the other way round. */
  private static void incompatible(
      HostView host, Proxy proxy, Map<String, Proxy> backs, Findings findings) {
    for (Directive line : proxy.section().directives()) {
      boolean passes =
          line.keyword().equals("use_backend") || line.keyword().equals("default_backend");
      Proxy target = passes && line.size() > 1 ? backs.get(line.word(1)) : null;
      if (target != null && target.mode().equals("tcp")) {
        Finding.Builder finding =
            findings
                .at(
                    host,
                    line.span(1),
                    "this "
                        + proxy.section().kind()
                        + " is in mode http and its backend in mode tcp: haproxy refuses the file")
                .severity(Severity.ERROR)
                .label("a backend in mode tcp")
                .related(target.section().span(), "the backend")
                .help("give both the same mode")
                .subject(proxy.called())
                .subject(target.called())
                .confirm(ConfigFix.CHECK)
                .fix(ConfigFix.byHand("give both the same mode"));
        finding.report();
      }
    }
  }
}
