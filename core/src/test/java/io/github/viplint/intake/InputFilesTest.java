package io.github.viplint.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Inputs;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Files and folders")
class InputFilesTest {
  @TempDir Path dir;

  private Path file(String name, String text) throws IOException {
    Path file = dir.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Intake take(Path... paths) {
    return Intake.of(
        Inputs.ofPaths(Stream.of(paths).map(Path::toString).toList()),
        texts -> Mask.NONE,
        (bytes, from, to) -> -1);
  }

  private static List<Capture> captures(Intake intake) {
    return intake.labs().stream().flatMap(lab -> lab.captures().stream()).toList();
  }

  private static Capture only(Intake intake) {
    assertThat(intake.problems()).isEmpty();
    assertThat(captures(intake)).hasSize(1);
    return captures(intake).get(0);
  }

  private String problem(Path path) throws IOException {
    Path good = file("anyip-routes.cfg", "10.9.0.0/27\n");
    Intake intake = take(path, good);
    assertThat(captures(intake)).as("the other input is still read").hasSize(1);
    assertThat(intake.problems()).hasSize(1);
    InputProblem problem = intake.problems().get(0);
    assertThat(problem.file()).isEqualTo(path.toString());
    assertThat(problem.fatal()).isTrue();
    return problem.message();
  }

  @Test
  @DisplayName("a file under its own name is exact to the byte")
  void exact() throws IOException {
    Capture capture =
        only(take(file("etc/vmware/anyip-routes.cfg", "10.9.0.0/27 \r\n10.9.0.32/28")));

    assertThat(capture.kind()).isEqualTo(CaptureKind.ANYIP_ROUTES);
    assertThat(capture.isExact()).isTrue();
    assertThat(capture.text()).isEqualTo("10.9.0.0/27 \r\n10.9.0.32/28");
    assertThat(capture.path()).contains("/etc/vmware/anyip-routes.cfg");
  }

  @Test
  @DisplayName("a file under any other name may have been pasted")
  void pasted() throws IOException {
    Capture capture = only(take(file("fragment.txt", "frontend web\n  bind 10.9.0.2:443\n")));

    assertThat(capture.kind()).isEqualTo(CaptureKind.HAPROXY_CFG);
    assertThat(capture.isExact()).isFalse();
    assertThat(capture.isWhole()).as("neither global nor defaults").isFalse();
  }

  @Test
  @DisplayName("haproxy.cfg is whole even without global and defaults")
  void wholeFile() throws IOException {
    Capture capture = only(take(file("haproxy.cfg", "frontend web\n  bind 10.9.0.2:443\n")));

    assertThat(capture.isWhole()).isTrue();
    assertThat(capture.isExact()).isTrue();
  }

  @Test
  @DisplayName("haproxy.cfg.lkg is a kind of its own, in a file and in a paste")
  void lastKnownGood() throws IOException {
    Capture copy = only(take(file("etc/haproxy/haproxy.cfg.lkg", "global\n  maxconn 5\n")));
    Capture shown =
        only(
            take(
                file(
                    "paste-1.txt",
                    "root@haproxy [ ~ ]# cat /etc/haproxy/haproxy.cfg.lkg\nglobal\n  maxconn 5\n")));

    assertThat(copy.kind()).isEqualTo(CaptureKind.HAPROXY_CFG_LKG);
    assertThat(shown.kind()).isEqualTo(CaptureKind.HAPROXY_CFG_LKG);
    assertThat(shown.path()).contains("/etc/haproxy/haproxy.cfg.lkg");
  }

  @Test
  @DisplayName("a session saved under a file's name is still a session")
  void sessionUnderAFilesName() throws IOException {
    Capture capture =
        only(
            take(
                file("anyip-routes.cfg", "root@lb01 [ ~ ]# ip rule\n0:\tfrom all lookup local\n")));

    assertThat(capture.kind()).isEqualTo(CaptureKind.IP_RULE);
    assertThat(capture.host()).contains("lb01");
  }

  @Test
  @DisplayName("a file that says nothing of itself is what its name says")
  void nameDecides() throws IOException {
    assertThat(only(take(file("workload-networks.cfg", "10.9.0.0/27\n"))).kind())
        .isEqualTo(CaptureKind.WORKLOAD_NETWORKS);
    assertThat(only(take(file("anyip-routes.cfg", "10.9.0.0-10.9.0.9\n"))).kind())
        .isEqualTo(CaptureKind.ANYIP_ROUTES);
  }

  @Test
  @DisplayName("Latin-1 is read where UTF-8 does not fit")
  void latin1() throws IOException {
    Path file = dir.resolve("anyip-routes.cfg");
    Files.write(file, "# für das Labor\n10.9.0.0/27\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(only(take(file)).text()).startsWith("# für das Labor");
  }

  @Test
  @DisplayName("what can't be read is said, and the rest is read")
  void problems() throws IOException {
    assertThat(problem(dir.resolve("nowhere"))).isEqualTo("does not exist");
    assertThat(problem(file("empty.txt", ""))).isEqualTo("is empty");
    assertThat(problem(Files.createDirectory(dir.resolve("hollow")))).isEqualTo("holds no file");
    assertThat(problem(file("notes.txt", "nothing to see\n")))
        .isEqualTo("nothing in it was recognised");
    assertThat(problem(Files.write(dir.resolve("screen.jpg"), new byte[] {-1, -40, -1, -32, 1})))
        .isEqualTo("is an image; paste the text instead");
    assertThat(problem(Files.write(dir.resolve("some.bin"), new byte[100])))
        .isEqualTo("is binary, no text");
    assertThat(problem(Files.createSymbolicLink(dir.resolve("dangling"), Path.of("nowhere"))))
        .isEqualTo("is a link to a file that does not exist");
  }

  @Test
  @DisplayName("a NUL byte that strayed into haproxy.cfg is for haproxy to judge; more is no text")
  void strayNul() throws IOException {
    String config = "listen x\n  mode tcp\u0000\n";
    assertThat(only(take(file("haproxy.cfg", config))).text()).isEqualTo(config);
    assertThat(problem(file("pasted.txt", config))).isEqualTo("is binary, no text");
    assertThat(problem(file("new/haproxy.cfg", "a\u0000b\n"))).isEqualTo("is binary, no text");
    assertThat(problem(file("old/haproxy.cfg", config + "\u0000".repeat(16))))
        .isEqualTo("is binary, no text");
  }

  @Test
  @DisplayName("a folder in which nothing is known is as bad as an unknown file")
  void unknownFolder() throws IOException {
    file("docs/README", "Read me\n");

    assertThat(problem(file("docs/README", "Read me\n"))).isEqualTo("nothing in it was recognised");
    assertThat(take(dir.resolve("docs")).problems())
        .filteredOn(InputProblem::fatal)
        .extracting(InputProblem::message)
        .containsExactly("no file in it was recognised");
  }

  @Test
  @DisplayName("a pipe is not waited for")
  void fifo() throws Exception {
    Path pipe = dir.resolve("pipe");
    Optional<Process> mkfifo = mkfifo(pipe);
    assumeThat(mkfifo).as("mkfifo is there").isPresent();
    assertThat(mkfifo.get().waitFor()).isZero();

    assertThat(problem(pipe)).isEqualTo("is no regular file");
  }

  private static Optional<Process> mkfifo(Path pipe) {
    try {
      return Optional.of(new ProcessBuilder("mkfifo", pipe.toString()).start());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Test
  @DisplayName("a line without end is given up early")
  void endlessLine() throws IOException {
    Path file = dir.resolve("zeros.txt");
    byte[] zeros = new byte[1 << 20];
    Arrays.fill(zeros, (byte) '0');
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int i = 0; i < 8; i++) {
        out.write(zeros);
      }
    }

    assertThat(problem(file)).startsWith("has a line of more than 2 MB");
  }

  @Test
  @DisplayName("a folder is read in order, without links, hidden files and copies")
  void folder() throws IOException {
    file("bundle/etc/vmware/route-tables.cfg", "2,workload,00:00:00:ab:cd:ef,10.9.2.2/24\n");
    file("bundle/etc/vmware/anyip-routes.cfg", "10.9.0.0/27\n");
    file("bundle/etc/haproxy/haproxy.cfg", "global\n");
    file("bundle/etc/haproxy/haproxy.cfg.bak", "global\n");
    file("bundle/.git/config", "[core]\n");
    file("bundle/README", "Read me\n");
    Files.createSymbolicLink(dir.resolve("bundle/link.cfg"), Path.of("etc/haproxy/haproxy.cfg"));

    Intake intake = take(dir.resolve("bundle"));

    assertThat(intake.labs()).extracting(Intake.LabInput::name).containsExactly("lab");
    assertThat(captures(intake))
        .extracting(Capture::kind)
        .containsExactly(
            CaptureKind.HAPROXY_CFG, CaptureKind.ANYIP_ROUTES, CaptureKind.ROUTE_TABLES);
    assertThat(intake.problems())
        .allSatisfy(problem -> assertThat(problem.fatal()).isFalse())
        .extracting(problem -> dir.relativize(Path.of(problem.file())) + " " + problem.message())
        .containsExactlyInAnyOrder(
            "bundle/README nothing in it was recognised",
            "bundle/etc/haproxy/haproxy.cfg.bak is a copy of another file and was not looked at",
            "bundle/link.cfg is a link; links inside folders are not followed");
  }

  @Test
  @DisplayName("folders side by side that each hold an appliance's files are labs of their own")
  void labs() throws IOException {
    file("labs/east/etc/vmware/anyip-routes.cfg", "10.9.0.0/27\n");
    file("labs/east/etc/haproxy/haproxy.cfg", "global\n");
    file("labs/west/anyip-routes.cfg", "10.9.0.0/27\n");
    file("labs/west/more/session.txt", "ip rule\n0:\tfrom all lookup local\n");
    Path other = file("other.txt", "ip rule\n0:\tfrom all lookup local\n");

    assertThat(take(other, dir.resolve("labs")).labs())
        .extracting(lab -> lab.name() + " " + lab.captures().size())
        .containsExactly("lab 1", "east 2", "west 2");
    assertThat(take(dir.resolve("labs/east"), dir.resolve("labs/west")).labs())
        .extracting(Intake.LabInput::name)
        .containsExactly("east", "west");
    assertThat(
            take(dir.resolve("labs/east/etc/vmware"), dir.resolve("labs/east/etc/haproxy")).labs())
        .as("two folders of one appliance")
        .extracting(Intake.LabInput::name)
        .containsExactly("lab");
  }

  @Test
  @DisplayName("labs can be told by globs")
  void toldLabs() throws IOException {
    Path east = file("one/a.txt", "10.9.0.0/27\n");
    Path west = file("two/b.txt", "10.9.0.0/27\n");
    Inputs inputs =
        new Inputs(
            Path.of(""),
            List.of(east.toString(), west.toString()),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(new Inputs.LabGlob("first", "one"), new Inputs.LabGlob("second", dir + "/tw*")),
            false,
            Progress.UNSEEN);

    assertThat(Intake.of(inputs, texts -> Mask.NONE, (bytes, from, to) -> -1).labs())
        .extracting(Intake.LabInput::name)
        .containsExactly("first", "second");
  }

  @Test
  @DisplayName("files that were searched for are apart by their folders, and named from their base")
  void searchedFor() throws IOException {
    file("haproxy.cfg", "global\n");
    file("east/etc/vmware/anyip-routes.cfg", "10.9.0.0/27\n");
    file("east/etc/haproxy/haproxy.cfg", "global\n");
    file("more/east/anyip-routes.cfg", "10.9.0.0/27\n");
    List<String> files =
        List.of(
            "haproxy.cfg",
            "east/etc/vmware/anyip-routes.cfg",
            "east/etc/haproxy/haproxy.cfg",
            "more/east/anyip-routes.cfg");

    Intake intake =
        Intake.of(Inputs.below(dir, files), texts -> Mask.NONE, (bytes, from, to) -> -1);

    assertThat(intake.accounts())
        .extracting(account -> account.source().file())
        .containsExactlyElementsOf(files);
    assertThat(intake.labs())
        .extracting(lab -> lab.name() + " " + lab.captures().size())
        .containsExactly(
            dir.getFileName() + " 1", Path.of("east") + " 2", Path.of("more/east") + " 1");
  }

  @Test
  @DisplayName("what is in a folder is named from the base, too")
  void foldersBelowBase() throws IOException {
    file("labs/east/anyip-routes.cfg", "10.9.0.0/27\n");

    assertThat(
            Intake.of(
                    Inputs.below(dir, List.of("labs")), texts -> Mask.NONE, (bytes, from, to) -> -1)
                .accounts())
        .extracting(account -> account.source().file())
        .containsExactly(Path.of("labs/east/anyip-routes.cfg").toString());
  }

  @Test
  @DisplayName("every secret is hidden by the mask made from all texts together")
  void masks() throws IOException {
    Path first = file("anyip-routes.cfg", "10.9.0.0/27\n");
    Path second = file("b.txt", "ip rule\n0:\tfrom all lookup local\n");
    Intake intake =
        Intake.of(
            Inputs.ofPaths(List.of(first.toString(), second.toString())),
            texts -> (text, start, end) -> "hidden by what " + texts.size() + " texts hold",
            (bytes, from, to) -> -1);

    assertThat(captures(intake).get(1).all().shown()).isEqualTo("hidden by what 2 texts hold");
  }
}
