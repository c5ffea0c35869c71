package io.github.viplint.read.net;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress.IPVersion;
import inet.ipaddr.IPAddressString;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.capture.Extent;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.IpRules;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.PolicyRule.Action;
import io.github.viplint.model.PolicyRule.FwMark;
import io.github.viplint.model.PolicyRule.Lookup;
import io.github.viplint.model.PolicyRule.Ports;
import io.github.viplint.model.PolicyRule.Transport;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Pasted;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpRuleReaderTest {
  private final IpRuleReader reader = new IpRuleReader();

  @Test
  void anAppliancesRules() {
    IpRules rules =
        read(
            """
            0:\tfrom all lookup local
            32764:\tfrom 172.20.8.2/24 lookup rtctl_frontend
            32765:\tfrom all to 172.20.16.0/22 lookup rtctl_workload
            32766:\tfrom all lookup main
            32767:\tfrom all lookup default
            """);

    assertThat(rules.rules())
        .extracting(PolicyRule::priority)
        .containsExactly(0L, 32764L, 32765L, 32766L, 32767L);
    assertThat(rules.rules())
        .extracting(PolicyRule::shown)
        .containsExactly(
            "from all lookup local",
            "from 172.20.8.2/24 lookup rtctl_frontend",
            "from all to 172.20.16.0/22 lookup rtctl_workload",
            "from all lookup main",
            "from all lookup default");
    assertThat(rules.rules()).noneMatch(PolicyRule::unknown);
  }

  @Test
  void aRuleKnowsItsLine() {
    PolicyRule rule = read("0:\tfrom all lookup local\n200:\tfrom all nop  \n").rules().get(1);

    assertThat(rule.span().text()).isEqualTo("200:\tfrom all nop");
    assertThat(rule.span().place().startLine()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // iproute2 4.17 and 4.18 print a blank before the prefix length, and two behind a host
        "0: from all to 172.20.16.0 /22 lookup 200 | from all to 172.20.16.0/22 lookup 200",
        "0: from all to 172.20.1.53  lookup 200    | from all to 172.20.1.53 lookup 200",
        "0: from 172.20.1.0 /24 to 10.0.0.0 /8 nop | from 172.20.1.0/24 to 10.0.0.0/8 nop",
        "1: not from 10.3.0.0/16 lookup 5          | not from 10.3.0.0/16 lookup 5",
        "1: from all iif eth0 lookup 5             | from all iif eth0 lookup 5",
        "1: from all iif eth9 [detached] lookup 5  | from all iif eth9 lookup 5",
        "1: from all oif eth9 [detached] nop       | from all oif eth9 nop",
        "1: from all tos 0x10 lookup 5             | from all tos 0x10 lookup 5",
        "1: from all fwmark 0x1 lookup 5           | from all fwmark 0x1 lookup 5",
        "1: from all fwmark 0x1/0xff lookup 5      | from all fwmark 0x1/0xff lookup 5",
        "1: from all goto 200                      | from all goto 200",
        "1: from all goto 200 [unresolved]         | from all goto 200 [unresolved]",
        "1: from all nop                           | from all nop",
        "1: from all blackhole                     | from all blackhole",
        "1: from all prohibit                      | from all prohibit",
        "1: from all unreachable                   | from all unreachable",
        "1: from all lookup main suppress_prefixlength 0 | from all lookup main suppress_prefixlength 0",
        "1: from all lookup main suppress_ifgroup default | from all lookup main suppress_ifgroup default",
        "1: from all lookup 208 proto static       | from all lookup 208",
        "1: from 10.9.0.0/16 lookup 207 realms 1/2 | from 10.9.0.0/16 lookup 207",
        "1: from all to fd00:1::/64 lookup 5       | from all to fd00:1::/64 lookup 5",
        "1: from all ipproto tcp lookup 5          | from all ipproto tcp lookup 5",
        "1: from all ipproto 89 sport 0-9 nop      | from all ipproto 89 sport 0-9 nop",
        "1: from all sport 80 dport 1000-2000 nop  | from all sport 80 dport 1000-2000 nop",
        // names may look like keywords
        "1: from all iif lookup lookup from        | from all iif lookup lookup from",
      })
  void forms(String line, String shown) {
    assertThat(read(line).rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.shown()).isEqualTo(shown);
              assertThat(rule.unknown()).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1: from all uidrange 0-1000 lookup 5",
        "1: from all tun_id 7 lookup 5",
        "1: from all tos AF11 lookup 5",
        "1: from all lookup [l3mdev-table]",
        "1: from 10.0.0.1 map-to 10.0.0.2",
        "1: from 10.0.0.1 masquerade",
      })
  void whatTheModelCannotSayIsUnknownAndNoProblem(String line) {
    Reading reading = reader.read(Pasted.paste(CaptureKind.IP_RULE, line));

    if (line.contains("lookup")) {
      assertThat(reading.problems()).isEmpty();
    }
    assertThat(rules(reading)).singleElement().matches(PolicyRule::unknown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1: from 10.0.0.300 lookup 5       | 'from' is followed by no address or prefix",
        "1: from all to 10.0.0.0/33 nop    | 'to' is followed by no address or prefix",
        "1: from all                       | the rule has no action",
        "1: from all lookup                | nothing follows 'lookup'",
        "1: from all nop unreachable       | the rule has two actions",
        "1: from all fwmark red lookup 5   | 'fwmark' is followed by no mark",
        "1: from all sport http lookup 5   | 'sport' is followed by no port or range of ports",
        "1: from all dport 1-70000 nop     | 'dport' is followed by no port or range of ports",
        "1: from all goto there            | 'goto' is followed by no such number",
        "1: from all lookup 5 frobnicate   | a word of the rule is not known",
        "1: /24 lookup 5                   | a prefix length or a remark stands where it belongs to no word",
        "99999999999: from all lookup 5    | no priority is that large",
      })
  void aRuleThatCannotBeReadIsThereAndUnknown(String line, String problem) {
    Reading reading = reader.read(Pasted.paste(CaptureKind.IP_RULE, line));

    assertThat(Printed.problems(reading)).containsExactly("1: " + problem);
    assertThat(rules(reading)).singleElement().matches(PolicyRule::unknown);
  }

  @Test
  void otherLinesAreProblemsAndReadingGoesOn() {
    Reading reading =
        reader.read(
            Pasted.paste(
                CaptureKind.IP_RULE,
                """
                Object "ruel" is unknown, try "ip help".

                0:\tfrom all lookup local
                99999999999999999999: from all nop
                """));

    assertThat(Printed.problems(reading))
        .containsExactly(
            "1: no rule: it does not begin with a priority",
            "4: no rule: it does not begin with a priority");
    assertThat(reading.coverage()).isEqualTo(new Coverage(4, 2, 0, 2));
    assertThat(rules(reading)).hasSize(1);
  }

  @Test
  void withoutAnyRuleNothingIsSaid() {
    assertThat(reader.read(Pasted.paste(CaptureKind.IP_RULE, "ip: command not found\n")).facts())
        .isEmpty();
  }

  @Test
  void leftOutLinesOfACutCaptureAreUnderstood() {
    String text = "0: from all lookup local\n...\n32766: from all lookup main\n";

    assertThat(reader.read(Pasted.part(CaptureKind.IP_RULE, Extent.CUT, text)).coverage())
        .isEqualTo(Printed.understood(3));
    assertThat(reader.read(Pasted.paste(CaptureKind.IP_RULE, text)).problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ip rule                 | from 10.1.0.1     | IPV4",
        "ip -4 rule              | from all          | IPV4",
        "ip -6 rule              | from all          | IPV6",
        "ip -f inet6 ru          | from all          | IPV6",
        "ip -6 rule show         | from fd00:1::/64  | IPV6",
        // a paste that lost its command
        "cat rules.txt           | from fd00:1::/64  | IPV6",
        "cat rules.txt           | from all to fd00::1 | IPV6",
        "cat rules.txt           | from all          | IPV4",
      })
  void eachFamilyHasRulesOfItsOwn(String command, String selector, IPVersion version) {
    String text = "0:\tfrom all lookup local\n100:\t" + selector + " lookup 200\n";

    assertThat(
            Printed.only(IpRules.class, reader.read(Printed.by(CaptureKind.IP_RULE, command, text)))
                .version())
        .isEqualTo(version);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aRuleShownReadsAsTheSameRule(@ForAll("rules") PolicyRule rule) {
    PolicyRule again = read(rule.priority() + ":\t" + rule.shown()).rules().get(0);

    assertThat(again).usingRecursiveComparison().ignoringFields("span").isEqualTo(rule);
  }

  @Provide
  Arbitrary<PolicyRule> rules() {
    Arbitrary<Optional<Cidr>> prefix =
        Combinators.combine(Arbitraries.integers(), Arbitraries.integers().between(0, 32))
            .as((address, length) -> cidr(address, length))
            .optional();
    Arbitrary<Optional<String>> device = Arbitraries.of("eth0", "workload", "from").optional();
    Arbitrary<Optional<FwMark>> mark =
        Combinators.combine(
                Arbitraries.longs().between(0, 0xffffffffL),
                Arbitraries.longs().between(0, 0xffffffffL))
            .as(FwMark::new)
            .optional();
    return Combinators.combine(
            Arbitraries.longs().between(0, 0xffffffffL),
            Arbitraries.of(true, false),
            Combinators.combine(prefix, prefix).as(List::of),
            Combinators.combine(device, device).as(List::of),
            mark,
            Arbitraries.integers().between(0, 255).optional(),
            transports().optional(),
            actions())
        .as(
            (priority, not, prefixes, devices, fwmark, tos, transport, action) ->
                new PolicyRule(
                    Pasted.paste(CaptureKind.IP_RULE, "").all(),
                    priority,
                    not,
                    prefixes.get(0),
                    prefixes.get(1),
                    devices.get(0),
                    devices.get(1),
                    fwmark,
                    tos,
                    transport,
                    action,
                    false));
  }

  private static Arbitrary<Transport> transports() {
    Arbitrary<Optional<Ports>> ports =
        Combinators.combine(
                Arbitraries.integers().between(0, 0xffff),
                Arbitraries.integers().between(0, 0xffff))
            .as(Ports::new)
            .optional();
    return Combinators.combine(Arbitraries.of("tcp", "89").optional(), ports, ports)
        .as(Transport::new)
        .filter(
            transport ->
                transport.protocol().isPresent()
                    || transport.source().isPresent()
                    || transport.destination().isPresent());
  }

  private static Arbitrary<Action> actions() {
    Arbitrary<Action> lookup =
        Combinators.combine(
                Arbitraries.of("main", "200", "rtctl_workload", "nop"),
                Arbitraries.integers().between(0, 32).optional(),
                Arbitraries.of("default", "7").optional())
            .as(Lookup::new);
    Arbitrary<Action> jump =
        Combinators.combine(
                Arbitraries.longs().between(0, 0xffffffffL), Arbitraries.of(true, false))
            .as(PolicyRule.Goto::new);
    return Arbitraries.oneOf(
        lookup,
        jump,
        Arbitraries.of(
            new PolicyRule.Nop(),
            new PolicyRule.Unreachable(),
            new PolicyRule.Prohibit(),
            new PolicyRule.Blackhole()));
  }

  private static Cidr cidr(int address, int length) {
    String text =
        (address >>> 24)
            + "."
            + (address >>> 16 & 255)
            + "."
            + (address >>> 8 & 255)
            + "."
            + (address & 255);
    return new Cidr(new IPAddressString(text).getAddress(), length);
  }

  private IpRules read(String text) {
    return Printed.only(IpRules.class, reader.read(Pasted.paste(CaptureKind.IP_RULE, text)));
  }

  private static List<PolicyRule> rules(Reading reading) {
    return ((IpRules) reading.facts().get(0)).rules();
  }
}
