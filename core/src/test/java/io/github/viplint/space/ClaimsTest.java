package io.github.viplint.space;

import static io.github.viplint.space.LabText.address;
import static io.github.viplint.space.LabText.cidr;
import static io.github.viplint.space.LabText.span;
import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.Interfaces;
import io.github.viplint.model.NetInterface;
import io.github.viplint.model.NetworkSettings;
import io.github.viplint.model.Route;
import io.github.viplint.model.RouteTables;
import io.github.viplint.model.Routes;
import io.github.viplint.model.haproxy.ConfigText;
import io.github.viplint.model.haproxy.Directive;
import io.github.viplint.model.haproxy.WordPages;
import io.github.viplint.space.Claim.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClaimsTest {

  @Test
  void rangesAreMaskedDown() {
    Claims claims =
        claims(new LabText().with(CaptureKind.ANYIP_ROUTES, "172.20.8.18/28\n", ClaimsTest::anyip));

    assertThat(shown(claims)).containsExactly("VIP_RANGE CONFIGURED 172.20.8.16/28 VIP range");
    assertThat(claims.all().get(0).span().text()).isEqualTo("172.20.8.18/28");
    assertThat(claims.all().get(0).host()).isEqualTo("haproxy");
  }

  @Test
  void bindsAndServers() {
    Claims claims =
        claims(
            new LabText()
                .with(
                    CaptureKind.HAPROXY_CFG,
                    """
                    frontend web
                      bind 172.20.8.35:443
                      bind 0.0.0.0:80
                      bind 127.0.0.1:81
                    backend nodes
                      server node-1 172.20.16.10:6443
                    """,
                    ClaimsTest::haproxy));

    assertThat(shown(claims))
        .containsExactly(
            "VIP CONFIGURED 172.20.8.35 VIP of frontend web",
            "BACKEND_SERVER CONFIGURED 172.20.16.10 server node-1 of backend nodes");
  }

  @Test
  void interfacesWithoutLoopback() {
    Claims claims =
        claims(
            new LabText()
                .with(
                    CaptureKind.IP_ADDR,
                    "lo 127.0.0.1/8 workload 172.20.16.2/28",
                    capture ->
                        new Interfaces(
                            capture,
                            List.of(
                                device(capture, "lo", "127.0.0.1/8"),
                                device(capture, "workload", "172.20.16.2/28")),
                            true)));

    assertThat(shown(claims))
        .containsExactly(
            "NETWORK ACTIVE 172.20.16.0/28 network of workload",
            "INTERFACE_ADDRESS ACTIVE 172.20.16.2 address of workload");
  }

  @Test
  void routeTables() {
    Claims claims =
        claims(
            new LabText()
                .with(
                    CaptureKind.ROUTE_TABLES,
                    "3,frontend,00:50:56:00:00:01,172.20.8.5/24,172.20.8.1\n",
                    ClaimsTest::routeTables));

    assertThat(shown(claims))
        .containsExactly(
            "NETWORK CONFIGURED 172.20.8.0/24 network of frontend",
            "INTERFACE_ADDRESS CONFIGURED 172.20.8.5 address of frontend",
            "GATEWAY CONFIGURED 172.20.8.1 gateway of frontend");
    assertThat(claims.of(Use.GATEWAY).findFirst().orElseThrow().span().text())
        .isEqualTo("172.20.8.1");
  }

  @Test
  void routes() {
    Claims claims =
        claims(
            new LabText()
                .with(
                    CaptureKind.IP_ROUTE,
                    "default via 172.20.0.1 dev management",
                    capture ->
                        new Routes(
                            capture,
                            Optional.empty(),
                            Set.of(IPVersion.IPV4),
                            List.of(
                                route(
                                    capture,
                                    Route.Type.UNICAST,
                                    "0.0.0.0/0",
                                    "main",
                                    Optional.of("172.20.0.1"),
                                    "management",
                                    Optional.empty()),
                                route(
                                    capture,
                                    Route.Type.LOCAL,
                                    "172.20.8.32/27",
                                    "local",
                                    Optional.empty(),
                                    "lo",
                                    Optional.empty()),
                                route(
                                    capture,
                                    Route.Type.LOCAL,
                                    "127.0.0.0/8",
                                    "local",
                                    Optional.empty(),
                                    "lo",
                                    Optional.of("kernel")),
                                route(
                                    capture,
                                    Route.Type.LOCAL,
                                    "0.0.0.0/0",
                                    "100",
                                    Optional.empty(),
                                    "lo",
                                    Optional.empty())),
                            true)));

    assertThat(shown(claims))
        .containsExactly(
            "GATEWAY ACTIVE 172.20.0.1 gateway of management",
            "VIP_RANGE ACTIVE 172.20.8.32/27 active VIP range");
  }

  @Test
  void networkSettings() {
    Claims claims =
        claims(
            new LabText()
                .with(
                    CaptureKind.NETWORK_FILE,
                    "DNS=172.20.0.10 NTP=172.20.0.11 Gateway=172.20.0.1",
                    capture ->
                        new NetworkSettings(
                            capture,
                            Optional.of("eth0"),
                            List.of(server(capture, "172.20.0.10")),
                            List.of(server(capture, "172.20.0.11")),
                            List.of(server(capture, "172.20.0.1")),
                            List.of(cidr("172.20.0.45/24")),
                            List.of())));

    assertThat(shown(claims))
        .containsExactly(
            "INTERFACE_ADDRESS CONFIGURED 172.20.0.45 address of eth0",
            "GATEWAY CONFIGURED 172.20.0.1 gateway of eth0",
            "NAME_SERVER CONFIGURED 172.20.0.10 name server of eth0",
            "TIME_SERVER CONFIGURED 172.20.0.11 time server of eth0");
  }

  @Test
  void aGatewayInARange() {
    Claims claims =
        claims(
            new LabText()
                .with(
                    CaptureKind.ANYIP_ROUTES,
                    """
                    172.20.8.0/27
                    172.20.8.128/25
                    172.20.8.16/28
                    """,
                    ClaimsTest::anyip)
                .with(
                    CaptureKind.ROUTE_TABLES,
                    "3,frontend,00:50:56:00:00:01,172.20.8.5/24,172.20.8.1\n",
                    ClaimsTest::routeTables));

    assertThat(claims.overlapping(LabText.cidr("172.20.8.16/30").range()))
        .extracting(claim -> claim.range() + " " + claim.label())
        .containsExactly(
            "172.20.8.0/27 VIP range",
            "172.20.8.16/28 VIP range",
            "172.20.8.0/24 network of frontend");
    assertThat(claims.holding(address("172.20.8.1")))
        .extracting(Claim::use)
        .containsExactly(Use.VIP_RANGE, Use.NETWORK, Use.GATEWAY);
    assertThat(claims.holding(address("2001:db8::1"))).isEmpty();
    assertThat(claims.serves("haproxy", address("172.20.8.200"))).isTrue();
    assertThat(claims.serves("haproxy", address("172.20.8.64"))).isFalse();
    assertThat(claims.serves("haproxy-2", address("172.20.8.200"))).isFalse();
  }

  private static Claims claims(LabText text) {
    return Claims.of(text.lab("haproxy"));
  }

  private static List<String> shown(Claims claims) {
    return claims.all().stream()
        .map(claim -> claim.use() + " " + claim.said() + " " + claim.range() + " " + claim.label())
        .toList();
  }

  private static AnyipRoutes anyip(Capture capture) {
    return new AnyipRoutes(
        capture,
        capture
            .text()
            .lines()
            .map(
                line ->
                    new AnyipRoutes.Line(
                        span(capture, line),
                        AnyipRoutes.Type.ENTRY,
                        line,
                        Optional.of(cidr(line)),
                        true))
            .toList());
  }

  private static HaproxyCfg haproxy(Capture capture) {
    List<Directive> lines =
        capture.text().lines().map(line -> directive(capture, line.strip())).toList();
    return new HaproxyCfg(List.of(capture), new ConfigText(lines, Map.of(), List.of()), false);
  }

  private static Directive directive(Capture capture, String line) {
    List<Integer> bounds = new ArrayList<>();
    int start = capture.text().indexOf(line);
    for (String word : line.split(" ")) {
      bounds.add(start);
      bounds.add(start + word.length());
      start += word.length() + 1;
    }
    return new WordPages(capture)
        .line(
            Directive.Prefix.NONE,
            bounds.size() / 2,
            bounds.stream().mapToInt(Integer::intValue).toArray(),
            line.split(" "),
            Directive.Cooked.NOT);
  }

  private static NetInterface device(Capture capture, String name, String cidr) {
    Cidr own = cidr(cidr);
    return new NetInterface(
        span(capture, name),
        name,
        Optional.empty(),
        Set.of(),
        List.of(
            new NetInterface.Address(
                span(capture, cidr),
                own,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of())));
  }

  private static RouteTables routeTables(Capture capture) {
    List<RouteTables.Field> fields =
        Arrays.stream(capture.text().strip().split(","))
            .map(text -> new RouteTables.Field(text, span(capture, text)))
            .toList();
    return new RouteTables(
        capture,
        List.of(
            new RouteTables.Entry(
                capture.all(),
                fields,
                Optional.of(cidr(fields.get(3).text())),
                Optional.of(address(fields.get(4).text())),
                true)));
  }

  private static Route route(
      Capture capture,
      Route.Type type,
      String destination,
      String table,
      Optional<String> via,
      String device,
      Optional<String> protocol) {
    return new Route(
        capture.all(),
        type,
        cidr(destination),
        table,
        0,
        0,
        Optional.empty(),
        protocol,
        Optional.empty(),
        List.of(new Route.NextHop(via.map(LabText::address), Optional.of(device), Set.of())),
        false);
  }

  private static NetworkSettings.Server server(Capture capture, String address) {
    return new NetworkSettings.Server(span(capture, address), address(address));
  }
}
