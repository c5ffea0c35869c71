package io.github.viplint.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.twin.anyip.AnyipBoot;
import io.github.viplint.twin.appliance.ApplianceVersion;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.appliance.VersionEvidence;
import io.github.viplint.twin.command.IpText;
import io.github.viplint.twin.command.Refusal;
import io.github.viplint.twin.haproxy.HaproxyBoot;
import io.github.viplint.twin.routetables.RouteTablesBoot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A boot as a whole; the live tests hold its parts against a kernel. */
class BootTest {
  private static final String ADDRESSES =
      """
      1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN
          link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
          inet 127.0.0.1/8 scope host lo
      2: workload: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP
          link/ether 00:50:56:a1:00:02 brd ff:ff:ff:ff:ff:ff
          inet 172.20.8.5/24 brd 172.20.8.255 scope global workload
      """;

  private static final String PAIR =
      """
      2,workload,00:50:56:a1:00:02,172.20.8.5/24,172.20.8.1
      2,workload,00:50:56:a1:00:02,172.20.8.5/24
      """;

  private static final String HAPROXY =
      """
      global
        log stdout format raw local0 info

      frontend web
        bind 172.20.8.33:443
        bind 172.20.8.65:443
      """;

  private static Captured appliance() {
    return new Captured()
        .addresses(ADDRESSES)
        .with(CaptureKind.ROUTE_TABLES, "cat /etc/vmware/route-tables.cfg", PAIR);
  }

  private static Boot boot(Captured captured, String version) {
    return Boot.of(captured.state(), Optional.of(version), HaproxyVersion.OF_APPLIANCE)
        .orElseThrow();
  }

  @Test
  void theServicesStartInTheirOrder() {
    Boot boot =
        boot(
            appliance()
                .with(CaptureKind.ANYIP_ROUTES, "cat anyip-routes.cfg", "172.20.8.32/27\n")
                .with(CaptureKind.HAPROXY_CFG, "cat haproxy.cfg", HAPROXY),
            "v0.2.0");

    assertThat(boot.routeTables().orElseThrow().result()).isEqualTo(StartResult.STARTED);
    assertThat(boot.anyipRoutes().orElseThrow().active())
        .map(Cidr::toString)
        .containsExactly("172.20.8.32/27");
    assertThat(boot.haproxy().result()).isEqualTo(StartResult.FAILED);
    assertThat(boot.haproxy().binds())
        .map(HaproxyBoot.Listener::outcome)
        .containsExactly(HaproxyBoot.Outcome.BOUND, HaproxyBoot.Outcome.NOT_LOCAL);
    assertThat(IpText.rules(boot.after().kernel(), boot.after().names()))
        .containsExactly(
            "0:\tfrom all lookup local",
            "32765:\tfrom 172.20.8.5/24 lookup rtctl_workload",
            "32766:\tfrom all lookup main",
            "32767:\tfrom all lookup default");
    assertThat(IpText.routes(boot.after().kernel(), boot.after().names()))
        .contains(
            "default via 172.20.8.1 dev workload table rtctl_workload proto static",
            "172.20.8.0/24 dev workload table rtctl_workload proto kernel scope link"
                + " src 172.20.8.5",
            "local 172.20.8.32/27 dev lo table local scope host");
  }

  @Test
  void noRangeIsActiveAfterARejectedLineAndNoVipBound() {
    Boot boot =
        boot(
            appliance()
                .with(
                    CaptureKind.ANYIP_ROUTES,
                    "cat anyip-routes.cfg",
                    "172.20.8.32/27\n172.20.8.66/27\n")
                .with(CaptureKind.HAPROXY_CFG, "cat haproxy.cfg", HAPROXY),
            "v0.2.0");

    assertThat(boot.anyipRoutes().orElseThrow().result()).isEqualTo(StartResult.FAILED);
    assertThat(boot.haproxy().binds(HaproxyBoot.Outcome.NOT_LOCAL)).hasSize(2);
  }

  /** The author of a lab blamed v0.2.0 for what every release refuses. */
  @ParameterizedTest
  @ValueSource(strings = {"v0.1.8", "v0.1.9", "v0.1.10", "v0.2.0"})
  void everyReleaseRefusesHostBits(String version) {
    AnyipBoot boot =
        boot(
                new Captured()
                    .with(CaptureKind.ANYIP_ROUTES, "cat anyip-routes.cfg", "192.168.1.33/28\n"),
                version)
            .anyipRoutes()
            .orElseThrow();

    assertThat(boot.result()).isEqualTo(StartResult.FAILED);
    assertThat(boot.rejected().orElseThrow().reason()).isEqualTo(AnyipBoot.Reason.HOST_BITS);
  }

  @ParameterizedTest
  @CsvSource({
    // one line of a pair has no gateway, which the first releases don't know
    "v0.1.8, FAILED, 5",
    "v0.1.10, STARTED, 1",
    "v0.2.0, STARTED, 1"
  })
  void releasesDifferInRouteTables(String version, StartResult result, int tries) {
    RouteTablesBoot boot = boot(appliance(), version).routeTables().orElseThrow();

    assertThat(boot.result()).isEqualTo(result);
    assertThat(boot.tries()).isEqualTo(tries);
  }

  @Test
  void aRestartOfV0110StumblesOverItsOwnRoutes() {
    Boot boot = boot(appliance(), "v0.1.10");

    RouteTablesBoot restart = restart(boot);

    assertThat(restart.result()).isEqualTo(StartResult.FAILED);
    assertThat(restart.rejected().orElseThrow().reason()).isEqualTo(Refusal.Reason.FILE_EXISTS);
    assertThat(restart.rejected().orElseThrow().journal())
        .endsWith("RTNETLINK answers: File exists");
  }

  /** The rule of ID 2 is called like those of ID 3, and nothing leads back to it. */
  @Test
  void aRestartOfV0110LeavesTheRuleOfASecondIdWithTheSameName() {
    Boot boot =
        boot(
            new Captured()
                .addresses(ADDRESSES)
                .with(
                    CaptureKind.ROUTE_TABLES,
                    "cat route-tables.cfg",
                    """
                    3,w,00:50:56:a1:00:02,172.20.8.6/24,172.20.8.1
                    3,w,00:50:56:a1:00:02,172.20.8.5/32
                    2,w,00:50:56:a1:00:02,172.20.8.5/24
                    """),
            "v0.1.10");
    assertThat(IpText.rules(boot.after().kernel(), boot.after().names()))
        .contains("32763:\tfrom 172.20.8.5/24 lookup rtctl_w");

    RouteTablesBoot restart = restart(boot);

    assertThat(IpText.rules(restart.after(), restart.names()))
        .containsExactly(
            "0:\tfrom all lookup local",
            "32763:\tfrom 172.20.8.5/24 lookup 2",
            "32766:\tfrom all lookup main",
            "32767:\tfrom all lookup default");
  }

  @Test
  void aRestartOfV020AddsItsRulesAgain() {
    Boot boot = boot(appliance(), "v0.2.0");

    RouteTablesBoot restart = restart(boot);

    assertThat(restart.result()).isEqualTo(StartResult.STARTED);
    assertThat(IpText.rules(restart.after(), restart.names()))
        .contains(
            "32764:\tfrom 172.20.8.5/24 lookup rtctl_workload",
            "32765:\tfrom 172.20.8.5/24 lookup rtctl_workload");
  }

  private static RouteTablesBoot restart(Boot boot) {
    return boot.routeTables()
        .orElseThrow()
        .restart(
            boot.version().version(), boot.after().routeTables().orElseThrow(), Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "Object \"call\" is unknown, v0.2.0",
    "create route with cmd: ip route add table rtctl_workload 10.0.0.0/24 dev w, v0.1.10",
    "create default route for rtctl_workload, v0.1.10",
    "ip route add table rtctl_workload default via 10.0.0.1 dev workload, v0.2.0"
  })
  void theJournalTellsTheRelease(String message, String version) {
    Captured captured =
        appliance()
            .with(
                CaptureKind.JOURNAL,
                "journalctl",
                "Nov 20 15:30:07 haproxy routetablectl.sh[777]: " + message + "\n");

    VersionEvidence evidence = VersionEvidence.of(captured.state(), Optional.empty());

    assertThat(evidence.version().id()).isEqualTo(version);
    assertThat(evidence.span()).isPresent();
  }

  @Test
  void filesTellTheReleaseTooAndNothingMeansTheLast() {
    assertThat(VersionEvidence.of(appliance().state(), Optional.empty()).span()).isEmpty();
    assertThat(VersionEvidence.of(appliance().state(), Optional.empty()).version())
        .isEqualTo(ApplianceVersion.V0_2_0);
    assertThat(
            VersionEvidence.of(
                    new Captured()
                        .with(
                            CaptureKind.ROUTE_TABLES,
                            "cat route-tables.cfg",
                            "2,workload,00:50:56:a1:00:02,172.20.8.5/24,172.20.8.1\n")
                        .state(),
                    Optional.empty())
                .version())
        .isEqualTo(ApplianceVersion.V0_1_8);
    assertThat(ApplianceVersion.of("v0.1.7")).contains(ApplianceVersion.V0_1_8);
    assertThat(ApplianceVersion.of("v0.3.1")).contains(ApplianceVersion.V0_2_0);
  }

  @Test
  void whatWasNotCapturedIsAssumedAndSaid() {
    Boot boot =
        boot(
            new Captured()
                .with(CaptureKind.ROUTE_TABLES, "cat route-tables.cfg", PAIR)
                .with(CaptureKind.HAPROXY_CFG, "cat haproxy.cfg", HAPROXY),
            "v0.2.0");

    assertThat(boot.routeTables().orElseThrow().result()).isEqualTo(StartResult.STARTED);
    assertThat(boot.haproxy().result()).isEqualTo(StartResult.UNKNOWN);
    assertThat(boot.assumed()).hasSize(2).first().asString().startsWith("the interfaces were not");
    assertThat(
            Boot.of(
                new Captured().addresses(ADDRESSES).state(),
                Optional.empty(),
                HaproxyVersion.OF_APPLIANCE))
        .isEmpty();
  }

  /** What was captured of main afterwards is what the service left of it: nothing. */
  @Test
  void aTableWithTheIdOfMainFailsThoughMainIsEmptyNow() {
    Boot boot =
        boot(
            new Captured()
                .addresses(
                    ADDRESSES
                        + """
                        3: frontend: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP
                            link/ether 00:50:56:a1:00:03 brd ff:ff:ff:ff:ff:ff
                            inet 172.20.9.5/24 brd 172.20.9.255 scope global frontend
                        """)
                .table("main", "")
                .with(
                    CaptureKind.ROUTE_TABLES,
                    "cat route-tables.cfg",
                    """
                    254,workload,00:50:56:a1:00:02,172.20.8.5/24
                    254,workload,00:50:56:a1:00:02,172.20.8.5/24,172.20.8.1
                    3,frontend,00:50:56:a1:00:03,172.20.9.5/24,172.20.9.1
                    3,frontend,00:50:56:a1:00:03,172.20.9.5/24
                    """),
            "v0.2.0");

    RouteTablesBoot tables = boot.routeTables().orElseThrow();
    assertThat(tables.result()).isEqualTo(StartResult.FAILED);
    assertThat(tables.rejected().orElseThrow().reason()).isEqualTo(Refusal.Reason.FILE_EXISTS);
    // the first try finds main as it was, the four others find it empty and come further
    assertThat(IpText.rules(boot.after().kernel(), boot.after().names()))
        .filteredOn(rule -> rule.endsWith("from 172.20.8.5/24 lookup main"))
        .hasSize(4);
    assertThat(boot.assumed()).anyMatch(text -> text.startsWith("table main, whose ID"));
  }

  @Test
  void aTableWithTheIdOfMainTakesTheRoutesOfMainWithIt() {
    Boot boot =
        boot(
            new Captured()
                .addresses(ADDRESSES)
                .table(
                    "main",
                    """
                    default via 172.20.8.1 dev workload proto static
                    172.20.8.0/24 dev workload proto kernel scope link src 172.20.8.5
                    """)
                .with(
                    CaptureKind.ROUTE_TABLES,
                    "cat route-tables.cfg",
                    "254,workload,00:50:56:a1:00:02,172.20.8.5/24,172.20.8.1\n"),
            "v0.2.0");

    assertThat(boot.routeTables().orElseThrow().result()).isEqualTo(StartResult.FAILED);
    assertThat(boot.routeTables().orElseThrow().rejected().orElseThrow().reason())
        .isEqualTo(Refusal.Reason.FILE_EXISTS);
    assertThat(boot.after().kernel().table("main")).contains(List.of());
  }
}
