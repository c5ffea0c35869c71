package io.github.viplint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule of errors mends its example by an edit that is proven, or stands here with the reason
 * why it can't.
 */
class FixTableTest {
  /** A person has to do it, and the fix says what. */
  private static final Map<String, String> BY_HAND =
      Map.of(
          "VL401", "another DNS server is chosen in vCenter, not in a file",
          "VL602",
              "the cause has the edit; this is proven with the edit, or where the cause is gone",
          "VL604", "its example is a journal: a reboot is proven where route-tables.cfg is there",
          "VL713", "the certificate authority is entered in vCenter");

  /** Nothing of the appliance's files can be edited for it. */
  private static final Map<String, String> WITHOUT = new TreeMap<>();

  static {
    WITHOUT.put("VL113", "a symptom: the line before it has the fix");
    WITHOUT.put("VL203", "a symptom: VL201, VL202 or the range that failed has the fix");
    WITHOUT.put("VL313", "the appliance's addresses are given at its deployment");
    WITHOUT.put("VL403", "which router leads there nobody captured; a route needs its address");
    WITHOUT.put("VL601", "a symptom: what made the service fail has the fix");
    WITHOUT.put("VL603", "a symptom: VL101, VL102 or VL104 at the line has the fix");
    WITHOUT.put("VL607", "a property of the virtual machine, set in vCenter while it is off");
    WITHOUT.put("VL608", "a newer appliance has to be deployed");
    WITHOUT.put("VL701", "a symptom: what keeps haproxy from serving the VIP has the fix");
    WITHOUT.put("VL702", "a symptom: what keeps the range away has the fix");
    WITHOUT.put("VL703", "a symptom: a range that takes a gateway, or a route, has the fix");
    WITHOUT.put("VL704", "a symptom: the servers behind the VIP, or the range that holds them");
    WITHOUT.put("VL705", "the certificate authority is entered in vCenter");
    WITHOUT.put("VL706", "the name is entered in vCenter, or the certificate made anew");
    WITHOUT.put("VL707", "a clock is set, or a certificate made anew");
    WITHOUT.put("VL708", "a password is entered in vCenter, or set by a person");
    WITHOUT.put("VL709", "a DNS server or a search domain is entered in vCenter");
    WITHOUT.put("VL710", "a symptom: the rules of haproxy.cfg have the fix");
    WITHOUT.put("VL712", "a symptom: the VIP range that is too small or not served");
    WITHOUT.put("VL714", "the certificate is made anew");
    WITHOUT.put("VL802", "which of the two sides is to move the planner decides");
    WITHOUT.put("VL803", "which addresses of the management network are free nobody captured");
    WITHOUT.put("VL806", "which CIDR is free in the whole company nobody captured");
  }

  static List<Rule> errors() {
    return MetaTest.rules().stream()
        .filter(rule -> rule.info().severity() == Severity.ERROR)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorHasAProvenEditOrAReasonWhyNot(Rule rule) {
    String code = rule.info().code();
    LintedLab lab = LintedLab.of(code);
    MetaTest.Shown.in(MetaTest.part(rule, "## Example"))
        .forEach(file -> lab.file(file.name(), file.text()));
    List<Finding> found =
        lab.report().findings().stream()
            .map(entry -> entry.finding())
            .filter(finding -> finding.rule().code().equals(code))
            .toList();
    assertThat(found).isNotEmpty();
    boolean edited =
        found.stream().flatMap(finding -> finding.fixes().stream()).anyMatch(Fix::proven);
    boolean any = found.stream().anyMatch(finding -> !finding.fixes().isEmpty());

    assertThat(edited)
        .as("a proven edit for %s", rule.info())
        .isEqualTo(!BY_HAND.containsKey(code) && !WITHOUT.containsKey(code));
    assertThat(any).as("any fix for %s", rule.info()).isEqualTo(!WITHOUT.containsKey(code));
  }

  @Test
  void noReasonIsLeftOfARuleThatIsGone() {
    Map<String, String> all = new HashMap<>(BY_HAND);
    all.putAll(WITHOUT);
    Set<String> codes = Set.copyOf(errors().stream().map(rule -> rule.info().code()).toList());
    assertThat(codes).containsAll(all.keySet());
    assertThat(all).hasSize(BY_HAND.size() + WITHOUT.size());
  }
}
