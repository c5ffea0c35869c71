package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.viplint.Viplint;
import io.github.viplint.capture.Inputs;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.FixPlan;
import io.github.viplint.lint.Options;
import io.github.viplint.report.JsonFixPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code viplint fix}: what it prints, what it writes, and what it leaves alone. */
class FixCommandTest {
  private static final String BROKEN = "# VIPs\n10.20.30.17/28\n10.20.30.64/26\n";
  private static final String MENDED = "# VIPs\n10.20.30.16/28\n10.20.30.64/26\n";

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private static Program.Outcome fix(Object... args) {
    return new Program()
        .run(
            Stream.concat(Stream.of("fix"), Stream.of(args).map(Object::toString))
                .toArray(String[]::new));
  }

  @Test
  void printsADiffAndWhatToDoAfterIt() throws IOException {
    Path ranges = file("etc/vmware/anyip-routes.cfg", BROKEN);

    Program.Outcome outcome = fix(folder);

    assertThat(outcome.out())
        .isEqualTo(
            """
            --- %1$s
            +++ %1$s
            @@ -1,3 +1,3 @@
             # VIPs
            -10.20.30.17/28
            +10.20.30.16/28
             10.20.30.64/26

            1 fix, proven:
              VL101 at %1$s:2:1: write 10.20.30.16/28 [safe]

            then on appliance, with these files in place:
              systemctl restart anyip-routes
              systemctl reset-failed route-tables haproxy
              systemctl start route-tables haproxy
              # restarting anyip-routes alone leaves haproxy and route-tables failed; the sure way: reboot

            and so that it lasts:
              mend the vApp property loadbalance.service_ip_range as well, for a redeployment writes the file anew from it
            """
                .formatted(ranges));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.exit()).as("the file is as it was").isEqualTo(1);
    assertThat(ranges).hasContent(BROKEN);
  }

  @Test
  void writesAndThenThereIsNothingMore() throws IOException {
    Path ranges = file("anyip-routes.cfg", BROKEN);

    Program.Outcome outcome = fix("--write", "-q", ranges);

    assertThat(outcome.err()).isEqualTo("viplint: " + ranges + ": written\n");
    assertThat(outcome.exit()).isZero();
    assertThat(ranges).hasContent(MENDED);
    assertThat(fix("--write", ranges).out()).isEqualTo("No fix to apply.\n");
    assertThat(ranges).hasContent(MENDED);
    assertThat(folder).isDirectoryNotContaining("glob:**/.viplint-*");
  }

  @Test
  void aChoiceTakesUnsafe() throws IOException {
    Path ranges = file("anyip-routes.cfg", "10.20.30.0/25\n");
    file("route-tables.cfg", "3,frontend,00:50:56:a1:00:03,10.20.30.10/24,10.20.30.1\n");

    Program.Outcome safe = fix("--write", folder);
    assertThat(safe.out()).contains("keep 10.20.30.64/26 of it [unsafe: a choice");
    assertThat(safe.exit()).isEqualTo(1);
    assertThat(ranges).hasContent("10.20.30.0/25\n");

    Program.Outcome unsafe = fix("--write", "--unsafe", folder);
    assertThat(unsafe.out())
        .contains("-10.20.30.0/25\n+10.20.30.64/26\n")
        .contains("  ip route del table local 10.20.30.0/25 dev lo\n  systemctl restart anyip");
    assertThat(unsafe.exit()).isZero();
    assertThat(ranges).hasContent("10.20.30.64/26\n");
  }

  /** Masked down it would be all of the frontend: gateway, DNS and the appliance itself. */
  @Test
  void aRangeAsLargeAsItsNetworkBecomesAFreePartOfIt() throws IOException {
    Path ranges = file("etc/vmware/anyip-routes.cfg", "10.64.0.1/23\n");
    file(
        "etc/vmware/route-tables.cfg",
        "3,frontend,00:50:56:a1:00:03,10.64.0.5/23,10.64.0.1\n"
            + "3,frontend,00:50:56:a1:00:03,10.64.0.5/23\n");
    file("etc/resolv.conf", "nameserver 10.64.1.250\n");

    assertThat(fix("--write", folder).exit()).isEqualTo(1);
    assertThat(ranges).hasContent("10.64.0.1/23\n");

    Program.Outcome unsafe = fix("--write", "--unsafe", folder);
    assertThat(unsafe.out()).contains("+10.64.0.128/25\n");
    assertThat(unsafe.exit()).isZero();
  }

  /** Nothing is left of one overlapping fix that another one has overtaken. */
  @Test
  void fixesOfOneLineFollowOneAnother() throws IOException {
    Path ranges = file("anyip-routes.cfg", "10.20.30.16/28\n 10.20.30.16/28 \n10.20.30.33/27");

    fix("--write", ranges);

    assertThat(Files.readString(ranges)).isEqualTo("10.20.30.16/28\n10.20.30.32/27\n");
  }

  /** As a script leaves them that gets one thing wrong. */
  @Test
  void fiveHundredMistakesAreMendedAtOnce() throws IOException {
    StringBuilder ranges = new StringBuilder();
    StringBuilder mended = new StringBuilder();
    StringBuilder haproxy =
        new StringBuilder(
            "defaults\n mode tcp\n timeout client 1s\n timeout server 1s\n timeout connect 1s\n");
    for (int i = 0; i < 500; i++) {
      mended.append("10.20.%d.%d/28\n".formatted(i / 16, i % 16 * 16));
      ranges.append("10.20.%d.%d/28\n".formatted(i / 16, i % 16 * 16 + (i < 250 ? 0 : 3)));
      haproxy.append(
          "frontend f%1$d\n bind *:%2$d\n default_backend %3$s%1$d-x\nbackend backend%1$d-x\n server s 10.0.0.1:80\n"
              .formatted(i, 1000 + i, i < 250 ? "bakend" : "backend"));
    }
    Path one = file("etc/vmware/anyip-routes.cfg", ranges.toString());
    Path other = file("etc/haproxy/haproxy.cfg", haproxy.toString());

    JsonNode report =
        new ObjectMapper()
            .readTree(new Program().run("check", "--format", "json", folder.toString()).out());
    assertThat(
            report.get("findings").findValues("edits").stream().filter(edits -> !edits.isEmpty()))
        .hasSizeGreaterThan(400);
    for (JsonNode finding : report.get("findings")) {
      for (JsonNode fix : finding.get("fixes")) {
        assertThat(fix.get("proven").asBoolean())
            .as("%s", finding.get("message"))
            .isEqualTo(!fix.get("edits").isEmpty());
      }
    }

    Program.Outcome outcome = fix("--write", "--unsafe", folder);
    assertThat(outcome.out()).contains("\n500 fixes, proven:\n");
    assertThat(outcome.err())
        .isEqualTo("viplint: %s: written\nviplint: %s: written\n".formatted(other, one));
    assertThat(outcome.exit()).isZero();
    assertThat(one).hasContent(mended.toString());
    assertThat(other).hasContent(haproxy.toString().replace("bakend", "backend"));
    assertThat(fix("--write", "--unsafe", folder).out()).startsWith("No fix to apply.\n");
  }

  /** Its line ends hide that two of its lines are no subnets, and so does a blank. */
  @Test
  void aFaultThatHidesAnotherIsMendedWithIt() throws IOException {
    Path windows =
        file("anyip-routes.cfg", "10.20.30.17/28\r\n10.20.30.64/26\r\n10.20.31.66/26\r\n");

    assertThat(fix("--write", windows).out())
        .contains("3 fixes, proven:", "take the CR away [safe]", "write 10.20.31.64/26 [safe]");
    assertThat(Files.readString(windows))
        .isEqualTo("10.20.30.16/28\n10.20.30.64/26\n10.20.31.64/26\n");

    Path blank = file("blank/anyip-routes.cfg", "10.20.30.17/28 \n");
    assertThat(fix("--write", blank).exit()).isZero();
    assertThat(blank).hasContent("10.20.30.16/28\n");
  }

  /** The second rule of the first comment is found. */
  @Test
  void staleIgnoreCommentsAreTakenOut() throws IOException {
    Path ranges =
        file(
            "etc/vmware/anyip-routes.cfg",
            """
            10.20.30.64/26
            # viplint: ignore[VL101, VL103] one of them
            10.20.30.96/28
            # viplint: ignore[VL101, VL103] both are stale
            10.20.31.64/26
            # viplint: ignore[VL103] below is nothing""");
    Path haproxy =
        file(
            "etc/haproxy/haproxy.cfg",
            "defaults\r\n mode tcp # viplint: ignore[VL509] none is missing\r\n"
                + " timeout client 1s\r\n timeout server 1s\r\n timeout connect 1s\r\n"
                + "\t# viplint: ignore[VL511] it has a backend\r\n"
                + "frontend f\r\n bind *:80\r\n default_backend b\r\n"
                + "backend b\r\n server s 10.0.0.1:80\r\n");

    fix("--write", folder);

    assertThat(Files.readString(ranges))
        .isEqualTo(
            """
            10.20.30.64/26
            # viplint: ignore[VL103] one of them
            10.20.30.96/28
            10.20.31.64/26
            """);
    assertThat(Files.readString(haproxy))
        .startsWith("defaults\r\n mode tcp\r\n timeout client")
        .contains(" timeout connect 1s\r\nfrontend f\r\n");
    assertThat(fix(folder).out()).startsWith("No fix to apply.\n");
  }

  @Test
  void anIgnoreCommentGoesWithWhatItWasAbout() throws IOException {
    Path ranges =
        file(
            "anyip-routes.cfg",
            "# viplint: ignore[VL101, VL113] this too\n10.20.30.64/26\n10.20.30.17/28\n");

    Program.Outcome outcome = fix("--write", ranges);

    assertThat(outcome.out())
        .contains("write 10.20.30.16/28 [safe]", "take the comment out [safe]");
    assertThat(ranges).hasContent("10.20.30.64/26\n10.20.30.16/28\n");
  }

  @Test
  void keepsLineEndsMarkAndEncoding() throws IOException {
    String haproxy =
        "global\r\ndefaults\r\n mode tcp\r\n timeout client 1s\r\n timeout server 1s\r\n"
            + " timeout connect 1s\r\nfrontend f\r\n bind *:80\r\n default_backend kubernets\r\n"
            + "# Zürich\r\nbackend kubernetes\r\n server s 10.0.0.1:80\r\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      Path file = file("haproxy.cfg", haproxy.getBytes(charset));
      fix("--write", "--unsafe", file);
      assertThat(Files.readAllBytes(file))
          .isEqualTo(haproxy.replace("kubernets", "kubernetes").getBytes(charset));
    }
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      Path file = file("anyip-routes.cfg", ("\uFEFF" + BROKEN).getBytes(charset));
      fix("--write", file);
      assertThat(Files.readAllBytes(file)).isEqualTo(("\uFEFF" + MENDED).getBytes(charset));
    }
  }

  @Test
  void keepsModeAndOwner() throws IOException {
    Path file = file("anyip-routes.cfg", BROKEN);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r----x"));
    boolean root = "root".equals(System.getProperty("user.name"));
    if (root) {
      Files.setAttribute(file, "unix:uid", 12345);
    }

    fix("--write", file);

    assertThat(file).hasContent(MENDED);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r----x");
    assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(root ? 12345 : uid());
  }

  private Object uid() throws IOException {
    return Files.getAttribute(folder, "unix:uid");
  }

  @Test
  void aNamedLinkStaysAndItsFileIsWritten() throws IOException {
    Path real = file("real/ranges", BROKEN);
    Path link = folder.resolve("anyip-routes.cfg");
    Files.createSymbolicLink(link, Path.of("real/ranges"));

    fix("--write", link);

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(real).hasContent(MENDED);
  }

  @Test
  void aFileWithTwoNamesIsLeftAlone() throws IOException {
    Path file = file("anyip-routes.cfg", BROKEN);
    Files.createLink(folder.resolve("other"), file);

    Program.Outcome outcome = fix("--write", file);

    assertThat(outcome.exit()).isEqualTo(4);
    assertThat(outcome.err()).contains("not written: it has 2 names (hard links)");
    assertThat(file).hasContent(BROKEN);
  }

  @Test
  void whatStandsElsewhereIsLeftAlone() throws IOException {
    Path paste = file("ticket.txt", "root@lb1 [ ~ ]# cat /etc/vmware/anyip-routes.cfg\n" + BROKEN);
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("etc/vmware/anyip-routes.cfg"));
      out.write(BROKEN.getBytes(StandardCharsets.UTF_8));
    }
    Path archive = file("bundle.zip", zip.toByteArray());

    for (Path input : List.of(paste, archive)) {
      byte[] before = Files.readAllBytes(input);
      Program.Outcome outcome = fix("--write", input);
      assertThat(outcome.out())
          .startsWith("No fix to apply.\n")
          .contains("write 10.20.30.16/28 [safe: what it changes is no file of its own");
      assertThat(outcome.exit()).isEqualTo(1);
      assertThat(Files.readAllBytes(input)).isEqualTo(before);
    }
    Program.Outcome in = new Program().in(BROKEN).run("fix", "--write", "-");
    assertThat(in.out()).startsWith("No fix to apply.\n");
  }

  @Test
  void aFileOfAnotherKindIsLeftAlone() throws IOException {
    String plan =
        "network.management_ip=10.20.1.4/24\nloadbalance.service_ip_range=10.20.30.17/28\n";
    Path file = file("ovf.properties", plan);

    assertThat(fix("--write", file).out())
        .startsWith("No fix to apply.\n")
        .contains("write 10.20.30.16/28 [safe: no file of this kind is written");
    assertThat(file).hasContent(plan);
  }

  @Test
  void aFileThatHasChangedMeanwhileIsLeftAloneAndSoAreTheOthers() throws IOException {
    Path one = file("one/anyip-routes.cfg", BROKEN);
    Path other = file("two/anyip-routes.cfg", BROKEN);
    FixPlan plan =
        Viplint.standard(Options.DEFAULT)
            .plan(Inputs.below(folder, List.of("one", "two")), Fix.Safety.SAFE);
    assertThat(plan.changes()).hasSize(2);
    Files.writeString(other, BROKEN + "# and this\n");

    assertThat(Viplint.write(plan))
        .extracting(written -> written.refused().orElse(""))
        .containsExactlyInAnyOrder(
            "has changed since it was read; run viplint again",
            "another file of the plan can't be written");
    assertThat(one).hasContent(BROKEN);
    assertThat(other).hasContent(BROKEN + "# and this\n");
    assertThat(folder).isDirectoryNotContaining("glob:**/.viplint-*");
  }

  @Test
  void aFolderThatMayNotBeWrittenIsSaid() throws IOException, InterruptedException {
    assumeTrue(Child.canObeyPermissions(), "root may write everywhere");
    Path file = file("closed/anyip-routes.cfg", BROKEN);
    Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));

    Program.Outcome outcome =
        new Child(folder).obeyingPermissions().run("fix", "--write", file.toString());

    Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(outcome.err())
        .isEqualTo(
            "viplint: "
                + file
                + ": not written: it can't be replaced: permission denied in its"
                + " folder\n");
    assertThat(outcome.exit()).isEqualTo(4);
    assertThat(file).hasContent(BROKEN);
  }

  @Test
  void aFileThatIsListedTwiceIsOneFile() throws IOException {
    Path file = file("etc/vmware/anyip-routes.cfg", BROKEN);

    Program.Outcome outcome =
        fix("--write", "-q", file, folder, folder.resolve("etc/../etc/vmware/anyip-routes.cfg"));

    assertThat(outcome.err()).containsOnlyOnce("written");
    assertThat(outcome.exit()).isZero();
    assertThat(file).hasContent(MENDED);
  }

  /** A support bundle has the file, and a paste beside it shows the same. */
  @Test
  void aFileThatAPasteShowsTooIsMended() throws IOException {
    Path file = file("etc/vmware/anyip-routes.cfg", BROKEN);
    file("session.txt", "root@lb1 [ ~ ]# cat /etc/vmware/anyip-routes.cfg\n" + BROKEN);

    assertThat(fix("--write", folder).exit()).isZero();
    assertThat(file).hasContent(MENDED);
  }

  @Test
  void aSecretIsMaskedInTheDiffAndWrittenAsItIs() throws IOException {
    String haproxy =
        "global\nuserlist controller\n  user admin insecure-password s3cretWord\ndefaults\n"
            + "  mode tcp\n  timeout client 1s\n  timeout server 1s\n  timeout connect 1s\n"
            + "frontend f\n  bind *:80\n  default_backend b\nbackend b\n"
            + "  server s 10.0.0.1:80\nuserlisst other\n";
    Path file = file("haproxy.cfg", haproxy);

    Program.Outcome text = fix("--unsafe", file);
    Program.Outcome json = fix("--unsafe", "--format", "json", file);
    Program.Outcome crlf =
        fix(
            "--unsafe",
            file("x/haproxy.cfg", haproxy.replace("userlist controller", "userlisst controller")));

    for (Program.Outcome outcome : List.of(text, json, crlf)) {
      assertThat(outcome.out()).doesNotContain("s3cretWord").contains("userlist");
      assertThat(outcome.err()).doesNotContain("s3cretWord");
    }
    assertThat(crlf.err()).contains("secrets are masked in the diff");
    fix("--write", "--unsafe", file);
    assertThat(file).hasContent(haproxy.replace("userlisst", "userlist"));
  }

  @Test
  void aNameCanNotForgeADiff() throws IOException {
    Path file = file("a\n+++ b/x\u001b[2J\"/anyip-routes.cfg", BROKEN);

    Program.Outcome outcome = fix(file);

    assertThat(outcome.out().lines().limit(2))
        .allMatch(line -> line.endsWith("/a\\012+++ b/x\\033[2J\\\"/anyip-routes.cfg\""));
    assertThat(outcome.out() + outcome.err()).doesNotContain("\u001b").doesNotContain("\n+++ b/x");
  }

  @Test
  void nothingNamedIsWrongUsage() {
    assertThat(fix().exit()).isEqualTo(2);
    assertThat(fix("--write").err()).contains("name the files or folders to fix");
  }

  @Test
  void programsReadJson() throws IOException {
    Path file = file("anyip-routes.cfg", "10.20.30.17/28");

    JsonNode plan = new ObjectMapper().readTree(fix("--format", "json", "--write", file).out());

    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(JsonFixPlan.class.getResourceAsStream(JsonFixPlan.SCHEMA))
                .validate(plan))
        .isEmpty();
    assertThat(plan.at("/fixes/0/rule").asText()).isEqualTo("VL101");
    assertThat(plan.at("/files/0/diff").asText())
        .endsWith(
            "@@ -1,1 +1,1 @@\n-10.20.30.17/28\n\\ No newline at end of file\n+10.20.30.16/28\n");
    assertThat(plan.at("/files/0/written").asBoolean()).isTrue();
    assertThat(plan.at("/then/0/commands/0").asText()).isEqualTo("systemctl restart anyip-routes");
    assertThat(plan.at("/left").isEmpty()).isTrue();
  }
}
