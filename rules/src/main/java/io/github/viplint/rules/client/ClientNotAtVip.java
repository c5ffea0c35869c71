package io.github.viplint.rules.client;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressText;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.Logins;
import io.github.viplint.model.Logins.Login;
import io.github.viplint.model.haproxy.Bind;
import java.util.List;
import java.util.stream.Collectors;

/** VL715: a login that went elsewhere. */
final class ClientNotAtVip implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL715",
          "client-not-at-vip",
          Severity.INFO,
          "a login went to an address that haproxy does not bind");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).whole(CaptureKind.HAPROXY_CFG).anywhere(CaptureKind.KUBECTL);
  }

  private static final int MOST_NAMED = 4;

  @Override
  public void check(LabView lab, Findings findings) {
    List<Login> logins =
        lab.hosts().stream()
            .flatMap(host -> host.facts(Logins.class).stream())
            .flatMap(all -> all.logins().stream())
            .toList();
    for (HostView host : lab.hosts(needs())) {
      host.fact(HaproxyCfg.class)
          .filter(cfg -> !cfg.excerpt())
          .ifPresent(cfg -> logins.forEach(login -> check(lab, host, cfg, login, findings)));
    }
  }

  private static void check(
      LabView lab, HostView host, HaproxyCfg cfg, Login login, Findings findings) {
    List<Bind> vips = cfg.binds().stream().filter(bind -> bind.address().isPresent()).toList();
    // nobody could tell which appliance it went to, or the appliance answers on every address
    if (vips.isEmpty()
        || vips.stream().anyMatch(Bind::wildcard)
        || lab.hosts(Role.APPLIANCE).size() != 1) {
      return;
    }
    login
        .server()
        .flatMap(AddressText::address)
        .filter(server -> vips.stream().noneMatch(bind -> bind.address().get().equals(server)))
        .ifPresent(
            server ->
                findings
                    .at(
                        host,
                        login.span(),
                        "the login went to " + server + ", which is no VIP that haproxy binds")
                    .label("haproxy binds " + named(vips))
                    .help("log in at the VIP of the Supervisor's kube-apiserver-lb-svc")
                    .subject(server)
                    .report());
  }

  private static String named(List<Bind> vips) {
    List<IPAddress> addresses = vips.stream().map(bind -> bind.address().get()).distinct().toList();
    String named =
        addresses.stream()
            .limit(MOST_NAMED)
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return addresses.size() > MOST_NAMED ? named + " and more" : named;
  }
}
