package io.github.viplint.twin.route;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.twin.Captured;
import io.github.viplint.twin.kernel.KernelState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A host as a kernel showed it, and what that kernel answered: sections {@code ### ip -4 addr
 * show}, {@code ### ip rule show}, {@code ### ip route show table all}, {@code ### sysctl} and
 * {@code ### queries}, where each query is {@code $ ip route get …}, {@code [rc=N]} and the answer.
 */
record OracleHost(KernelState kernel, Map<String, String> answers) {

  static OracleHost parse(String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String section : text.split("(?m)^### ")) {
      int end = section.indexOf('\n');
      if (end > 0) {
        sections.put(section.substring(0, end), section.substring(end + 1));
      }
    }
    KernelState captured =
        new Captured()
            .addresses(sections.get("ip -4 addr show"))
            .rules(sections.get("ip rule show"))
            .with(
                CaptureKind.IP_ROUTE,
                "ip route show table all",
                sections.get("ip route show table all"))
            .kernel();
    KernelState kernel =
        new KernelState(
            captured.interfaces(),
            captured.interfacesComplete(),
            captured.ipv4(),
            captured.ipv6(),
            captured.names(),
            sysctls(sections.getOrDefault("sysctl", "")));
    Map<String, String> answers = new LinkedHashMap<>();
    String[] queries = sections.get("queries").split("(?m)^\\$ ip route get ");
    for (int i = 1; i < queries.length; i++) {
      String[] lines = queries[i].split("\n", 3);
      answers.put(i + " " + lines[0], lines[2]);
    }
    return new OracleHost(kernel, answers);
  }

  /** Lines of {@code name = value}. */
  private static Map<String, String> sysctls(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      String[] parts = line.split(" = ");
      values.put(parts[0], parts[1]);
    }
    return values;
  }

  /** The questions on which the twin does not agree with the kernel, with both answers. */
  List<String> disagreements() {
    Routing routing = new Routing(kernel);
    List<String> wrong = new ArrayList<>();
    answers.forEach(
        (question, answer) -> {
          String arguments = question.substring(question.indexOf(' ') + 1);
          RouteGet expected = RouteGet.printed(answer);
          Answer answered = routing.lookup(RouteGet.flow(arguments));
          if (!expected.agrees(answered)) {
            wrong.add(arguments + "\n  kernel " + expected + "\n  twin   " + RouteGet.of(answered));
          }
        });
    return wrong;
  }
}
