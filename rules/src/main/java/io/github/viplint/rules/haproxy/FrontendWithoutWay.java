package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.Span;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** VL511: connections that come in have no way out. */
final class FrontendWithoutWay implements ConfigRule {
  /** The modes in which connections are passed on. */
  private static final Set<String> PASSING = Set.of("tcp", "http");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL511",
        "frontend-without-way",
        Severity.WARNING,
        "a frontend has no backend for a connection, or a backend no server");
  }

  @Override
  public Needs needs() {
    return WHOLE;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    check(host, file.proxies(), findings);
  }

  private static void check(HostView host, List<Proxy> proxies, Findings findings) {
    List<Proxy> empty = new ArrayList<>();
    for (Proxy proxy : proxies) {
      boolean serves = proxy.isBack() && WayOut.serves(proxy);
      if (serves || proxy.isDisabled() || !PASSING.contains(proxy.mode())) {
        continue;
      }
      if (!proxy.isFront()) {
        empty.add(proxy);
      } else if (WayOut.leadsOn(proxy)) {
        unled(host, proxy, findings);
      } else if (!WayOut.answers(proxy)) {
        nowhere(host, proxy, findings);
      }
    }
    if (!empty.isEmpty()) {
      empty(host, empty, used(proxies), findings);
    }
  }

  /** Backends that lead nowhere: those that a connection may come to. */
  private static void empty(
      HostView host, List<Proxy> backends, Set<String> used, Findings findings) {
    boolean byExpression = used.stream().anyMatch(name -> name.contains("%["));
    for (Proxy backend : backends) {
      if ((byExpression || used.contains(backend.name())) && !WayOut.answers(backend)) {
        nowhere(host, backend, findings);
      }
    }
  }

  /** What proxies name where they pass connections on. */
  private static Set<String> used(List<Proxy> proxies) {
    Set<String> used = new HashSet<>();
    for (Proxy proxy : proxies) {
      proxy.last("default_backend").ifPresent(line -> used.addAll(line.arguments()));
      proxy.section().directives("use_backend").forEach(line -> used.addAll(line.arguments()));
    }
    return used;
  }

  private static void unled(HostView host, Proxy proxy, Findings findings) {
    List<Bind> unled = WayOut.unled(proxy);
    if (unled.isEmpty() || WayOut.answers(proxy)) {
      return;
    }
    for (Bind bind : unled) {
      report(
          host,
          proxy,
          bind.span(),
          "no use_backend takes port " + bind.firstPort() + ", and there is no default_backend",
          "connections to this port lead nowhere",
          findings);
    }
  }

  private static void nowhere(HostView host, Proxy proxy, Findings findings) {
    String what =
        switch (proxy.section().kind()) {
          case "frontend" -> "this frontend has neither default_backend nor use_backend";
          case "backend" -> "this backend has no server";
          default -> "this listen section has no server and no backend";
        };
    String label = proxy.isFront() ? "connections lead nowhere" : "nothing answers behind it";
    report(host, proxy, proxy.section().span(), what, label, findings);
  }

  private static void report(
      HostView host, Proxy proxy, Span span, String what, String label, Findings findings) {
    boolean http = proxy.mode().equals("http");
    String cure = proxy.isFront() ? "name a default_backend" : "add a server";
    findings
        .at(
            host,
            span,
            what + ": clients " + (http ? "get 503" : "are cut off as soon as they connect"))
        .label(label)
        .help(cure)
        .subject(proxy.called())
        .subject(span.text())
        .fix(ConfigFix.byHand(cure))
        .report();
  }
}
