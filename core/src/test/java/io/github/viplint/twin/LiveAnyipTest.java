package io.github.viplint.twin;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress.IPVersion;
import io.github.viplint.model.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Files for anyip-routes, started on the kernel and iproute2 of this machine by the steps of the
 * appliance's script, against what the twin says.
 */
class LiveAnyipTest {
  private static final int RANDOM_FILES = 80;

  /** Each way to write a line that is known to matter, each a file of its own. */
  private static final List<String> FORMS =
      List.of(
          "10.13.200.32/27\n",
          "10.13.200.32/27",
          "10.10.18.18/28\n",
          "10.13.200.32/27\n10.10.18.18/28\n10.13.200.64/27\n",
          "10.13.200.32/27\r\n",
          "10.13.200.32/27 \n",
          " 10.13.200.32/27\n 10.13.200.32/27\n",
          "10.13.200.32/27 # comment\n",
          " # comment\n",
          "#10.13.200.33/27\n\n",
          "10.13.200.32/27,10.13.200.64/27\n",
          "10.13.200.33-10.13.200.62\n",
          "10.13.200.32/255.255.255.224\n10.13.200.32/27\n10.13.200.32/255.255.255.224\n",
          "10.13.200.300/27\n",
          "10.13.200.32/33\n",
          "10.13.200.40/32\n10.13.200.40\n",
          "10.13.200.40\n10.13.200.40/32\n",
          "10.13.200.32/27\n10.13.200.32/27\n",
          "10.13.200.0/24\n10.13.200.32/27\n",
          "10.13.200.32/27\n10.13.200.0/24\n",
          "2001:db8::/64\n2001:db8::5/64\n",
          "2001:db8::5/64\n2001:db8:1::/255.0.0.0\n::1\n::/0\n",
          "null\n",
          "default\ndefault\nall\n",
          "any\ndefault\n",
          "0.0.0.0/0\n0.0.0.0/0\n",
          "10.13.200/27\n10.13/16\n10/8\n",
          "10.13.200.0/0\n",
          "224.0.0.0/4\n240.0.0.0/4\n255.255.255.255\n0.0.0.0\n",
          "127.0.0.0/8\n",
          "127.0.0.1\n",
          "127.255.255.255\n",
          "127.9.0.0/16\n",
          "10.30.0.5\n",
          "10.30.0.5/32\n",
          "10.30.0.255\n",
          "10.30.0.0\n10.30.0.0/24\n10.30.0.0/16\n",
          "010.0.0.0/24\n8.0.0.0/24\n",
          "10.13.200.032/27\n",
          "0x0a.0x0D.0/24\n",
          "10.13.192.0/024\n10.13.16.0/0x14\n",
          "10.13.0.0/ +16\n10. 14.+0.-0/16\n",
          "10.13.0.0/-16\n",
          "-1.2.3.4\n",
          "08.1.2.3\n",
          "0x.1.2.3\n",
          "10.13.0.0/16/16\n",
          "/24\n",
          "10.13.0.0/\n",
          "10.13.0.\n",
          "10.13.0.0.0\n",
          "10.13.0.0/0.0.255.255\n",
          "10.13.0.0/255.255\n",
          "0.0.0.0/any\n0.0.0.0/default\n",
          "default/0\n",
          "he\n",
          "4294967306.0.0.0/8\n",
          "10.13.0.0/4294967312\n",
          "fe80::1%lo\n",
          "::ffff:10.13.0.0/112\n",
          "12345::/64\n");

  @Test
  void formsThatMatter() throws IOException, InterruptedException {
    compare(FORMS);
  }

  @Test
  void randomFiles() throws IOException, InterruptedException {
    Random random = new Random(7);
    List<String> files = new ArrayList<>();
    for (int i = 0; i < RANDOM_FILES; i++) {
      StringBuilder file = new StringBuilder();
      for (int line = 0; line < 6; line++) {
        file.append(line(random)).append(random.nextInt(20) == 0 ? "\r\n" : "\n");
      }
      files.add(file.toString());
    }
    compare(files);
  }

  private static String line(Random random) {
    int length = 24 + random.nextInt(9);
    int block = random.nextInt(256) & -1 << Math.max(0, 32 - length);
    String octet =
        switch (random.nextInt(8)) {
          case 0 -> "0" + Integer.toOctalString(block);
          case 1 -> "0x" + Integer.toHexString(block);
          case 2 -> Integer.toString(random.nextInt(300));
          default -> Integer.toString(block);
        };
    String address = "10.30." + random.nextInt(2) + "." + octet;
    return switch (random.nextInt(14)) {
      case 0 -> "10.30.0." + pick(random, "5", "255", "0");
      case 1 -> " " + address + "/" + length;
      case 2 -> address;
      case 3 -> "10.30." + random.nextInt(2) + "/" + length;
      case 4 -> "2001:db8::" + random.nextInt(3) + "/" + pick(random, "64", "127", "128");
      case 5 -> pick(random, "", "# 10.30.1.0/24", "0.0.0.0/0", "127.0.0.0/9", "10.30.0.0/16");
      default -> address + "/" + length;
    };
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** What the appliance's script does to start, and what {@code ExecStopPost} does after. */
  private static final String SET_UP =
      """
      ip link set lo up
      ip link add workload type veth peer name p
      ip link set workload up
      ip link set p up
      ip addr add 10.30.0.5/24 brd + dev workload
      has() { ip route show table local | grep -qF "local ${1%/32} dev lo scope host"; }
      skipped() { [ -z "$1" ] || [ "${1#\\#}" != "$1" ]; }
      start() {
        failed=
        while IFS= read -r line; do
          if skipped "$line"; then echo IGNORED
          elif [ "$failed" ]; then echo NOT_REACHED
          elif has "$line"; then echo EXISTS
          else
            if out=$(ip route add local "$line" dev lo 2>&1); then echo ADDED
            else failed=yes
              case $out in
                *'Invalid prefix'*|*'Invalid argument'*) echo REJECTED HOST_BITS ;;
                *'File exists'*) echo REJECTED FILE_EXISTS ;;
                *'any valid'*|Usage*) echo REJECTED UNPARSABLE ;;
                *) echo "REJECTED $out" ;;
              esac
            fi
          fi
        done < "$1"
        if [ "$line" ]; then echo UNREAD; fi
        if [ "$failed" ]; then
          while IFS= read -r line; do
            if ! skipped "$line" && has "$line"; then ip route del table local "$line" dev lo; fi
          done < "$1"
        fi
        ip -4 route show table local proto boot type local | sed 's/^/active /'
        ip -6 route show table local proto boot type local | sed 's/^/active /'
        ip -4 route flush table local proto boot
        ip -6 route flush table local proto boot
      }
      file=$(mktemp)
      trap 'rm -f "$file"' EXIT
      """;

  private static void compare(List<String> files) throws IOException, InterruptedException {
    StringBuilder script = new StringBuilder(SET_UP);
    for (String file : files) {
      String encoded = Base64.getEncoder().encodeToString(file.getBytes());
      script.append("echo ").append(encoded).append(" | base64 -d > \"$file\"\n");
      script.append("echo '=== file'\nstart \"$file\" 2>&1\n");
    }
    script.append("echo '=== host'\nip -4 addr show\n");
    String[] parts = Namespace.required().run(script.toString()).split("(?m)^=== \\w+\n");
    assertThat(parts).hasSize(files.size() + 2);
    KernelState kernel = new Captured().addresses(parts[parts.length - 1]).kernel();
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String expected = kernelSays(parts[i + 1]);
      String actual = twinSays(AnyipBoot.run(AnyipFile.of(files.get(i)), kernel));
      if (!actual.equals(expected)) {
        wrong.add(files.get(i) + "kernel:\n" + expected + "twin:\n" + actual);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String kernelSays(String output) {
    List<String> lines = new ArrayList<>();
    List<String> active = new ArrayList<>();
    for (String line : output.lines().toList()) {
      if (line.startsWith("active ")) {
        active.add(line.substring("active ".length()).strip());
      } else {
        lines.add(line);
      }
    }
    return said(lines, ranges(String.join("\n", active)));
  }

  /** As the reader of {@code ip route show} reads them, so in one spelling. */
  private static List<String> ranges(String routes) {
    KernelState kernel =
        new Captured().table("all", routes.isEmpty() ? "" : routes + "\n").kernel();
    return Stream.of(IPVersion.IPV4, IPVersion.IPV6)
        .flatMap(version -> kernel.table(version, "main").stream())
        .flatMap(List::stream)
        .map(Route::destination)
        .map(Object::toString)
        .toList();
  }

  private static String twinSays(AnyipBoot boot) {
    List<String> lines =
        boot.lines().stream()
            .map(
                line ->
                    line.outcome()
                        + (line.outcome() == LineOutcome.REJECTED ? " " + line.reason() : ""))
            .toList();
    assertThat(boot.result())
        .isEqualTo(
            boot.lines(LineOutcome.REJECTED).isEmpty() ? StartResult.STARTED : StartResult.FAILED);
    return said(lines, boot.active().stream().map(Object::toString).toList());
  }

  private static String said(List<String> lines, List<String> active) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining())
        + active.stream().sorted().toList()
        + "\n";
  }
}
