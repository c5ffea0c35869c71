package io.github.viplint.twin.anyip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Extent;
import io.github.viplint.capture.Fidelity;
import io.github.viplint.model.Cidr;
import io.github.viplint.twin.Captured;
import io.github.viplint.twin.appliance.LineOutcome;
import io.github.viplint.twin.appliance.StartResult;
import io.github.viplint.twin.kernel.KernelAtBoot;
import io.github.viplint.twin.kernel.KernelState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link LiveAnyipTest} holds each verdict against a kernel; here is what a report can rest on. */
class AnyipBootTest {
  private static final KernelState HOST =
      new Captured()
          .addresses(
              """
              1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN
                  inet 127.0.0.1/8 scope host lo
              2: frontend: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP
                  inet 172.20.8.5/24 brd 172.20.8.255 scope global frontend
              """)
          .kernel();

  @Test
  void aLineWithHostBitsEndsTheServiceAndTakesTheOthersWithIt() {
    AnyipBoot boot =
        boot(
            """
            # ranges
            172.20.8.32/27
            172.20.8.82/28
            172.20.8.128/27
            """);

    assertThat(boot.result()).isEqualTo(StartResult.FAILED);
    assertThat(shown(boot))
        .containsExactly(
            "IGNORED",
            "ADDED",
            "REJECTED HOST_BITS host bits are set, so the kernel refuses it (RTNETLINK answers:"
                + " Invalid argument; newer systems: Error: Invalid prefix for given prefix"
                + " length.)",
            "NOT_REACHED the service ended at a line before it");
    assertThat(boot.rejected().orElseThrow().prefix().orElseThrow()).hasToString("172.20.8.82/28");
    assertThat(boot.active()).isEmpty();
    assertThat(boot.takenBack())
        .extracting(AnyipBoot.TakenBack::journal)
        .containsExactly(
            "removing route for 172.20.8.32/27",
            "route already removed for 172.20.8.82/28",
            "route already removed for 172.20.8.128/27");
  }

  /** Whoever mends the line above is down again without the newline. */
  @Test
  void aLastLineIsNeverReadWhetherItIsReachedOrNot() {
    assertThat(shown(boot("172.20.8.82/28\n172.20.8.128/27")))
        .last()
        .isEqualTo(
            "NOT_REACHED the service ended at a line before it, and would not read this one: no"
                + " newline ends it");
  }

  @Test
  void aServiceThatFailsLeavesTheRangesThatItDoesNotFindByTheirText() {
    AnyipBoot boot =
        boot(
            """
            172.20.8.32/27
             172.20.8.64/27
            172.20.8.96/255.255.255.224
            nonsense
            """);

    assertThat(boot.result()).isEqualTo(StartResult.FAILED);
    assertThat(boot.active())
        .map(Cidr::toString)
        .containsExactly("172.20.8.64/27", "172.20.8.96/27");
  }

  @Test
  void theAddressesOfTheHostAreTaken() {
    assertThat(shown(boot("172.20.8.5\n")))
        .containsExactly(
            "REJECTED FILE_EXISTS table local has 172.20.8.5 already, an address of frontend"
                + " (RTNETLINK answers: File exists)");
    assertThat(shown(boot("172.20.8.255/32\n")))
        .containsExactly(
            "REJECTED FILE_EXISTS table local has 172.20.8.255 already, the broadcast address of"
                + " frontend (RTNETLINK answers: File exists)");
    assertThat(boot("172.20.8.0/24\n").result()).isEqualTo(StartResult.STARTED);
  }

  @Test
  void whereAddressesAreNotKnownNoLineCollides() {
    AnyipBoot boot = AnyipBoot.run(AnyipFile.of("172.20.8.5\n"), KernelState.unknown());

    assertThat(boot.result()).isEqualTo(StartResult.STARTED);
    assertThat(boot.active()).map(Cidr::toString).containsExactly("172.20.8.5/32");
  }

  @Test
  void aSecondStartFindsItsOwnRangesByText() {
    KernelState running =
        new Captured()
            .table(
                "local",
                """
                local 127.0.0.0/8 dev lo proto kernel scope host src 127.0.0.1
                local 172.20.8.32/27 dev lo scope host
                local 172.20.8.64/27 dev lo scope host
                """)
            .kernel();

    AnyipBoot restart =
        AnyipBoot.run(AnyipFile.of("172.20.8.32/27\n172.20.8.64/255.255.255.224\n"), running);

    assertThat(shown(restart))
        .containsExactly(
            "EXISTS route already exists for 172.20.8.32/27",
            "REJECTED FILE_EXISTS table local has 172.20.8.64/27 already, a range added before"
                + " (RTNETLINK answers: File exists)");
    assertThat(restart.active()).map(Cidr::toString).containsExactly("172.20.8.64/27");
    assertThat(
            AnyipBoot.run(
                    AnyipFile.of("172.20.8.32/27\n172.20.8.64/255.255.255.224\n"),
                    KernelAtBoot.of(running, AnyipFile.of("").capture().all()))
                .result())
        .isEqualTo(StartResult.STARTED);
  }

  @Test
  void onlyAnExactTextIsBelievedToLackItsLastNewline() {
    String text = "172.20.8.32/27\n172.20.8.64/27";

    assertThat(AnyipBoot.run(AnyipFile.of(text, Fidelity.EXACT, Extent.WHOLE), HOST).lines())
        .extracting(AnyipBoot.Line::outcome)
        .containsExactly(LineOutcome.ADDED, LineOutcome.UNREAD);
    assertThat(AnyipBoot.run(AnyipFile.of(text, Fidelity.PASTED, Extent.WHOLE), HOST).lines())
        .extracting(AnyipBoot.Line::outcome)
        .containsExactly(LineOutcome.ADDED, LineOutcome.ADDED);
  }

  @Test
  void ofAPartOfTheFileOnlyAFailureIsSure() {
    assertThat(
            AnyipBoot.run(AnyipFile.of("172.20.8.32/27\n", Fidelity.PASTED, Extent.CUT), HOST)
                .result())
        .isEqualTo(StartResult.UNKNOWN);
    assertThat(
            AnyipBoot.run(AnyipFile.of("172.20.8.33/27\n", Fidelity.PASTED, Extent.CUT), HOST)
                .result())
        .isEqualTo(StartResult.FAILED);
  }

  private static AnyipBoot boot(String file) {
    return AnyipBoot.run(AnyipFile.of(file), HOST);
  }

  private static List<String> shown(AnyipBoot boot) {
    return boot.lines().stream()
        .map(
            line ->
                (line.outcome()
                        + (line.reason() == AnyipBoot.Reason.NONE ? "" : " " + line.reason())
                        + " "
                        + line.message())
                    .strip())
        .toList();
  }
}
