package io.github.viplint.rules.bind;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Endpoint;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.space.Claim;
import io.github.viplint.twin.haproxy.HaproxyBoot.Listener;
import io.github.viplint.twin.haproxy.HaproxyBoot.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** VL201: a frontend binds an address that is not local on the appliance. */
final class BindNotLocal implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "VL201",
          "bind-not-local",
          Severity.ERROR,
          "a bind address is in no active VIP range and on no interface, so haproxy will not start");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .all(CaptureKind.HAPROXY_CFG)
        .any(CaptureKind.ANYIP_ROUTES, CaptureKind.IP_ROUTE);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      Optional<LocalRanges> ranges = LocalRanges.of(host);
      if (ranges.isPresent()) {
        Optional<AnyipRoutes> file =
            host.fact(AnyipRoutes.class)
                .filter(one -> one.capture().isWhole() && !one.hasTemplates());
        unbindable(host, ranges.get())
            .forEach(
                (address, binds) ->
                    report(
                        host,
                        ranges.get(),
                        address,
                        binds,
                        new Cure(address, isWritten(lab, host, address), file),
                        findings));
      }
    }
  }

  /** As the twin's boot has it, but for what is active now. */
  private static Map<IPAddress, List<Listener>> unbindable(HostView host, LocalRanges ranges) {
    Map<IPAddress, List<Listener>> byAddress = new LinkedHashMap<>();
    host.boot().stream()
        .flatMap(boot -> boot.haproxy().binds().stream())
        .filter(
            listener ->
                listener.outcome() == Outcome.NOT_LOCAL || listener.outcome() == Outcome.UNKNOWN)
        .forEach(
            listener ->
                listener
                    .address()
                    .filter(address -> !ranges.isActive(address))
                    .ifPresent(
                        address ->
                            byAddress
                                .computeIfAbsent(address, key -> new ArrayList<>())
                                .add(listener)));
    return byAddress;
  }

  private static void report(
      HostView host,
      LocalRanges ranges,
      IPAddress address,
      List<Listener> listeners,
      Cure cure,
      Findings findings) {
    List<Bind> binds = listeners.stream().map(Listener::bind).toList();
    boolean sure = ranges.activeIsKnown() || listeners.get(0).outcome() == Outcome.NOT_LOCAL;
    Bind first = binds.get(0);
    Finding.Builder finding =
        findings
            .at(
                host,
                first.span(),
                cure.fault(host) + ": haproxy will not start, and all its VIPs are down")
            .label(cure.label())
            .subject(address)
            .confidence(sure ? Confidence.HIGH : Confidence.MEDIUM)
            .note(ranges.described())
            .help(cure.help())
            .confirm("ip route get " + address)
            .confirm("systemctl is-active haproxy")
            .predicts(Condition.of(Condition.Kind.NOT_LOCAL, host.name(), AddressRange.of(address)))
            .predicts(
                Condition.of(
                    Condition.Kind.BIND_FAILED,
                    host.name(),
                    new Endpoint(address, first.firstPort())));
    cure.fix().ifPresent(finding::fix);
    binds.stream().skip(1).forEach(bind -> finding.related(bind.span(), "binds it too"));
    finding.report();
  }

  /** Whether a line of the file holds the address already: that line is to be mended. */
  private static boolean isWritten(LabView lab, HostView host, IPAddress address) {
    return lab.claims().holding(address).stream()
        .anyMatch(
            claim ->
                claim.use() == Claim.Use.VIP_RANGE
                    && claim.said() == Claim.Said.CONFIGURED
                    && claim.host().equals(host.name()));
  }

  /**
   * What makes an address local.
   *
   * @param written whether a line of the file holds it already
   * @param file that can take a line for it
   */
  private record Cure(IPAddress address, boolean written, Optional<AnyipRoutes> file) {
    private static final List<String> RESTART =
        List.of(
            "systemctl restart anyip-routes",
            "systemctl reset-failed haproxy",
            "systemctl start haproxy");

    String fault(HostView host) {
      return isIpv4ForIpv6Only()
          ? "::ffff:"
              + address.toIPv6().getEmbeddedIPv4Address()
              + " can't be bound by a socket for IPv6 only"
          : address + " is not local on " + host.called();
    }

    String label() {
      return isIpv4ForIpv6Only() ? "an IPv4 address" : "in no active VIP range and on no interface";
    }

    private boolean isIpv4ForIpv6Only() {
      return address.isIPv6() && address.toIPv6().isIPv4Mapped();
    }

    String help() {
      if (isIpv4ForIpv6Only()) {
        return "bind the IPv4 address as such, or leave v6only out";
      }
      if (address.isIPv6()) {
        return "give an interface the address, or bind another one: no range of anyip-routes.cfg"
            + " lets haproxy bind an IPv6 address";
      }
      return written
          ? "mend what keeps the range that holds it from being added to table local"
          : "add a range that holds "
              + address
              + " to /etc/vmware/anyip-routes.cfg, newline at the end";
    }

    /** The smallest range that will do: which ranges vCenter has is not known here. */
    Optional<Fix> fix() {
      if (address.isIPv6() || written) {
        return Optional.empty();
      }
      return Optional.of(file.map(this::line).orElseGet(this::byHand));
    }

    private Fix line(AnyipRoutes ranges) {
      Capture capture = ranges.capture();
      int end = capture.text().length();
      String gap = capture.text().isEmpty() || capture.text().endsWith("\n") ? "" : "\n";
      return Fix.of(
              "add " + address + "/32 to anyip-routes.cfg",
              Fix.Safety.UNSAFE,
              List.of(new TextEdit(capture.span(end, end), gap + address + "/32\n")),
              RESTART)
          .andElsewhere(
              "add the whole range that vCenter has to the file and to the vApp property"
                  + " loadbalance.service_ip_range, for the next VIP of it fails as well");
    }

    private Fix byHand() {
      List<String> commands =
          new ArrayList<>(List.of("echo '" + address + "/32' >> /etc/vmware/anyip-routes.cfg"));
      commands.addAll(RESTART);
      return Fix.of("make " + address + " local", Fix.Safety.MANUAL, List.of(), commands);
    }
  }
}
