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
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Proxy;
import io.github.viplint.model.haproxy.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** VL509: a proxy lacks a timeout that haproxy warns about. */
final class MissingTimeout implements ConfigRule {
  /** What the appliance's own file sets. */
  private static final Map<String, String> USUAL =
      Map.of("client", "10s", "connect", "9s", "server", "10s");

  /** Proxies that lack the same for the same reason are one finding. */
  private record Lack(List<Section> defaults, List<String> timeouts) {}

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL509",
        "missing-timeout",
        Severity.WARNING,
        "a proxy has no client, connect or server timeout: dead connections are never closed");
  }

  @Override
  public Needs needs() {
    return WHOLE;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    lacks(file).forEach((lack, proxies) -> report(host, lack, proxies, findings));
  }

  private static Map<Lack, List<Proxy>> lacks(HaproxyCfg file) {
    Map<Lack, List<Proxy>> lacks = new LinkedHashMap<>();
    for (Proxy proxy : file.proxies()) {
      List<String> missing = missing(proxy);
      if (!missing.isEmpty() && !proxy.isDisabled()) {
        lacks
            .computeIfAbsent(new Lack(proxy.defaults(), missing), lack -> new ArrayList<>())
            .add(proxy);
      }
    }
    return lacks;
  }

  /** As check_config_validity() of haproxy's src/cfgparse.c asks for them. */
  private static List<String> missing(Proxy proxy) {
    List<String> missing = new ArrayList<>(0);
    String mode = proxy.mode();
    if (!mode.equals("tcp") && !mode.equals("http")) {
      return missing;
    }
    if (proxy.isFront() && !isSet(proxy, "client")) {
      missing.add("client");
    }
    boolean serves =
        proxy.isBack() && (proxy.section().has("server") || proxy.section().has("server-template"));
    if (serves && !isSet(proxy, "connect")) {
      missing.add("connect");
    }
    if (serves && !isSet(proxy, "server") && (mode.equals("http") || !isSet(proxy, "tunnel"))) {
      missing.add("server");
    }
    return missing;
  }

  /** Zero is none. A variable may hold anything. */
  private static boolean isSet(Proxy proxy, String name) {
    Optional<Directive> line = proxy.last("timeout", name);
    return line.isPresent() && line.get().size() > 2 && !isZero(line.get().word(2));
  }

  private static boolean isZero(String time) {
    return time.startsWith("0") && time.matches("0+(?:us|ms|[smhd])?");
  }

  private static void report(HostView host, Lack lack, List<Proxy> proxies, Findings findings) {
    Proxy first = proxies.get(0);
    String timeouts =
        lack.timeouts().stream().map(name -> "timeout " + name).collect(Collectors.joining(", "));
    int others = proxies.size() - 1;
    Finding.Builder finding =
        findings
            .at(
                host,
                first.section().span(),
                first.section().span().shown()
                    + (others == 0 ? " has" : " and " + others + " more have")
                    + " no "
                    + timeouts
                    + ": a peer that is gone without a word holds its connection for good")
            .label("no " + timeouts + " of its own or in its defaults")
            .help("set " + timeouts + " in the defaults section")
            .subject(first.called())
            .confirm(ConfigFix.CHECK);
    lack.timeouts().forEach(finding::subject);
    proxies.stream()
        .skip(1)
        .limit(8)
        .forEach(proxy -> finding.related(proxy.section().span(), "lacks the same"));
    finding.fix(fix(lack)).report();
  }

  private static Fix fix(Lack lack) {
    String title = "set the timeouts that the appliance's own file sets";
    if (lack.defaults().isEmpty()) {
      return ConfigFix.byHand(title);
    }
    Section defaults = lack.defaults().get(0);
    List<Directive> lines = defaults.directives();
    Directive above = lines.isEmpty() ? defaults.header() : lines.get(lines.size() - 1);
    String indent = lines.isEmpty() ? "  " : ConfigFix.indent(above);
    String added =
        lack.timeouts().stream()
            .map(name -> "timeout " + name + " " + USUAL.get(name))
            .collect(Collectors.joining("\n" + indent));
    List<TextEdit> edits = List.of(ConfigFix.below(above, indent, added));
    return ConfigFix.of(defaults, title, Fix.Safety.UNSAFE, edits);
  }
}
