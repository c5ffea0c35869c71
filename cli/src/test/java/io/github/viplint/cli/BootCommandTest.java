package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.viplint.report.JsonBoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code viplint boot}: what it prints, and how it exits. */
class BootCommandTest {
  private static final String ADDRESSES =
      """
      1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN
          inet 127.0.0.1/8 scope host lo
      2: frontend: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP
          link/ether 00:50:56:a1:00:03 brd ff:ff:ff:ff:ff:ff
          inet 172.20.8.5/24 brd 172.20.8.255 scope global frontend
      """;

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Program.Outcome boot(Object... args) {
    String[] words = new String[args.length + 1];
    words[0] = "boot";
    for (int i = 0; i < args.length; i++) {
      words[i + 1] = args[i].toString();
    }
    return new Program().run(words);
  }

  private Path lab(String name) throws IOException {
    file(
        name + "/etc/vmware/anyip-routes.cfg",
        "# VIPs\n172.20.8.32/27\n172.20.8.66/27\n172.20.8.96/27\n");
    file(
        name + "/etc/vmware/route-tables.cfg",
        """
        3,frontend,00:50:56:a1:00:03,172.20.8.5/24,172.20.8.1
        3,frontend,00:50:56:a1:00:03,172.20.8.5/24
        """);
    file(
        name + "/etc/haproxy/haproxy.cfg",
        "global\n  log stdout format raw local0 info\nfrontend web\n  bind 172.20.8.33:443\n"
            + "  bind 172.20.8.5:8404\n");
    file(name + "/ip-addr.txt", ADDRESSES);
    return folder.resolve(name);
  }

  @Test
  void theJournalStandsBelowEachLine() throws IOException {
    Program.Outcome outcome = boot(lab("lab"));

    assertThat(outcome.out().replace(folder.toString(), ""))
        .isEqualTo(
            """
            At its next boot, the appliance (appliance v0.2.0: nothing captured tells the release, so it is taken to be the last):

            route-tables.service starts
              --> /lab/etc/vmware/route-tables.cfg
              1 | 3,frontend,00:50:56:a1:00:03,172.20.8.5/24,172.20.8.1  added
                |     create new route table id=3 name=rtctl_frontend
                |     ip route add table rtctl_frontend default via 172.20.8.1 dev frontend proto static
                |     ip rule add from 172.20.8.5/24 lookup rtctl_frontend
              2 | 3,frontend,00:50:56:a1:00:03,172.20.8.5/24             added
                |     create new route table id=3 name=rtctl_frontend
                |     ip route add table rtctl_frontend 172.20.8.0/24 dev frontend proto kernel scope link src 172.20.8.5

            anyip-routes.service FAILS at line 3, and takes ranges back
              --> /lab/etc/vmware/anyip-routes.cfg
              2 | 172.20.8.32/27  added
                |     adding route for 172.20.8.32/27
              3 | 172.20.8.66/27  rejected: host bits are set, so the kernel refuses it
                |     adding route for 172.20.8.66/27
                |     RTNETLINK answers: Invalid argument
              4 | 172.20.8.96/27  not reached: the service ended at a line before it
              ExecStopPost:
                    removing route for 172.20.8.32/27
                    route already removed for 172.20.8.66/27
                    route already removed for 172.20.8.96/27

            haproxy.service FAILS: 1 of 2 addresses can't be bound, and one is enough
              --> /lab/etc/haproxy/haproxy.cfg
              4 | bind 172.20.8.33:443  not local: in no active range and on no interface
                |     Starting frontend web: cannot bind socket [172.20.8.33:443]
              5 | bind 172.20.8.5:8404  bound

            Then:
              VIP ranges: none is active
              ip rule:
                0: from all lookup local
                32765: from 172.20.8.5/24 lookup rtctl_frontend
                32766: from all lookup main
                32767: from all lookup default
              ip route, tables of the service:
                default via 172.20.8.1 dev frontend table rtctl_frontend proto static
                172.20.8.0/24 dev frontend table rtctl_frontend proto kernel scope link src 172.20.8.5
              haproxy does not run, so no VIP answers
            Assumed: table main was not captured (`ip route show table all`): it holds the subnets of the interfaces and a default route.
            Assumed: what haproxy says of its file was not captured (`haproxy -c -f /etc/haproxy/haproxy.cfg`): it is valid.
            """);
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void theJsonIsWhatItsSchemaSays() throws IOException {
    Program.Outcome outcome = boot("--format", "json", lab("lab"));

    JsonNode json = json(outcome);
    assertThat(json.at("/anyipRoutes/result").asText()).isEqualTo("failed");
    assertThat(json.at("/anyipRoutes/lines"))
        .extracting(line -> line.get("outcome").asText())
        .containsExactly("ignored", "added", "rejected", "not-reached");
    assertThat(json.at("/anyipRoutes/execStopPost/0").asText())
        .isEqualTo("removing route for 172.20.8.32/27");
    assertThat(json.at("/routeTables/result").asText()).isEqualTo("started");
    assertThat(json.at("/haproxy/binds"))
        .extracting(bind -> bind.get("outcome").asText())
        .containsExactly("not-local", "bound");
    assertThat(json.at("/haproxy/binds/0/address").asText()).isEqualTo("172.20.8.33");
    assertThat(json.at("/state/rules/1").asText())
        .isEqualTo("32765:\tfrom 172.20.8.5/24 lookup rtctl_frontend");
    assertThat(outcome.exit()).isZero();
  }

  /** What is accepted once, and refused as soon as somebody restarts the service. */
  @Test
  void aRestartThatFailsIsForetold() throws IOException {
    Path once = file("anyip-routes.cfg", "172.20.8.32/27\n 172.20.8.64/27\n");

    assertThat(boot(once).out())
        .contains("anyip-routes.service starts")
        .contains(
            "  A restart of it FAILS at line 2: table local has 172.20.8.64/27 already, a range"
                + " added before (RTNETLINK answers: File exists)\n");
    assertThat(json(boot("--format", "json", once)).at("/anyipRoutes/restart").asText())
        .isEqualTo("failed");
  }

  private static JsonNode json(Program.Outcome outcome) throws IOException {
    try (InputStream in = JsonBoot.class.getResourceAsStream(JsonBoot.SCHEMA)) {
      String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(schema)
                  .validate(outcome.out(), InputFormat.JSON))
          .isEmpty();
    }
    return new ObjectMapper().readTree(outcome.out());
  }

  /** The answer to those who blamed v0.2.0 for what every release does. */
  @Test
  void theReleaseChangesNothingForHostBits() throws IOException {
    Path file = file("anyip-routes.cfg", "192.168.1.33/28\n");

    JsonNode old = json(boot("--appliance", "v0.1.10", "--format=json", file));
    JsonNode last = json(boot("--appliance", "v0.2.0", "--format=json", file));

    assertThat(old.at("/appliance/version").asText()).isEqualTo("v0.1.10");
    assertThat(last.at("/appliance/version").asText()).isEqualTo("v0.2.0");
    assertThat(old.get("anyipRoutes")).isEqualTo(last.get("anyipRoutes"));
    assertThat(old.at("/anyipRoutes/lines/0/outcome").asText()).isEqualTo("rejected");
  }

  @Test
  void oneOfSeveralHostsIsChosenOrAskedFor() throws IOException {
    lab("one");
    lab("two");

    Program.Outcome none = boot(folder);
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.out()).isEmpty();
    assertThat(none.err())
        .contains("--on HOST")
        .contains("one/appliance")
        .contains("two/appliance");
    assertThat(boot(folder, "--on", "nobody").exit()).isEqualTo(2);
    assertThat(boot(folder, "--on", "two/appliance").exit()).isZero();
  }

  @Test
  void whatDecidesAndWasNotCapturedIs3() throws IOException {
    assertThat(boot(file("ip-addr.txt", ADDRESSES)).exit()).isEqualTo(3);
    Program.Outcome open =
        boot(file("haproxy.cfg", "global\nfrontend web\n  bind 172.20.8.33:443\n"));
    assertThat(open.exit()).isEqualTo(3);
    assertThat(open.out())
        .contains("unknown: neither all ranges nor the addresses of the interfaces were captured")
        .doesNotContain("Then:", "no range collides");
  }
}
