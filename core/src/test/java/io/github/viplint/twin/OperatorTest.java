package io.github.viplint.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.State;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.twin.appliance.ApplianceVersion;
import io.github.viplint.twin.appliance.Service;
import io.github.viplint.twin.appliance.Service.Run;
import io.github.viplint.twin.command.IpText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands and changed files do to a running appliance. */
class OperatorTest {
  private static final String ADDRESSES =
      """
      1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN
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

  private static State files(String ranges) {
    return files(ranges, PAIR);
  }

  private static State files(String ranges, String tables) {
    return new Captured()
        .addresses(ADDRESSES)
        .with(CaptureKind.ANYIP_ROUTES, "cat anyip-routes.cfg", ranges)
        .with(CaptureKind.ROUTE_TABLES, "cat route-tables.cfg", tables)
        .with(
            CaptureKind.HAPROXY_CFG,
            "cat haproxy.cfg",
            "global\n  log stdout format raw local0\nfrontend web\n  bind 172.20.8.33:443\n")
        .state();
  }

  private static Operator on(State state) {
    return on(state, "v0.2.0");
  }

  private static Operator on(State state, String version) {
    return Operator.of(
            state, ApplianceVersion.of(version).orElseThrow(), HaproxyVersion.OF_APPLIANCE)
        .orElseThrow();
  }

  private static Operator after(Operator before, String... commands) {
    Operator now = before;
    for (String command : commands) {
      now = now.after(command).orElseThrow();
    }
    return now;
  }

  private static String shown(Operator operator) {
    return List.of(Service.values()).stream().map(operator::run).toList()
        + " "
        + operator.ranges().stream().map(Cidr::toString).toList();
  }

  @Test
  void aBadLineKillsHaproxyAndMendingTheFileAloneHelpsNothing() {
    Operator ill = on(files("172.20.8.33/27\n"));
    assertThat(shown(ill)).isEqualTo("[RUNNING, FAILED, START_LIMIT] []");

    Operator mended = ill.edited(on(files("172.20.8.32/27\n")).appliance());
    assertThat(shown(mended)).isEqualTo("[RUNNING, FAILED, START_LIMIT] []");

    Operator ranges = after(mended, "systemctl restart anyip-routes");
    assertThat(shown(ranges)).isEqualTo("[RUNNING, RUNNING, START_LIMIT] [172.20.8.32/27]");

    assertThat(shown(after(ranges, "systemctl start haproxy", "systemctl restart haproxy")))
        .as("the start limit holds")
        .isEqualTo("[RUNNING, RUNNING, START_LIMIT] [172.20.8.32/27]");
    assertThat(shown(after(ranges, "systemctl reset-failed haproxy", "systemctl start haproxy")))
        .isEqualTo("[RUNNING, RUNNING, RUNNING] [172.20.8.32/27]");
    assertThat(shown(after(mended, "reboot")))
        .isEqualTo("[RUNNING, RUNNING, RUNNING] [172.20.8.32/27]");
  }

  @Test
  void haproxyStartsInVainAsLongAsItsAddressIsNotLocal() {
    Operator mended =
        on(files("172.20.8.33/27\n")).edited(on(files("172.20.8.32/27\n")).appliance());

    assertThat(
            shown(
                after(
                    mended,
                    "systemctl reset-failed",
                    "systemctl start haproxy",
                    "systemctl restart anyip-routes")))
        .isEqualTo("[RUNNING, RUNNING, START_LIMIT] [172.20.8.32/27]");
  }

  @Test
  void theWatchAddsWhatIsAppendedAndKeepsWhatIsTakenOut() {
    Operator healthy = on(files("172.20.8.32/27\n"));

    assertThat(healthy.edited(on(files("172.20.8.32/27\n172.20.8.64/27\n")).appliance()).ranges())
        .map(Cidr::toString)
        .containsExactly("172.20.8.32/27", "172.20.8.64/27");
    assertThat(healthy.edited(on(files("172.20.8.64/27\n")).appliance()).ranges())
        .map(Cidr::toString)
        .containsExactly("172.20.8.32/27", "172.20.8.64/27");
  }

  /** The change that mends the file is the one that ends the program. */
  @Test
  void aWatchThatFailedOnceTakesEveryRangeAwayAtTheNextChange() {
    Operator deaf =
        on(files("172.20.8.32/27\n"))
            .edited(on(files("172.20.8.32/27\n172.20.8.66/27\n")).appliance());
    assertThat(shown(deaf)).isEqualTo("[RUNNING, DEAF, RUNNING] [172.20.8.32/27]");

    Operator ended = deaf.edited(on(files("172.20.8.32/27\n172.20.8.64/27\n")).appliance());
    assertThat(shown(ended)).isEqualTo("[RUNNING, FAILED, RUNNING] []");

    assertThat(shown(after(ended, "systemctl restart anyip-routes")))
        .isEqualTo("[RUNNING, RUNNING, RUNNING] [172.20.8.32/27, 172.20.8.64/27]");
  }

  @Test
  void aRestartRefusesARangeInAnotherSpelling() {
    Operator healthy = on(files("172.20.8.32/255.255.255.224\n"));
    assertThat(shown(healthy)).isEqualTo("[RUNNING, RUNNING, RUNNING] [172.20.8.32/27]");

    assertThat(after(healthy, "systemctl restart anyip-routes").run(Service.ANYIP_ROUTES))
        .isEqualTo(Run.FAILED);
    assertThat(
            shown(
                after(
                    healthy,
                    "systemctl stop anyip-routes",
                    "ip route del table local 172.20.8.32/27 dev lo",
                    "systemctl start anyip-routes.service")))
        .isEqualTo("[RUNNING, RUNNING, RUNNING] [172.20.8.32/27]");
  }

  @Test
  void restartsOfRouteTablesDifferByRelease() {
    Operator last = after(on(files("")), "systemctl restart route-tables");
    assertThat(last.run(Service.ROUTE_TABLES)).isEqualTo(Run.RUNNING);
    assertThat(IpText.rules(last.appliance().kernel(), last.appliance().names()))
        .filteredOn(rule -> rule.contains("rtctl_workload"))
        .hasSize(2);

    Operator old = after(on(files(""), "v0.1.10"), "systemctl restart route-tables");
    assertThat(old.run(Service.ROUTE_TABLES)).isEqualTo(Run.START_LIMIT);
    assertThat(after(old, "reboot").run(Service.ROUTE_TABLES)).isEqualTo(Run.RUNNING);
  }

  @Test
  void rulesAndRoutesComeAndGo() {
    Operator twice = after(on(files("")), "systemctl restart route-tables");
    Operator once = after(twice, "ip rule del pref 32764");
    assertThat(IpText.rules(once.appliance().kernel(), once.appliance().names()))
        .containsExactly(
            "0:\tfrom all lookup local",
            "32765:\tfrom 172.20.8.5/24 lookup rtctl_workload",
            "32766:\tfrom all lookup main",
            "32767:\tfrom all lookup default");

    Operator added =
        after(
            once,
            "ip rule add to 10.9.0.0/16 lookup rtctl_workload",
            "ip route del table rtctl_workload default",
            "ip route add table 7 10.9.0.0/16 via 172.20.8.7");
    assertThat(IpText.rules(added.appliance().kernel(), added.appliance().names()))
        .contains("32764:\tfrom all to 10.9.0.0/16 lookup rtctl_workload");
    assertThat(IpText.routes(added.appliance().kernel(), added.appliance().names()))
        .contains("10.9.0.0/16 via 172.20.8.7 dev workload table 7")
        .noneMatch(route -> route.startsWith("default via 172.20.8.1 dev workload table rtctl"));
  }

  @Test
  void aReloadNeedsARunningHaproxyAndKeepsAnOldWorker() {
    Operator healthy = on(files("172.20.8.32/27\n"));
    assertThat(after(healthy, "systemctl reload haproxy").run(Service.HAPROXY))
        .isEqualTo(Run.RUNNING);
    assertThat(
            after(
                    healthy,
                    "ip route del local 172.20.8.32/27 dev lo table local",
                    "systemctl reload haproxy")
                .run(Service.HAPROXY))
        .isEqualTo(Run.DEAF);
    assertThat(
            after(on(files("172.20.8.33/27\n")), "systemctl reload haproxy").run(Service.HAPROXY))
        .isEqualTo(Run.START_LIMIT);
  }

  @Test
  void whatWasCapturedAsFailedIsFailedWhateverTheFilesSay() {
    State state =
        new Captured()
            .addresses(ADDRESSES)
            .with(CaptureKind.ANYIP_ROUTES, "cat anyip-routes.cfg", "172.20.8.32/27\n")
            .with(
                CaptureKind.LIST_UNITS,
                "systemctl list-units --state=failed",
                "● haproxy.service loaded failed failed HAProxy Load Balancer\n")
            .state();

    assertThat(shown(on(state))).isEqualTo("[RUNNING, RUNNING, START_LIMIT] [172.20.8.32/27]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "systemctl mask haproxy",
        "systemctl restart networking",
        "ip link set workload down",
        "rm -rf /",
        "systemctl start haproxy; reboot",
        "ip rule add fwmark 7 lookup main"
      })
  void whatIsNotUnderstoodIsNotGuessed(String command) {
    assertThat(on(files("172.20.8.32/27\n")).after(command)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# a remark", "systemctl status haproxy", "ip rule show", "cat x"})
  void whatOnlyLooksChangesNothing(String command) {
    Operator healthy = on(files("172.20.8.32/27\n"));

    assertThat(healthy.after(command)).contains(healthy);
  }
}
