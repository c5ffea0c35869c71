package io.github.viplint.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Inputs;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Role;
import io.github.viplint.intake.Intake;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.Host;
import io.github.viplint.model.Interfaces;
import io.github.viplint.model.Lab;
import io.github.viplint.model.Log;
import io.github.viplint.model.Reading;
import io.github.viplint.model.State;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a capture is, and what comes before what. */
class LabReaderTest {
  @Test
  void thePromptNamesTheHostAndTheFileItsRole() {
    Lab lab =
        lab(
            """
            root@lb1 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            10.20.30.64/26
            admin@desk:~$ kubectl get nodes
            The connection to the server 10.20.30.70:6443 was refused - did you specify the right host or port?
            """);
    assertThat(lab.hosts()).extracting(Host::name).containsExactly("desk", "lb1");
    assertThat(lab.hosts().get(0).is(Role.CLIENT)).isTrue();
    assertThat(lab.hosts().get(1).is(Role.APPLIANCE)).isTrue();
  }

  @Test
  void theFirstLabelOfALogsHostIsTheHost() {
    Lab lab =
        lab(
            """
            root@lb1 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            10.20.30.64/26
            #viplint cmd=journalctl
            Mar 02 09:14:31 lb1.lab.example anyiproutectl.sh[797]: adding route for 10.20.30.64/26
            """);
    assertThat(lab.hosts()).extracting(Host::name).containsExactly("lb1");
    assertThat(lab.unjoined()).isEmpty();
  }

  @Test
  void withoutANameTheRoleDecides() {
    Lab lab =
        lab(
            """
            root@lb1 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            10.20.30.64/26
            $ route -n
            Kernel IP routing table
            Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
            0.0.0.0         172.22.1.1      0.0.0.0         UG    0      0        0 eth0
            """);
    assertThat(lab.hosts()).extracting(Host::name).containsExactly("lb1", "supervisor");
  }

  @Test
  void whatCouldBeOfTwoHostsIsJoinedToNone() {
    Lab lab =
        lab(
            """
            root@lb1 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            10.20.30.64/26
            root@lb2 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            10.20.31.64/26
            #viplint cmd=cat
            global
            defaults
              mode tcp
            frontend api
              bind 10.20.30.70:443
            """);
    assertThat(lab.unjoined())
        .singleElement()
        .satisfies(
            reading ->
                assertThat(reading.problems())
                    .anySatisfy(
                        problem -> assertThat(problem.message()).contains("--host NAME=GLOB")));
  }

  @Test
  void otherTextOfTheSameFileOpensTheNextState() {
    Lab lab =
        lab(
            """
            root@lb1 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            10.20.30.64/26
            root@lb1 [ ~ ]# cat /etc/vmware/route-tables.cfg
            2,workload,00:50:56:a1:10:02,172.21.6.10/24,172.21.6.1
            root@lb1 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            10.20.30.128/26
            """);
    List<State> states = lab.hosts().get(0).states();
    assertThat(states).hasSize(2);
    assertThat(ranges(states.get(0))).containsExactly("10.20.30.64/26");
    assertThat(ranges(states.get(1))).containsExactly("10.20.30.128/26");
    assertThat(states.get(1).readings())
        .as("what was not captured again is carried over")
        .hasSize(2);
  }

  @Test
  void theSameTextAgainOpensNone() {
    Lab lab =
        lab(
            """
            root@lb1 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            10.20.30.64/26
            root@lb1 [ ~ ]# cat /etc/vmware/anyip-routes.cfg
            10.20.30.64/26
            """);
    State only = lab.hosts().get(0).last();
    assertThat(only.number()).isEqualTo(1);
    assertThat(only.facts(AnyipRoutes.class)).hasSize(1);
    assertThat(only.readings()).as("the repeat is accounted for").hasSize(2);
  }

  private static final String INTERFACES =
      """
      root@lb1 [ ~ ]# ip addr
      2: frontend: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP
          link/ether 00:50:56:a1:10:03 brd ff:ff:ff:ff:ff:ff
          inet 172.21.7.10/24 brd 172.21.7.255 scope global frontend
          inet6 fe80::250:56ff:fea1:1003/64 scope link
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip -o addr\n2: frontend    inet 172.21.7.10/24 brd 172.21.7.255 scope global frontend\n",
        "ip -br addr\nfrontend         UP             172.21.7.10/24 \n",
      })
  void theSameInterfacesInAnotherFormOpenNoState(String again) {
    for (String paste :
        List.of(INTERFACES + "root@lb1 [ ~ ]# " + again, "root@lb1 [ ~ ]# " + again + INTERFACES)) {
      Host host = lab(paste).hosts().get(0);
      assertThat(host.states()).hasSize(1);
      Interfaces known = host.last().fact(Interfaces.class).orElseThrow();
      assertThat(known.interfaces().get(0).mac()).contains("00:50:56:a1:10:03");
      assertThat(known.complete()).isTrue();
    }
  }

  @Test
  void anotherAddressInAnotherFormOpensTheNextState() {
    Host host =
        lab(INTERFACES + "root@lb1 [ ~ ]# ip -br addr\nfrontend  UP  172.21.7.11/24 \n")
            .hosts()
            .get(0);
    assertThat(host.states()).hasSize(2);
  }

  @Test
  void fragmentsOfOneFileAreReadAsOne() {
    Lab lab =
        lab(
            """
            root@lb1 [ ~ ]# grep -A3 api /etc/haproxy/haproxy.cfg
            frontend api
              bind 10.20.30.70:443
            root@lb1 [ ~ ]# grep -A3 web /etc/haproxy/haproxy.cfg
            frontend web
              bind 10.20.30.71:443
            """);
    HaproxyCfg cfg = lab.hosts().get(0).last().fact(HaproxyCfg.class).orElseThrow();
    assertThat(cfg.excerpt()).isTrue();
    assertThat(cfg.sections()).extracting(section -> section.name()).containsExactly("api", "web");
    assertThat(lab.hosts().get(0).states()).hasSize(1);
  }

  @Test
  void aLogAndItsRotatedSiblingsAreReadInOrderOfTime() {
    Lab lab =
        lab(
            """
            root@vcenter [ ~ ]# cat wcpsvc.log
            2024-10-03T02:09:28.793Z info wcp [a/b.go:1] third
            root@vcenter [ ~ ]# cat wcpsvc-2.log
            2024-10-01T02:09:28.793Z info wcp [a/b.go:1] first
            root@vcenter [ ~ ]# cat wcpsvc-1.log
            2024-10-02T02:09:28.793Z info wcp [a/b.go:1] second
            """);
    assertThat(lab.hosts().get(0).last().facts(Log.class))
        .extracting(log -> log.first().orElseThrow().text())
        .containsExactly(
            "2024-10-01T02:09:28.793Z", "2024-10-02T02:09:28.793Z", "2024-10-03T02:09:28.793Z");
  }

  private static List<String> ranges(State state) {
    return state.fact(AnyipRoutes.class).orElseThrow().entries().stream()
        .map(AnyipRoutes.Line::text)
        .toList();
  }

  private static Lab lab(String paste) {
    Inputs inputs =
        new Inputs(
            List.of("-"),
            Optional.of(new ByteArrayInputStream(paste.getBytes(StandardCharsets.UTF_8))),
            List.of(),
            List.of());
    Intake.LabInput input =
        Intake.of(inputs, texts -> Mask.NONE, (bytes, from, to) -> -1).labs().get(0);
    Lab lab = new LabReader(new Readers(new SignatureSet(List.of()))).read("lab", input.captures());
    for (Host host : lab.hosts()) {
      for (Reading reading : host.last().readings()) {
        assertThat(reading.problems()).isEmpty();
      }
    }
    return lab;
  }
}
