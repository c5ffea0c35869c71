package io.github.viplint.rules.vip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnyipHostBitsSetTest {
  private static final String ANYIP = "etc/vmware/anyip-routes.cfg";
  private static final String TABLES = "etc/vmware/route-tables.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL101");
  }

  @Test
  void namesTheSubnetAndWritesIt() {
    Finding finding =
        lab()
            .file(
                ANYIP,
                """
                # VIPs
                10.20.30.17/28 <<< error/high: 10.20.30.17/28 is no subnet: the kernel refuses it, and every VIP is down
                """)
            .holds()
            .get(0);
    assertThat(finding.label())
        .isEqualTo(
            "host bits are set; the subnet is 10.20.30.16/28"
                + " (hosts .17 to .30, broadcast .31, netmask 255.255.255.240)");
    assertThat(finding.help())
        .startsWith("write 10.20.30.16/28")
        .contains("`ip a`", "route-tables.cfg");
    Fix fix = finding.fixes().get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.SAFE);
    assertThat(fix.proven()).isTrue();
    assertThat(fix.edits()).singleElement().extracting("newText").isEqualTo("10.20.30.16/28");
    assertThat(fix.commands())
        .startsWith(
            "systemctl restart anyip-routes",
            "systemctl reset-failed route-tables haproxy",
            "systemctl start route-tables haproxy")
        .last()
        .asString()
        .contains("alone leaves haproxy and route-tables failed", "reboot");
    assertThat(finding.notes()).anyMatch(note -> note.contains("loadbalance.service_ip_range"));
  }

  @Test
  void needNotNameWhatToCompareOnceItHasCompared() {
    Finding finding =
        lab()
            .file(ANYIP, "10.20.30.17/28 <<< error: no subnet\n")
            .file(TABLES, "3,frontend,00:50:56:00:00:03,10.20.30.5/24,10.20.30.1\n")
            .holds()
            .get(0);
    assertThat(finding.help()).isEqualTo("write 10.20.30.16/28");
  }

  @Test
  void offersPartsWhereTheSubnetTakesInTheGateway() {
    Finding finding =
        lab()
            .file(ANYIP, "10.20.30.70/25 <<< error: 10.20.30.70/25 is no subnet\n")
            .file(TABLES, "3,frontend,00:50:56:00:00:03,10.20.30.200/24,10.20.30.1\n")
            .holds()
            .get(0);
    assertThat(finding.help()).contains("10.20.30.1 (gateway of frontend)");
    assertThat(finding.fixes())
        .extracting(Fix::title)
        .containsExactly(
            "write 10.20.30.64/26", "write a subnet of its own in place of 10.20.30.70/25");
    assertThat(finding.fixes())
        .extracting(Fix::safety)
        .containsExactly(Fix.Safety.UNSAFE, Fix.Safety.MANUAL);
    assertThat(finding.fixes().get(0).proven()).isTrue();
  }

  @Test
  void offersPartsWhereTheSubnetIsTheWholeFrontend() {
    Finding finding =
        lab()
            .file(ANYIP, "10.20.30.1/23 <<< error: no subnet\n")
            .file(TABLES, "3,frontend,00:50:56:00:00:03,10.20.30.2/23,10.20.31.254\n")
            .holds()
            .get(0);
    assertThat(finding.help()).contains("the whole network of frontend");
    assertThat(finding.fixes().get(0).safety()).isEqualTo(Fix.Safety.UNSAFE);
    assertThat(finding.fixes().get(0).title()).isEqualTo("write 10.20.30.128/25");
    assertThat(finding.fixes()).noneMatch(fix -> fix.safety() == Fix.Safety.SAFE);
  }

  @Test
  void doesNotWriteHalfTheAddressSpace() {
    Finding finding = lab().file(ANYIP, "10.20.30.17/3 <<< error: no subnet\n").holds().get(0);
    assertThat(finding.fixes()).noneMatch(fix -> fix.safety() == Fix.Safety.SAFE);
  }

  @Test
  void judgesLinesThatAreNeverReached() {
    lab()
        .file(
            ANYIP,
            """
            10.20.30.17/28 <<< error: the kernel refuses it, and every VIP is down
            10.20.31.0/24
            10.20.32.1/24 <<< error: the kernel will refuse it as soon as it is read
            """)
        .holds();
  }

  @Test
  void readsNumbersAsIpDoes() {
    Finding finding = lab().file(ANYIP, "10.20.30.032/27 <<< error: no subnet\n").holds().get(0);
    assertThat(finding.notes()).contains("ip reads it as 10.20.30.26/27");
    assertThat(finding.fixes()).noneMatch(fix -> fix.safety() == Fix.Safety.SAFE);
  }

  @Test
  void citesTheLogThatConfirmsIt() {
    Finding finding =
        lab()
            .file(ANYIP, "10.20.30.17/28 <<< error: no subnet\n")
            .file(
                "journal.txt",
                """
                root@haproxy [ ~ ]# journalctl -u anyip-routes --no-pager
                Jan 12 08:00:01 haproxy systemd[1]: Starting anyip-routes.service...
                Jan 12 08:00:01 haproxy anyiproutectl.sh[700]: adding route for 10.20.30.17/28
                Jan 12 08:00:01 haproxy anyiproutectl.sh[700]: RTNETLINK answers: Invalid argument
                """)
            .holds()
            .get(0);
    assertThat(finding.evidence())
        .singleElement()
        .satisfies(
            evidence -> {
              assertThat(evidence.message()).isEqualTo("its log, which goes on: Invalid argument");
              assertThat(evidence.span().text()).contains("RTNETLINK answers");
            });
  }

  @Test
  void isNotSureOfAListThatNothingNames() {
    List<Finding> findings =
        lab().file("paste-1.txt", "10.20.30.17/28\n10.20.31.0/24\n").report().findings().stream()
            .map(entry -> entry.finding())
            .filter(finding -> finding.rule().code().equals("VL101"))
            .toList();
    assertThat(findings).isNotEmpty().allMatch(finding -> finding.confidence() == Confidence.LOW);
  }

  @Test
  void findsItInAPaste() {
    lab()
        .file(
            "paste-1.txt",
            """
            root@haproxy [ /etc/vmware ]# cat anyip-routes.cfg
            # VIPs
            10.20.30.17/28 <<< error/high: no subnet
            root@haproxy [ /etc/vmware ]#
            """)
        .holds();
  }

  @Test
  void isSilentOnSubnetsAndSingleAddresses() {
    lab()
        .file(
            ANYIP,
            """
            10.20.30.16/28
            10.20.30.33
            10.20.30.34/32
            fd00::1/64
            """)
        .holds();
  }

  @Test
  void isSilentWhereHostBitsAreRight() {
    lab()
        .file(TABLES, "2,workload,00:50:56:00:00:02,172.20.1.10/16,172.20.0.1\n")
        .file("etc/vmware/workload-networks.cfg", "172.21.0.1/16\n")
        .file(
            "paste-1.txt",
            """
            root@haproxy [ ~ ]# ip rule show
            0:\tfrom all lookup local
            32765:\tfrom 172.20.1.10/16 lookup rtctl_workload
            32766:\tfrom all lookup main
            32767:\tfrom all lookup default
            """)
        .holds();
  }

  @Test
  void listsSoManyAndCountsTheRest() {
    List<Finding> findings =
        lab().file(ANYIP, "10.20.30.17/28\n".repeat(500)).report().findings().stream()
            .map(entry -> entry.finding())
            .filter(finding -> finding.rule().code().equals("VL101"))
            .toList();
    assertThat(findings).hasSize(200);
    assertThat(findings.stream().flatMap(finding -> finding.notes().stream()))
        .contains("300 more lines of this file are like this one, and are not listed");
  }

  @Test
  void findsItInAPlan() {
    assertThat(
            LintedLab.of("VL101")
                .file(
                    "plan.md",
                    """
                    | Management IP | 172.30.5.20/24 |
                    | Workload IP | 172.30.8.20/24 |
                    | Load Balancer IP Range | 172.30.8.33/28 | <<< error: 172.30.8.33/28 is no subnet: the kernel will refuse it
                    | Virtual IP Range | 172.30.8.34/11 |
                    """)
                .holds()
                .get(0)
                .fixes())
        .extracting(Fix::title, Fix::proven)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("write 172.30.8.32/28", true));
  }

  @Test
  void saysOnceWhatFileAndPlanHave() {
    LintedLab.of("VL101")
        .file("etc/vmware/anyip-routes.cfg", "172.30.8.33/28 <<< error: is no subnet\n")
        .file("haproxy.properties", "loadbalance.service_ip_range=172.30.8.33/28\n")
        .holds();
    LintedLab.of("VL101")
        .file("etc/vmware/anyip-routes.cfg", "172.30.8.32/28\n")
        .file(
            "haproxy.properties",
            "loadbalance.service_ip_range=172.30.8.33/28 <<< warning: no longer has it, and a"
                + " redeployment writes it there again\n")
        .holds();
  }
}
