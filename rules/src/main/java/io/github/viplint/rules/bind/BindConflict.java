package io.github.viplint.rules.bind;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.twin.haproxy.HaproxyBoot;
import java.util.HashSet;
import java.util.Set;

/** VL202: two listeners want one address and port. */
final class BindConflict implements Rule {
  private static final int MOST_FINDINGS = 200;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL202",
        "bind-conflict",
        Severity.WARNING,
        "two listeners share an address and port, and the kernel shares out the connections");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.HAPROXY_CFG);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(HaproxyCfg.class).ifPresent(cfg -> check(host, cfg, findings));
    }
  }

  private static void check(HostView host, HaproxyCfg cfg, Findings findings) {
    Set<Bind> refused = new HashSet<>();
    host.boot().stream()
        .flatMap(boot -> boot.haproxy().binds(HaproxyBoot.Outcome.IN_USE).stream())
        .limit(MOST_FINDINGS)
        .forEach(
            listener -> {
              refused.add(listener.bind());
              inUse(host, listener, findings);
            });
    SharedPorts.in(cfg).stream()
        .filter(pair -> !refused.contains(pair.later()))
        .limit(MOST_FINDINGS)
        .forEach(pair -> shared(host, pair, findings));
  }

  private static void inUse(HostView host, HaproxyBoot.Listener listener, Findings findings) {
    Bind bind = listener.bind();
    IPAddress address = bind.address().orElseThrow();
    Endpoint endpoint = new Endpoint(address, bind.firstPort());
    findings
        .at(
            host,
            bind.span(),
            "haproxy can't bind "
                + endpoint
                + ", for "
                + listener.reason()
                + ": it will not start, and all its VIPs are down")
        .severity(Severity.ERROR)
        .label("in use")
        .help("give one of the two another address or port")
        .subject(endpoint)
        .confirm("ss -ltnp 'sport = :" + bind.firstPort() + "'")
        .predicts(Condition.of(Condition.Kind.PORT_IN_USE, host.name(), endpoint))
        .report();
  }

  private static void shared(HostView host, SharedPorts.Pair pair, Findings findings) {
    Bind earlier = pair.earlier();
    Bind later = pair.later();
    boolean same = earlier.address().equals(later.address());
    Endpoint endpoint = new Endpoint(later.address().orElseThrow(), pair.port());
    Finding.Builder finding =
        findings
            .at(
                host,
                later.span(),
                same
                    ? endpoint
                        + " is bound twice: haproxy says nothing, and the kernel gives each"
                        + " connection to one of the two by chance"
                    : endpoint
                        + " is bound beside "
                        + earlier.span().shown()
                        + " on all addresses: which of the two answers depends on the address")
            .label(same ? "bound before" : "the same port")
            .help("give one of the two another address or port, or delete one")
            .related(earlier.span(), "the other one, of " + earlier.proxy())
            .subject(endpoint)
            .subject(earlier.proxy())
            .subject(later.proxy())
            .confirm("ss -ltn 'sport = :" + pair.port() + "'");
    finding.report();
  }
}
