package io.github.viplint.rules.haproxy;

import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Server;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** VL512: two servers of one backend are the same machine. */
final class DuplicateAddressInBackend implements ConfigRule {
  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL512",
        "duplicate-address-in-backend",
        Severity.INFO,
        "two servers of one backend have one address and port");
  }

  @Override
  public Needs needs() {
    return ANY_PART;
  }

  @Override
  public void check(HostView host, HaproxyCfg file, HaproxyVersion version, Findings findings) {
    for (Section section : file.sections()) {
      if (section.isBackend() && section.servers().size() > 1) {
        check(host, section, findings);
      }
    }
  }

  private static void check(HostView host, Section section, Findings findings) {
    Map<Object, Server> first = new HashMap<>();
    for (Server server : section.servers()) {
      // Several disabled servers of one address are places kept for later.
      if (server.directive().hasArgument("disabled")) {
        continue;
      }
      Server earlier = first.putIfAbsent(target(server), server);
      if (earlier != null) {
        report(host, section, earlier, server, findings);
      }
    }
  }

  /** What the server connects to; words that aren't understood are compared as written. */
  private static Object target(Server server) {
    long usual = server.where().ipv4();
    if (usual >= 0 && server.port() > 0) {
      return usual << Short.SIZE | server.port();
    }
    return server.address().isEmpty() || server.port() == 0
        ? server.directive().word(2)
        : new Endpoint(server.address().get(), server.port());
  }

  private static void report(
      HostView host, Section section, Server earlier, Server server, Findings findings) {
    findings
        .at(
            host,
            server.span(),
            "servers "
                + earlier.directive().span(1).shown()
                + " and "
                + server.directive().span(1).shown()
                + " are one: it gets twice the connections, and when it fails both are gone")
        .label("the same address and port again")
        .related(earlier.span(), "first here")
        .help("give the second server its own address, or take the line out")
        .subject(section.kind() + " " + section.name())
        .subject(server.name())
        .fix(
            ConfigFix.of(
                section,
                "take the second server out",
                Fix.Safety.UNSAFE,
                List.of(ConfigFix.without(server.directive()))))
        .report();
  }
}
