package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code viplint collect} asks people to run on their machines. */
class CollectTest {
  @TempDir Path folder;

  private static String script(String role) {
    Program.Outcome outcome = new Program().run("collect", role);
    assertThat(outcome.exit()).isZero();
    return outcome.out();
  }

  @ParameterizedTest
  @ValueSource(strings = {"appliance", "supervisor", "vcenter", "client"})
  void everyRoleGetsAValidScript(String role) throws Exception {
    String script = script(role);
    assertThat(script).contains("viplint_run", "#viplint host=%s cmd=%s");
    assertThat(sh(script, "-n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"appliance", "supervisor", "vcenter", "client"})
  void itOnlyLooks(String role) {
    assertThat(script(role))
        .doesNotContainPattern(
            "(?m)^viplint_run .*\\b(restart|reload|start|stop|add|del|flush|rm|reboot)\\b")
        .doesNotContain(".key");
  }

  @Test
  void aRoleThatIsNone() {
    Program.Outcome outcome = new Program().run("collect", "aplliance");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("did you mean appliance?");
  }

  @Test
  void whoListensIsAskedOfTheApplianceOnly() {
    assertThat(script("appliance")).contains("\nviplint_run ss -ltnp\n");
    assertThat(script("supervisor")).doesNotContain("ss -ltnp");
  }

  @Test
  void noPasswordLeavesTheMachine() throws Exception {
    Path cfg =
        Files.writeString(
            folder.resolve("haproxy.cfg"),
            """
            global
              setenv DATAPLANE_PASS env-s3cret
            userlist controller
              user wcp insecure-password plain-s3cret
              user two password $1$s3cret$hash
            listen stats
              stats auth admin:stats-s3cret
              http-request set-header Authorization "Basic czNjcmV0"
            frontend f
              bind 10.20.30.17:6443
            """);
    String printed = sh(script("appliance").replace("/etc/haproxy/haproxy.cfg\n", cfg + "\n"));

    assertThat(printed)
        .contains("cmd=cat " + cfg)
        .contains("user wcp insecure-password ***")
        .contains("user two password ***")
        .contains("stats auth admin:***")
        .contains("bind 10.20.30.17:6443")
        .doesNotContain("s3cret")
        .doesNotContain("czNjcmV0");
  }

  /** A key that someone left beside the certificate stays where it is. */
  @Test
  void ofACertificateFileOnlyTheCertificates() throws Exception {
    Path pem =
        Files.writeString(
            folder.resolve("server.crt"),
            """
            -----BEGIN CERTIFICATE-----
            MIIB
            -----END CERTIFICATE-----
            -----BEGIN PRIVATE KEY-----
            s3cret
            -----END PRIVATE KEY-----
            """);
    String printed = sh(script("appliance").replace("/etc/haproxy/server.crt", pem.toString()));
    assertThat(printed).contains("MIIB").doesNotContain("s3cret");
  }

  @Test
  void whatComesBackSplitsWithoutGuessing() throws Exception {
    Path ranges = folder.resolve("anyip-routes.cfg");
    Files.writeString(ranges, "10.20.30.16/28\n");
    Path tables = folder.resolve("rt_tables");
    Files.writeString(tables, "255 local\n254 main\n2 rtctl_workload\n");
    String printed =
        sh(
            script("appliance")
                .replace("/etc/vmware/anyip-routes.cfg", ranges.toString())
                .replace("/etc/iproute2/rt_tables", tables.toString()));

    Program.Outcome inputs = new Program().in(printed).run("inputs");

    assertThat(inputs.out()).containsPattern("anyip-routes +\\S").containsPattern("rt-tables +\\S");
  }

  private static String sh(String script, String... options)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh");
    String[] command = new String[options.length + 1];
    command[0] = "/bin/sh";
    System.arraycopy(options, 0, command, 1, options.length);
    Process process = new ProcessBuilder(Arrays.asList(command)).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(script.getBytes(StandardCharsets.UTF_8));
    }
    try (InputStream out = process.getInputStream()) {
      String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return printed;
    }
  }
}
