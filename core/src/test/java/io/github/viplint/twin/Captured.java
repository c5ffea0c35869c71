package io.github.viplint.twin;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Extent;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.model.Reading;
import io.github.viplint.model.State;
import io.github.viplint.read.IfconfigReader;
import io.github.viplint.read.IpAddrReader;
import io.github.viplint.read.IpRouteReader;
import io.github.viplint.read.IpRuleReader;
import io.github.viplint.read.Reader;
import io.github.viplint.read.RouteNReader;
import io.github.viplint.read.RtTablesReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The state of a host, put together from what commands printed. */
final class Captured {
  private final List<Reading> readings = new ArrayList<>();

  /** What {@code command} printed, all of it. */
  Captured with(CaptureKind kind, String command, String text) {
    return with(kind, command, text, Extent.WHOLE);
  }

  Captured with(CaptureKind kind, String command, String text, Extent extent) {
    Source source = new Source("test.txt", text, StandardCharsets.UTF_8, "", Mask.NONE);
    Capture capture =
        Capture.whole(source).kind(kind).command(Optional.of(command)).extent(extent).build();
    readings.add(reader(kind).read(capture));
    return this;
  }

  private static Reader reader(CaptureKind kind) {
    return switch (kind) {
      case IP_ADDR -> new IpAddrReader();
      case IP_RULE -> new IpRuleReader();
      case IP_ROUTE -> new IpRouteReader();
      case IFCONFIG -> new IfconfigReader();
      case ROUTE_N -> new RouteNReader();
      case RT_TABLES -> new RtTablesReader();
      default -> throw new IllegalArgumentException(kind.id());
    };
  }

  Captured addresses(String text) {
    return with(CaptureKind.IP_ADDR, "ip addr show", text);
  }

  Captured rules(String text) {
    return with(CaptureKind.IP_RULE, "ip rule show", text);
  }

  Captured table(String table, String text) {
    return with(CaptureKind.IP_ROUTE, "ip route show table " + table, text);
  }

  KernelState kernel() {
    return KernelState.captured(new State(1, readings));
  }

  static IPAddress address(String text) {
    return new IPAddressString(text).getAddress();
  }
}
