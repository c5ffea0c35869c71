package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration says that the lab is to be. */
class LabPlanTest {
  private static final String PLAN =
      """
      lab:
        management: {gateway: 172.26.5.1, appliance: 172.26.5.20/24}
        supervisor-vips: [172.26.9.64 - 172.26.9.140]
      """;

  @TempDir Path folder;
  private Path configuration;

  @BeforeEach
  void write() throws IOException {
    configuration = folder.resolve("viplint.yaml");
    Files.writeString(configuration, PLAN);
    for (String lab : new String[] {"blue", "green"}) {
      Files.createDirectories(folder.resolve(lab));
      Files.writeString(folder.resolve(lab).resolve("anyip-routes.cfg"), "172.26.9.64/26\n");
    }
  }

  private Program.Outcome check(String... paths) {
    String[] words = new String[paths.length + 4];
    words[0] = "--format";
    words[1] = "concise";
    words[2] = "--config";
    words[3] = configuration.toString();
    for (int i = 0; i < paths.length; i++) {
      words[4 + i] = folder.resolve(paths[i]).toString();
    }
    return new Program().run(words);
  }

  @Test
  void isHeldAgainstWhatWasCaptured() {
    Program.Outcome outcome = check("blue");

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("viplint.yaml:3:21: error[VL801] 172.26.9.128-172.26.9.140 of");
  }

  @Test
  void isOfOneLabOnly() {
    Program.Outcome outcome = check("blue", "green");

    assertThat(outcome.out()).doesNotContain("VL801");
    assertThat(outcome.err())
        .contains(
            "says under `lab` what one lab is to be, and was not used for 2 of them: give each its"
                + " plan as a file in its folder");
  }

  @Test
  void isOfNoneOfSeveralThatAreNamed() throws IOException {
    Files.writeString(configuration, PLAN + "labs: [blue, green]\n");

    Program.Outcome outcome = check("green");

    assertThat(outcome.out()).doesNotContain("VL801");
    assertThat(outcome.err()).contains("was not used for 2 of them");
  }

  @Test
  void isOfTheOneThatIsNamed() throws IOException {
    Files.writeString(configuration, PLAN + "labs: [blue]\n");

    assertThat(check("blue").out()).contains("VL801");
  }

  @Test
  void standsInTheFolderOfEachLabWhereThereAreSeveral() throws IOException {
    Files.writeString(configuration, "labs: [blue, green]\n");
    Files.writeString(
        folder.resolve("green/ovf.properties"),
        """
        network.management_ip=172.26.5.20/24
        loadbalance.service_ip_range=172.26.10.64/26
        """);

    Program.Outcome outcome = check("blue", "green");

    assertThat(outcome.out())
        .contains("green/ovf.properties:2:30: warning[VL805] 172.26.10.64/26 is planned")
        .contains("warning[VL805] 172.26.9.64/26 of anyip-routes.cfg is in no planned range")
        .doesNotContain("blue");
  }

  @Test
  void isWrongUsageWhereItsKeysAreUnknown() throws IOException {
    Files.writeString(configuration, PLAN.replace("gateway", "gatway"));

    Program.Outcome outcome = check("blue");

    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("viplint.yaml:2:16", "did you mean `gateway`?");
  }
}
