package io.github.viplint.space;

import inet.ipaddr.IPAddress;
import io.github.viplint.capture.Span;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Facts;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.Host;
import io.github.viplint.model.Interfaces;
import io.github.viplint.model.Lab;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetworkSettings;
import io.github.viplint.model.Plan;
import io.github.viplint.model.Planned;
import io.github.viplint.model.Reading;
import io.github.viplint.model.Route;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.Routes;
import io.github.viplint.model.haproxy.Bind;
import io.github.viplint.model.haproxy.Section;
import io.github.viplint.model.haproxy.Server;
import io.github.viplint.space.Claim.Said;
import io.github.viplint.space.Claim.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the claims in the facts of one host's last state, or of a plan. */
final class ClaimReader {
  private final String host;
  private final List<Claim> claims = new ArrayList<>();

  /** The next hops of the listing that is read; a million routes may have one gateway. */
  private final Set<Gateway> gateways = new HashSet<>();

  private record Gateway(AddressRange address, Optional<String> device) {}

  private ClaimReader(String host) {
    this.host = host;
  }

  /** In the order captured, and within a capture in the order written. */
  static List<Claim> read(Host host) {
    return read(host.name(), host.last().readings());
  }

  /** Of all plans, in the order given. */
  static List<Claim> read(List<Reading> plans) {
    return read(Lab.PLAN, plans);
  }

  private static List<Claim> read(String host, List<Reading> readings) {
    ClaimReader reader = new ClaimReader(host);
    for (Reading reading : readings) {
      reading.facts().forEach(reader::add);
    }
    return reader.claims;
  }

  private void add(Facts facts) {
    if (facts instanceof AnyipRoutes file) {
      add(file);
    } else if (facts instanceof HaproxyCfg file) {
      file.sections().forEach(this::add);
    } else if (facts instanceof Interfaces listing) {
      listing.interfaces().forEach(this::add);
    } else if (facts instanceof RouteTables file) {
      file.entries().forEach(this::add);
    } else if (facts instanceof Routes listing) {
      gateways.clear();
      listing.routes().forEach(this::add);
    } else if (facts instanceof NetworkSettings settings) {
      add(settings);
    } else if (facts instanceof Plan plan) {
      plan.entries().forEach(this::add);
    }
  }

  private void add(Planned planned) {
    add(planned.range(), use(planned), Said.PLANNED, planned.span(), planned.label());
  }

  private static Use use(Planned planned) {
    return switch (planned.item()) {
      case APPLIANCE_ADDRESS -> Use.INTERFACE_ADDRESS;
      case GATEWAY -> Use.GATEWAY;
      case NETWORK -> Use.NETWORK;
      case NODE_RANGE ->
          planned.network() == Planned.Network.MANAGEMENT
              ? Use.CONTROL_PLANE_RANGE
              : Use.NODE_RANGE;
      case APPLIANCE_VIPS, SUPERVISOR_VIPS, VIPS -> Use.VIP_RANGE;
      case NAME_SERVER -> Use.NAME_SERVER;
      case TIME_SERVER -> Use.TIME_SERVER;
      case DATAPLANE -> Use.DATAPLANE;
      case VCENTER -> Use.VCENTER;
      case SERVICES -> Use.SERVICE_RANGE;
      case PODS -> Use.POD_RANGE;
    };
  }

  private void add(AnyipRoutes file) {
    for (AnyipRoutes.Line line : file.entries()) {
      line.range()
          .ifPresent(
              range ->
                  add(range.range(), Use.VIP_RANGE, Said.CONFIGURED, line.span(), "VIP range"));
    }
  }

  private void add(Section section) {
    for (Bind bind : section.binds()) {
      bind.address()
          .filter(address -> !address.isAnyLocal() && !address.isLoopback())
          .ifPresent(
              address ->
                  add(
                      address,
                      Use.VIP,
                      Said.CONFIGURED,
                      bind.span(),
                      "VIP of " + section.kind() + " " + bind.proxy()));
    }
    for (Server server : section.servers()) {
      server
          .address()
          .filter(address -> !address.isAnyLocal())
          .ifPresent(
              address ->
                  add(
                      address,
                      Use.BACKEND_SERVER,
                      Said.CONFIGURED,
                      server.span(),
                      "server " + server.name() + " of " + section.kind() + " " + server.proxy()));
    }
  }

  private void add(NetInterface device) {
    for (NetInterface.Address own : device.addresses()) {
      IPAddress address = own.cidr().address();
      if (!address.isLoopback() && !address.isLinkLocal()) {
        add(
            own.peer().orElse(own.cidr()).range(),
            Use.NETWORK,
            Said.ACTIVE,
            own.span(),
            "network of " + device.name());
        add(address, Use.INTERFACE_ADDRESS, Said.ACTIVE, own.span(), "address of " + device.name());
      }
    }
  }

  private void add(RouteTables.Entry entry) {
    entry
        .address()
        .ifPresent(
            cidr -> {
              Span span = entry.field(3).map(RouteTables.Field::span).orElse(entry.span());
              add(cidr.range(), Use.NETWORK, Said.CONFIGURED, span, "network of " + entry.name());
              add(
                  cidr.address(),
                  Use.INTERFACE_ADDRESS,
                  Said.CONFIGURED,
                  span,
                  "address of " + entry.name());
            });
    entry
        .gateway()
        .ifPresent(
            gateway ->
                add(
                    gateway,
                    Use.GATEWAY,
                    Said.CONFIGURED,
                    entry.field(4).map(RouteTables.Field::span).orElse(entry.span()),
                    "gateway of " + entry.name()));
  }

  private void add(Route route) {
    if (route.isAnyip() && isLocal(route.table())) {
      add(
          route.destination().range(),
          Use.VIP_RANGE,
          Said.ACTIVE,
          route.span(),
          "active VIP range");
    }
    for (Route.NextHop hop : route.nextHops()) {
      hop.via()
          .map(via -> new Gateway(AddressRange.of(via), hop.device()))
          .filter(gateways::add)
          .ifPresent(
              gateway ->
                  add(
                      gateway.address(),
                      Use.GATEWAY,
                      Said.ACTIVE,
                      route.span(),
                      "gateway" + gateway.device().map(name -> " of " + name).orElse("")));
    }
  }

  /** A local route in another table makes nothing local unless a rule leads there. */
  private static boolean isLocal(String table) {
    return table.equals("local") || table.equals("255");
  }

  private void add(NetworkSettings settings) {
    String of = settings.device().map(name -> " of " + name).orElse("");
    for (Cidr address : settings.addresses()) {
      add(
          address.address(),
          Use.INTERFACE_ADDRESS,
          Said.CONFIGURED,
          settings.capture().all(),
          "address" + of);
    }
    for (NetworkSettings.Server server : settings.gateways()) {
      add(server.address(), Use.GATEWAY, Said.CONFIGURED, server.span(), "gateway" + of);
    }
    for (NetworkSettings.Server server : settings.nameServers()) {
      add(server.address(), Use.NAME_SERVER, Said.CONFIGURED, server.span(), "name server" + of);
    }
    for (NetworkSettings.Server server : settings.timeServers()) {
      add(server.address(), Use.TIME_SERVER, Said.CONFIGURED, server.span(), "time server" + of);
    }
  }

  private void add(IPAddress address, Use use, Said said, Span span, String label) {
    add(AddressRange.of(address), use, said, span, label);
  }

  private void add(AddressRange range, Use use, Said said, Span span, String label) {
    claims.add(new Claim(range, use, said, host, span, label));
  }
}
