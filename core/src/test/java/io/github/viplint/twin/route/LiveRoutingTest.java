package io.github.viplint.twin.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.twin.Captured;
import io.github.viplint.twin.Namespace;
import io.github.viplint.twin.kernel.KernelState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/**
 * Random hosts, built in the kernel of this machine and asked the same questions as the twin: IPv4
 * and IPv6, their rules, tables, addresses and settings. What differs is shrunk to a few commands,
 * and the seed is printed.
 */
class LiveRoutingTest {
  private static final int QUESTIONS = 50;

  @Property(
      seed = "20261121",
      tries = 30,
      edgeCases = EdgeCasesMode.NONE,
      generation = GenerationMode.RANDOMIZED)
  void answersAsThisKernelDoes(@ForAll("hosts") RandomHost host)
      throws IOException, InterruptedException {
    assertThat(disagreements(host)).isEmpty();
  }

  @Tag("long")
  @Property(
      seed = "20261121",
      tries = 400,
      edgeCases = EdgeCasesMode.NONE,
      generation = GenerationMode.RANDOMIZED)
  void answersTheSameHostsEachTime(@ForAll("hosts") RandomHost host)
      throws IOException, InterruptedException {
    assertThat(disagreements(host)).isEmpty();
  }

  @Tag("long")
  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE, generation = GenerationMode.RANDOMIZED)
  void answersOtherHostsEachTime(@ForAll("hosts") RandomHost host)
      throws IOException, InterruptedException {
    assertThat(disagreements(host)).isEmpty();
  }

  @Provide
  Arbitrary<RandomHost> hosts() {
    return RandomHost.any(QUESTIONS);
  }

  /** The trie that a kernel without further rules keeps for both tables: no capture shows it. */
  @Example
  void withoutFurtherRulesALongerPrefixInMainWins() throws IOException, InterruptedException {
    RandomHost host =
        new RandomHost(
            List.of(),
            List.of("addr add 10.20.0.5/24 dev eth0"),
            List.of("local 10.20.0.0/16 dev lo"),
            List.of(),
            List.of("10.20.0.7", "10.20.1.7"));
    Map<String, String> shown = sections(Namespace.required().run(host.script()));

    assertThat(disagreements(host)).isEmpty();
    assertThat(shown.get("answers"))
        .startsWith("10.20.0.7 dev eth0")
        .contains("\nlocal 10.20.1.7 dev lo");
  }

  /** The questions on which the twin does not agree with the kernel, with both answers. */
  static List<String> disagreements(RandomHost host) throws IOException, InterruptedException {
    Map<String, String> sections = sections(Namespace.required().run(host.script()));
    Routing routing = new Routing(kernel(sections));
    List<String> answers =
        sections
            .get("answers")
            .lines()
            .filter(line -> !line.startsWith(" ") && !line.startsWith("Command failed"))
            .toList();
    assertThat(answers).hasSameSizeAs(host.questions());
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = routing.lookup(RouteGet.flow(host.questions().get(i)));
      RouteGet expected = RouteGet.printed(answers.get(i));
      if (!expected.agrees(answer)) {
        wrong.add(
            "ip route get "
                + host.questions().get(i)
                + "\n  kernel "
                + answers.get(i)
                + "\n         "
                + expected
                + "\n  twin   "
                + RouteGet.of(answer)
                + " "
                + answer.missing());
      }
    }
    return wrong;
  }

  private static Map<String, String> sections(String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String section : text.split("(?m)^### ")) {
      int end = section.indexOf('\n');
      if (end > 0) {
        sections.put(section.substring(0, end), section.substring(end + 1));
      }
    }
    return sections;
  }

  private static KernelState kernel(Map<String, String> sections) {
    KernelState captured =
        new Captured()
            .addresses(sections.get("ip addr show"))
            .rules(sections.get("ip rule show"))
            .with(CaptureKind.IP6_RULE, "ip -6 rule show", sections.get("ip -6 rule show"))
            .table("all", sections.get("ip route show table all"))
            .kernel();
    Map<String, String> sysctls = new LinkedHashMap<>();
    sections
        .get("sysctl")
        .lines()
        .map(line -> line.split(" = "))
        .forEach(s -> sysctls.put(s[0], s[1]));
    return new KernelState(
        captured.interfaces(),
        captured.interfacesComplete(),
        captured.ipv4(),
        captured.ipv6(),
        captured.names(),
        sysctls);
  }
}
