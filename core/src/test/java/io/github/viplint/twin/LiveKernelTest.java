package io.github.viplint.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random hosts, built in the kernel of this machine and asked the same questions as the twin. */
class LiveKernelTest {
  private static final int HOSTS = 40;
  private static final int QUESTIONS = 24;
  private static final List<String> DEVICES = List.of("management", "workload", "frontend");

  @Test
  void answersAsThisKernelDoes() throws IOException, InterruptedException {
    Namespace namespace = Namespace.required();
    List<String> wrong = new ArrayList<>();
    int delivered = 0;
    for (long seed = 0; seed < HOSTS; seed++) {
      String script = script(new Random(seed), seed % 4 != 0);
      OracleHost host = OracleHost.parse(namespace.run(script));
      for (String text : host.disagreements()) {
        wrong.add("seed " + seed + ": " + text);
      }
      assertThat(host.answers()).hasSize(QUESTIONS);
      delivered +=
          (int) host.answers().values().stream().filter(answer -> answer.contains(" dev ")).count();
    }
    assertThat(wrong).isEmpty();
    assertThat(delivered).isGreaterThan(HOSTS * QUESTIONS / 3);
  }

  /** The trie that a kernel without further rules keeps for both tables: no capture shows it. */
  @Test
  void withoutFurtherRulesALongerPrefixInMainWins() throws IOException, InterruptedException {
    String setUp =
        """
        ip link set lo up
        ip link add frontend type veth peer name p
        ip link set frontend up
        ip link set p up
        ip addr add 10.20.0.5/24 dev frontend
        ip route add local 10.20.0.0/16 dev lo
        """;
    OracleHost host =
        OracleHost.parse(Namespace.required().run(setUp + show(List.of("10.20.0.7", "10.20.1.7"))));

    assertThat(host.disagreements()).isEmpty();
    assertThat(host.answers().get("1 10.20.0.7")).startsWith("10.20.0.7 dev frontend");
    assertThat(host.answers().get("2 10.20.1.7")).startsWith("local 10.20.1.7");
  }

  private static String script(Random random, boolean furtherRules) {
    StringBuilder script = new StringBuilder("exec 3>&1 4>&2 >/dev/null 2>&1\nip link set lo up\n");
    StringBuilder sysctls = new StringBuilder("echo '### sysctl'\n");
    set(script, sysctls, "ip_forward", random.nextInt(5) == 0 ? 0 : 1);
    for (int i = 0; i < DEVICES.size(); i++) {
      String device = DEVICES.get(i);
      script.append("ip link add ").append(device).append(" type veth peer name p").append(i);
      script.append("\nip link set p").append(i).append(" up\nip link set ").append(device);
      script.append(" up\n");
      int filter = random.nextInt(5);
      set(script, sysctls, "conf/" + device + "/rp_filter", filter > 2 ? 0 : filter);
      script.append("ip addr add ").append(own(i)).append('/').append(pick(random, 22, 24, 27));
      script.append(" brd + dev ").append(device).append('\n');
      if (random.nextInt(3) == 0) {
        script.append("ip addr add 10.7.").append(i).append(".9/24 dev ").append(device);
        script.append('\n');
      }
    }
    set(script, sysctls, "conf/all/rp_filter", random.nextInt(6) == 0 ? 2 : 0);
    for (int i = 0; i < 14; i++) {
      String route = route(random);
      script.append("ip route append ").append(route).append('\n');
      if (random.nextInt(4) == 0 && !route.contains("tos")) {
        script.append("ip route append ").append(route).append(" tos 0x10 mtu 1400\n");
      }
    }
    for (int i = 0; i < 8 && furtherRules; i++) {
      script.append("ip rule add ").append(rule(random)).append('\n');
    }
    script.append("exec >&3 2>&4\n").append(sysctls);
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      questions.add(question(random));
    }
    return script + show(questions);
  }

  /** Sets a sysctl and adds to what {@code shows} prints of it. */
  private static void set(StringBuilder script, StringBuilder shows, String path, int value) {
    script.append("echo ").append(value).append(" > /proc/sys/net/ipv4/").append(path).append('\n');
    shows.append("echo 'net.ipv4.").append(path.replace('/', '.')).append(" = ").append(value);
    shows.append("'\n");
  }

  private static String show(List<String> questions) {
    StringBuilder script = new StringBuilder();
    for (String command :
        List.of("ip -4 addr show", "ip rule show", "ip -4 route show table all")) {
      script.append("echo '### ").append(command.replace("-4 route", "route")).append("'\n");
      script.append(command).append('\n');
    }
    script.append("echo '### queries'\n");
    for (String question : questions) {
      String command = "ip route get " + question;
      script.append("echo '$ ").append(command).append("'\necho '[rc=?]'\n");
      script.append(command).append(" 2>&1\n");
    }
    return script.toString();
  }

  private static String own(int device) {
    return "10.7." + device + ".5";
  }

  private static String address(Random random) {
    return random.nextInt(5) == 0
        ? pick(random, own(0), own(1), own(2), "8.8.8.8", "10.7.1.255", "192.0.2.1")
        : "10." + pick(random, 7, 7, 7, 8) + "." + random.nextInt(4) + "." + random.nextInt(256);
  }

  private static String prefix(Random random) {
    return pick(
        random,
        "default",
        "10.7.0.0/16",
        "10.7." + random.nextInt(4) + ".0/24",
        "10.7." + random.nextInt(4) + "." + 32 * random.nextInt(8) + "/27",
        "10.8.0.0/16",
        address(random));
  }

  private static String table(Random random) {
    return pick(random, "main", "2", "3", "200");
  }

  private static String route(Random random) {
    if (random.nextInt(6) == 0) {
      String range = "10.7." + random.nextInt(4) + "." + 32 * random.nextInt(8) + "/27";
      return "local " + pick(random, range, "10.8.0.0/16", "10.7.0.0/16") + " dev lo";
    }
    String common =
        " table "
            + table(random)
            + pick(random, "", "", " metric " + random.nextInt(3))
            + pick(random, "", "", "", " tos 0x10");
    if (random.nextInt(5) == 0) {
      String type = pick(random, "throw", "unreachable", "prohibit", "blackhole");
      return type + " " + prefix(random) + common;
    }
    int device = random.nextInt(3);
    return prefix(random)
        + pick(random, "", " via 10.7." + device + ".1")
        + " dev "
        + DEVICES.get(device)
        + common;
  }

  private static String rule(Random random) {
    String selector =
        pick(random, "", "", "", "not ")
            + "from "
            + pick(random, "all", "all", own(random.nextInt(3)), "10.7.0.0/23")
            + pick(random, "", "", " to " + pick(random, "10.8.0.0/16", "10.7.2.0/23"))
            + pick(random, "", "", "", " tos 0x10")
            + pick(
                random,
                "",
                "",
                "",
                " fwmark 0x" + (1 + random.nextInt(3)) + pick(random, "", "/0x1"))
            + pick(random, "", "", "", " iif " + pick(random, "lo", "workload"))
            + pick(random, "", "", "", " oif frontend");
    String action =
        pick(
            random,
            "lookup " + table(random),
            "lookup " + table(random),
            "lookup " + table(random) + " suppress_prefixlength " + pick(random, 0, 16, 24),
            "goto " + (50 + random.nextInt(900)),
            "goto 32766",
            "nop",
            pick(random, "unreachable", "prohibit", "blackhole"));
    return "pref " + (1 + random.nextInt(40)) * 25 + " " + selector + " " + action;
  }

  private static String question(Random random) {
    String base = address(random);
    return base
        + switch (random.nextInt(8)) {
          case 0 -> " from " + own(random.nextInt(3));
          case 1 -> " from " + address(random);
          case 2, 6 -> " from " + address(random) + " iif " + DEVICES.get(random.nextInt(3));
          case 3 -> " oif " + DEVICES.get(random.nextInt(3));
          case 4 -> " mark 0x" + random.nextInt(4);
          case 5 -> " tos 0x10";
          default -> "";
        };
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
