package io.github.viplint.rules.table;

import io.github.viplint.lint.Rule;
import java.util.List;

/** Area 3: route-tables.cfg, rt_tables, workload-networks.cfg and policy rules. */
public final class RouteTableRules {
  private RouteTableRules() {}

  /** In order of their codes. */
  public static List<Rule> rules() {
    return List.of(
        new RouteTableSyntax(),
        new DuplicateRouteTable(),
        new RouteTableIdConflict(),
        new RouteTableReservedId(),
        new RouteTableGateway(),
        new RouteTableUnknownMac(),
        new RouteTableCidrDiffers(),
        new RouteTableNoDefault(),
        new RtTablesDuplicateName(),
        new DuplicateIpRule(),
        new StaleIpRule(),
        new WorkloadNetworksWithoutGateway(),
        new NetworksOverlap(),
        new DhcpOnVipNetwork(),
        new RouteTableLastLineUnread(),
        new WorkloadNetworksWithoutTable());
  }
}
