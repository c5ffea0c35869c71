package io.github.viplint.rules.table;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.RouteTables.Entry;
import io.github.viplint.model.RouteTables.Field;
import io.github.viplint.space.Claim.Use;
import io.github.viplint.twin.command.Refusal.Reason;
import java.util.List;
import java.util.Optional;

/** VL305: a gateway of route-tables.cfg that can be no gateway of its line's network. */
final class RouteTableGateway implements Rule {
  private static final int MOST_ROUTERS = 4;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL305",
        "route-table-gateway",
        Severity.ERROR,
        "a gateway of route-tables.cfg lies outside its network, or is no host of it");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE).all(CaptureKind.ROUTE_TABLES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(RouteTables.class)
          .ifPresent(file -> check(lab, host, file, TableOutcomes.of(host), findings));
    }
  }

  private static void check(
      LabView lab, HostView host, RouteTables file, TableOutcomes outcomes, Findings findings) {
    for (List<Entry> lines : RouteTablesService.tables(file).values()) {
      for (Entry line : lines) {
        if (judges(line, outcomes)) {
          objection(line.address().get(), line.gateway().get())
              .or(() -> unreached(host, line, outcomes))
              .ifPresent(objection -> report(lab, host, line, objection, outcomes, findings));
        }
      }
    }
  }

  /** Whether the line has a gateway and a network to compare. */
  static boolean judges(Entry line, TableOutcomes outcomes) {
    return outcomes.hasGateway(line) && line.address().isPresent() && line.gateway().isPresent();
  }

  /** What the kernel has against a gateway that looks right, and VL307 does not tell. */
  private static Optional<String> unreached(HostView host, Entry line, TableOutcomes outcomes) {
    boolean unreached =
        outcomes.endsFor(line, Reason.GATEWAY_NOT_ON_LINK)
            && !RouteTableCidrDiffers.differs(host, line, outcomes);
    return unreached
        ? Optional.of(
            "is not reached out of the interface with that MAC address, which is down or has no such network")
        : Optional.empty();
  }

  /** Why an address can't be the gateway. */
  private static Optional<String> objection(Cidr own, IPAddress gateway) {
    if (!own.contains(gateway)) {
      return Optional.of("lies outside " + own.network() + ", the network of its line");
    }
    if (gateway.equals(own.address())) {
      return Optional.of("is the appliance's own address");
    }
    if (own.prefixLength() < own.address().getBitCount() - 1) {
      if (gateway.equals(own.range().first())) {
        return Optional.of("is the network address of " + own.network());
      }
      if (gateway.isIPv4() && gateway.equals(own.range().last())) {
        return Optional.of("is the broadcast address of " + own.network());
      }
    }
    return Optional.empty();
  }

  /** Without its addresses the twin takes every gateway to be on link. */
  private static boolean isRefused(HostView host, Entry line, TableOutcomes outcomes) {
    boolean outside = !line.address().orElseThrow().contains(line.gateway().orElseThrow());
    return outcomes.endsFor(line, Reason.GATEWAY_NOT_ON_LINK)
        || outside && !host.kernel().interfacesComplete();
  }

  private static void report(
      LabView lab,
      HostView host,
      Entry line,
      String objection,
      TableOutcomes outcomes,
      Findings findings) {
    boolean refused = isRefused(host, line, outcomes);
    Field field = line.fields().get(4);
    Cidr own = line.address().orElseThrow();
    String gateway = RouteTablesService.shown(field);
    String name = RouteTablesService.shown(line.fields().get(1));
    Finding.Builder finding =
        findings
            .at(
                host,
                field.span(),
                "gateway "
                    + gateway
                    + " of table "
                    + name
                    + " "
                    + objection
                    + (refused
                        ? ": the kernel refuses it, and route-tables fails"
                        : ": replies by this table go nowhere"))
            .label("no router of " + own.network())
            .help("write the address that the router has in " + own.network())
            .related(line.fields().get(3).span(), "the network of the line")
            .subject(name)
            .subject(gateway)
            .confirm(RouteTablesService.CONFIRM);
    routers(lab, own).forEach(router -> finding.fix(write(field, router)));
    finding
        .fix(RouteTableFault.byHand("write the router's address in " + own.network()))
        .fix(RouteTablesService.withoutLine(line));
    if (refused) {
      finding
          .note(
              "the kernel says `Network is unreachable`, newer ones `Nexthop has invalid gateway`")
          .predicts(RouteTablesService.rejection(host));
    }
    finding.report();
  }

  /** Addresses of the network that somebody else takes for a gateway. */
  private static List<IPAddress> routers(LabView lab, Cidr own) {
    return lab.claims()
        .of(Use.GATEWAY)
        .map(claim -> claim.range().first())
        .filter(router -> own.contains(router) && objection(own, router).isEmpty())
        .distinct()
        .limit(MOST_ROUTERS)
        .toList();
  }

  private static Fix write(Field field, IPAddress router) {
    return Fix.of(
        "write " + router + ", a gateway in that network",
        Fix.Safety.UNSAFE,
        List.of(new TextEdit(field.span(), router.toString())),
        RouteTablesService.RESTART);
  }
}
