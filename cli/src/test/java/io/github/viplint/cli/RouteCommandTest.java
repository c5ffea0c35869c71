package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.viplint.report.JsonRoute;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code viplint route}: what it prints, and how it exits. */
class RouteCommandTest {
  private static final String ADDRESSES =
      """
      ip addr
      1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN
          inet 127.0.0.1/8 scope host lo
          inet6 ::1/128 scope host
      2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP
          inet 172.20.0.45/24 brd 172.20.0.255 scope global eth0
          inet6 2001:db8:20::45/64 scope global
      3: eth1: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP
          inet 172.20.16.2/28 brd 172.20.16.15 scope global eth1
      """;

  private static final String RULES =
      """
      ip rule show
      0:      from all lookup local
      0:      from all to 172.20.0.10  lookup 200
      0:      from 172.20.16.2 lookup 200
      32766:  from all lookup main
      32767:  from all lookup default

      ip route show table 200
      default via 172.20.16.1 dev eth1 proto static
      172.20.16.0/28 dev eth1 proto static scope link
      """;

  private static final String MAIN =
      """
      ip route show table main
      default via 172.20.0.254 dev eth0
      172.20.0.0/24 dev eth0 proto kernel scope link src 172.20.0.45
      172.20.16.0/28 dev eth1 proto kernel scope link src 172.20.16.2
      unreachable 192.0.2.0/24
      198.51.100.0/24
              nexthop via 172.20.0.1 dev eth0 weight 1
              nexthop via 172.20.0.2 dev eth0 weight 1
      """;

  private static final String IPV6 =
      """
      ip -6 rule
      0:	from all lookup local
      32766:	from all lookup main

      ip -6 route show table all
      2001:db8:20::/64 dev eth0 proto kernel metric 256 pref medium
      default via 2001:db8:20::1 dev eth0 metric 1024 pref medium
      local ::1 dev lo table local proto kernel metric 0 pref medium
      local 2001:db8:20::45 dev eth0 table local proto kernel metric 0 pref medium
      multicast ff00::/8 dev eth0 table local proto kernel metric 256 pref medium
      """;

  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Program.Outcome route(String... args) {
    String[] words = new String[args.length + 1];
    words[0] = "route";
    System.arraycopy(args, 0, words, 1, args.length);
    return new Program().run(words);
  }

  @Test
  void theTraceSaysWhyEachRuleWasPassedBy() throws IOException {
    String paste = file("paste.txt", ADDRESSES + RULES + MAIN);

    Program.Outcome outcome = route("172.20.0.11", "--in", paste);

    assertThat(outcome.out().replace(folder + "/", ""))
        .isEqualTo(
            """
            172.20.0.11 on supervisor: leaves by eth0, on-link, source 172.20.0.45, table main
                  0  from all lookup local
                     table local: no route
                  0  from all to 172.20.0.10 lookup 200
                     does not fit: 172.20.0.10 does not hold 172.20.0.11
                  0  from 172.20.16.2 lookup 200
                     does not fit: the packet has no source yet
              32766  from all lookup main
                     table main: 172.20.0.0/24 dev eth0
              rule: paste.txt:14:1: 32766:  from all lookup main
              route: paste.txt:22:1: 172.20.0.0/24 dev eth0 proto kernel scope link src 172.20.0.45
            """);
    assertThat(outcome.exit()).isEqualTo(Exit.OK);
  }

  @Test
  void theTableThatDecidesWasNotCaptured() throws IOException {
    Program.Outcome outcome =
        route("172.20.0.11", "172.20.0.10", "--in", file("paste.txt", ADDRESSES + RULES));

    assertThat(outcome.out())
        .contains("172.20.0.11 on supervisor: open\n  not known: table main\n")
        .contains("172.20.0.10 on supervisor: leaves by eth1 via 172.20.16.1, source 172.20.16.2");
    assertThat(outcome.exit()).isEqualTo(Exit.INCOMPLETE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        // arguments                             | action      | device | via            | src
        //     | table
        "172.20.0.10                             | unicast     | eth1   | 172.20.16.1    | 172.20.16.2   | 200",
        "172.20.0.10 --oif eth0                  | unicast     | eth0   | null           | 172.20.0.45   | main",
        "8.8.8.8 --from 172.20.16.2              | unicast     | eth1   | 172.20.16.1    | 172.20.16.2   | 200",
        "8.8.8.8 --from 172.20.16.3              | none        | null   | null           | null          | null",
        "8.8.8.8 --from 10.1.1.1 --iif eth1      | unicast     | eth0   | 172.20.0.254   | 10.1.1.1      | main",
        "172.20.16.2                             | local       | lo     | null           | 172.20.16.2   | local",
        "172.20.0.255                            | broadcast   | eth0   | null           | 172.20.0.45   | local",
        "224.0.0.5 --oif eth1                    | multicast   | eth1   | null           | 172.20.16.2   | null",
        "192.0.2.7                               | unreachable | null   | null           | null          | main",
        "2001:db8:20::7                          | unicast     | eth0   | null           | 2001:db8:20::45 | main",
        "2001:db8:99::7                          | unicast     | eth0   | 2001:db8:20::1 | 2001:db8:20::45 | main",
        "2001:db8:20::45                         | local       | lo     | null           | 2001:db8:20::45 | local",
        "198.51.100.7                            | unknown     | eth0   | null           | 172.20.0.45   | main",
        "172.20.0.10 --oif eth7                  | unknown     | null   | null           | null          | null",
      })
  void json(String arguments, String action, String device, String via, String src, String table)
      throws IOException {
    String[] words =
        (arguments
                + " --format json --in "
                + file("one.txt", ADDRESSES + RULES + MAIN)
                + " "
                + file("two.txt", IPV6))
            .split(" ");
    Program.Outcome outcome = route(words);

    JsonNode way = new ObjectMapper().readTree(outcome.out()).get(0);
    assertThat(way.get("action").asText()).isEqualTo(action);
    assertThat(way.get("device").textValue()).isEqualTo(device);
    assertThat(way.get("via").textValue()).isEqualTo(via);
    assertThat(way.get("src").textValue()).isEqualTo(src);
    assertThat(way.get("table").textValue()).isEqualTo(table);
    assertThat(outcome.exit()).isEqualTo(action.equals("unknown") ? Exit.INCOMPLETE : Exit.OK);
    try (InputStream schema = JsonRoute.class.getResourceAsStream(JsonRoute.SCHEMA)) {
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(schema)
                  .validate(outcome.out(), InputFormat.JSON))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "172.20.0.10 via 172.20.16.1 dev eth1 table 200 src 172.20.16.2 uid 0 | agrees",
        "172.20.0.10 dev eth0 src 172.20.0.45 uid 0                           | differs",
        "RTNETLINK answers: Network is unreachable                            | differs",
      })
  void whatTheKernelSaidItselfIsShownBeside(String line, String says) throws IOException {
    String paste =
        file(
            "paste.txt",
            ADDRESSES + RULES + MAIN + "\n$ ip route get 172.20.0.10\n" + line + "\n    cache \n");

    Program.Outcome text = route("172.20.0.10", "--in", paste);
    Program.Outcome json = route("172.20.0.10", "--format", "json", "--in", paste);

    assertThat(text.out())
        .startsWith("172.20.0.10 on supervisor: leaves by eth1")
        .contains("the kernel said: " + paste + ":30:1: " + line)
        .contains("    " + says);
    assertThat(new ObjectMapper().readTree(json.out()).get(0).get("captured").get(0).get("says"))
        .hasToString("\"" + says + "\"");
  }

  /** Strict filtering of sources drops what would not be answered by the same interface. */
  @Test
  void settingsOfTheKernelDecideToo() throws IOException {
    String strict =
        "\nsysctl net.ipv4.conf.all.rp_filter net.ipv4.conf.eth1.rp_filter\n"
            + "net.ipv4.conf.all.rp_filter = 0\nnet.ipv4.conf.eth1.rp_filter = 1\n";
    String[] question = {"8.8.8.8", "--from", "10.1.1.1", "--iif", "eth1", "--in", ""};

    question[6] = file("one.txt", ADDRESSES + RULES + MAIN);
    assertThat(route(question).out())
        .contains("leaves by eth0")
        .contains("assumed: rp_filter of eth1 is 0");
    question[6] = file("two.txt", ADDRESSES + RULES + MAIN + strict);
    assertThat(route(question).out())
        .contains("dropped: Invalid argument")
        .contains("because: rp_filter of eth1 is 1, and the way back to 10.1.1.1 leaves by eth0")
        .doesNotContain("assumed: rp");
  }

  /** Whoever asks knows the lab's own addresses, whoever reads the answer does not. */
  @Test
  void anonymizedTheSameWayIsToldOfOtherAddresses() throws IOException {
    String paste = file("paste.txt", ADDRESSES + RULES + MAIN);

    Program.Outcome outcome = route("172.20.0.10", "--anonymize=key", "--in", paste);

    assertThat(outcome.exit()).isEqualTo(Exit.OK);
    assertThat(outcome.out())
        .doesNotContain("172.20.0.10", "172.20.16.")
        .containsPattern(
            "^(172\\.\\S+) on supervisor: leaves by eth1 via 172\\.\\S+, source 172\\.\\S+, table 200\n"
                + "(?s).*from all to \\1 lookup 200\n");
  }

  @Test
  void ofSeveralNextHopsEachIsNamed() throws IOException {
    Program.Outcome outcome =
        route("198.51.100.7", "--in", file("paste.txt", ADDRESSES + RULES + MAIN));

    assertThat(outcome.out())
        .contains(
            "not known: which next hop the kernel takes: via 172.20.0.1 dev eth0 or via 172.20.0.2"
                + " dev eth0");
  }

  @Test
  void withoutTheRulesOfIpv6ItsAnswersAreOpen() throws IOException {
    Program.Outcome outcome =
        route("2001:db8::1", "--in", file("paste.txt", ADDRESSES + RULES + MAIN));

    assertThat(outcome.out()).contains("not known: ip -6 rule");
    assertThat(outcome.exit()).isEqualTo(Exit.INCOMPLETE);
  }

  @Test
  void ofSeveralHostsOneIsChosen() throws IOException {
    String one = file("one.txt", "root@cp1:~# " + RULES + "root@cp1:~# " + MAIN);
    String two = file("two.txt", "root@cp2:~# " + RULES + "root@cp2:~# " + ADDRESSES);

    Program.Outcome open = route("172.20.0.10", "--in", one, two);
    Program.Outcome chosen = route("172.20.0.10", "--on", "cp2", "--in", one, two);
    Program.Outcome absent = route("172.20.0.10", "--on", "cp3", "--in", one, two);

    assertThat(open.exit()).isEqualTo(Exit.USAGE);
    assertThat(open.err()).contains("choose one with --on HOST: cp1, cp2");
    assertThat(chosen.out()).startsWith("172.20.0.10 on cp2: leaves by eth1");
    assertThat(absent.exit()).isEqualTo(Exit.USAGE);
    assertThat(absent.err()).contains("there is no host 'cp3': cp1, cp2");
  }

  @Test
  void wrongUsage() throws IOException {
    String paste = file("paste.txt", RULES);

    assertThat(route("--in", paste).exit()).isEqualTo(Exit.USAGE);
    assertThat(route("vcenter.lab", "--in", paste).exit()).isEqualTo(Exit.USAGE);
    assertThat(route("8.8.8.8", "--tos", "256", "--in", paste).exit()).isEqualTo(Exit.USAGE);
    assertThat(route("8.8.8.8", "--mark", "red", "--in", paste).exit()).isEqualTo(Exit.USAGE);
  }

  @Test
  void whereNothingOfRoutingWasCaptured() throws IOException {
    Program.Outcome outcome = route("8.8.8.8", "--in", file("anyip-routes.cfg", "10.0.0.0/24\n"));

    assertThat(outcome.exit()).isEqualTo(Exit.INCOMPLETE);
    assertThat(outcome.err()).contains("nothing of a host's routing was captured");
    assertThat(route("8.8.8.8", "--in", folder + "/none").exit()).isEqualTo(Exit.INCOMPLETE);
  }

  @Test
  void standardInputIsReadToo() {
    Program.Outcome outcome =
        new Program().in(ADDRESSES + RULES).run("route", "172.20.0.10", "--format", "text");

    assertThat(outcome.out()).startsWith("172.20.0.10 on supervisor: leaves by eth1");
  }
}
