package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactCommandTest {
  private static final String SESSION =
      "user@jump:~$ export KUBECTL_VSPHERE_PASSWORD=Maple-Bridge-66\n10.20.30.40\n";

  @TempDir Path folder;

  private Path file(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Program.Outcome redact(String... words) {
    List<String> all = new ArrayList<>(List.of("redact"));
    all.addAll(List.of(words));
    return new Program().in(SESSION).run(all.toArray(String[]::new));
  }

  private static List<String> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void aFolderIsCopiedAsItIs() throws IOException {
    file("lab/etc/vmware/anyip-routes.cfg", "10.20.30.17/28\r\n");
    file("lab/session.txt", SESSION);
    Path out = folder.resolve("out");

    Program.Outcome run = redact(folder.resolve("lab").toString(), "-o", out.toString());

    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(in(out))
        .containsExactly(
            "etc/vmware/anyip-routes.cfg",
            "session.txt",
            "viplint-redacted.json",
            "viplint-redacted.txt");
    assertThat(out.resolve("etc/vmware/anyip-routes.cfg")).hasContent("10.20.30.17/28\r\n");
    assertThat(Files.readString(out.resolve("session.txt")))
        .isEqualTo(SESSION.replace("Maple-Bridge-66", "****"));
    assertThat(run.out()).contains("session.txt                  1 password");
    assertThat(Files.readString(out.resolve("viplint-redacted.txt"))).isEqualTo(run.out());
    assertThat(Files.readString(out.resolve("viplint-redacted.json")))
        .contains("\"password\": 1", "\"anonymized\": false")
        .doesNotContain("Maple");
    assertThat(folder.resolve("lab/session.txt")).hasContent(SESSION);
  }

  @Test
  void anArchiveBecomesAFolder() throws IOException {
    byte[] inner = new Packed().with("b/notes.txt", "token: abcdef123456\n").tgz();
    Path archive =
        file(
            "bundle.tgz",
            new Packed()
                .with(
                    "etc/haproxy/haproxy.cfg", "userlist c\n  user a insecure-password Sesame-77\n")
                .with("inner.tar.gz", inner)
                .tgz());
    Path one = folder.resolve("one");
    Path two = folder.resolve("two");
    Path session = file("session.txt", SESSION);

    assertThat(redact(archive.toString(), "-o", one.toString()).exit()).isEqualTo(Exit.OK);
    assertThat(redact(archive.toString(), session.toString(), "-o", two.toString()).exit())
        .isEqualTo(Exit.OK);

    assertThat(in(one)).contains("etc/haproxy/haproxy.cfg", "inner/b/notes.txt");
    assertThat(Files.readString(one.resolve("etc/haproxy/haproxy.cfg")))
        .isEqualTo("userlist c\n  user a insecure-password ****\n");
    assertThat(Files.readString(one.resolve("inner/b/notes.txt"))).isEqualTo("token: ****\n");
    assertThat(in(two)).contains("bundle/etc/haproxy/haproxy.cfg", "session.txt");
  }

  @Test
  void standardInputIsCopiedToo() throws IOException {
    Path out = folder.resolve("out");

    assertThat(redact("-", "-o", out.toString()).exit()).isEqualTo(Exit.OK);

    assertThat(Files.readString(out.resolve("stdin.txt"))).doesNotContain("Maple");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
  void keepsEncodingAndByteOrderMark(String charset) throws IOException {
    Path in = file("in.txt", ("\uFEFF" + SESSION).getBytes(charset));
    Path out = folder.resolve("out");

    redact(in.toString(), "-o", out.toString());

    assertThat(Files.readAllBytes(out.resolve("in.txt")))
        .isEqualTo(("\uFEFF" + SESSION.replace("Maple-Bridge-66", "****")).getBytes(charset));
  }

  @Test
  void whatIsNoTextIsLeftOutAndSaid() throws IOException {
    file("lab/session.txt", SESSION);
    file("lab/picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1});
    Path out = folder.resolve("out");

    Program.Outcome run = redact(folder.resolve("lab").toString(), "-o", out.toString());

    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.err()).contains("picture.png: left out: is an image");
    assertThat(run.out()).contains("Left out:").contains("picture.png");
    assertThat(in(out)).doesNotContain("picture.png").contains("session.txt");
  }

  @Test
  void aMissingInputIsNoCleanEnd() {
    Path out = folder.resolve("out");

    Program.Outcome run = redact(folder.resolve("none").toString(), "-o", out.toString());

    assertThat(run.exit()).isEqualTo(Exit.INCOMPLETE);
    assertThat(run.err()).contains("does not exist");
    assertThat(out).doesNotExist();
  }

  @Test
  void nothingIsWrittenOverOrIntoTheInputs() throws IOException {
    Path session = file("lab/session.txt", SESSION);
    Path full = file("full/there.txt", "x\n").getParent();
    Path lab = session.getParent();

    for (Path out : List.of(full, session, lab, lab.resolve("copy"), folder)) {
      Program.Outcome run = redact(lab.toString(), "-o", out.toString());
      assertThat(run.exit()).as(out.toString()).isEqualTo(Exit.USAGE);
    }
    Path link = Files.createSymbolicLink(folder.resolve("link"), lab);
    assertThat(redact(lab.toString(), "-o", link.resolve("copy").toString()).exit())
        .isEqualTo(Exit.USAGE);
    assertThat(in(lab)).containsExactly("session.txt");
    assertThat(in(full)).containsExactly("there.txt");
  }

  @Test
  void hostileNamesStayInside() throws IOException {
    Path archive =
        file(
            "bundle.zip",
            new Packed()
                .with("../../out-of-it.txt", SESSION)
                .with("/abs.txt", SESSION)
                .with("a:b|c?.txt", SESSION)
                .with("NUL", SESSION)
                .with("x", SESSION)
                .with("x/y.txt", SESSION)
                .with("X", SESSION)
                .with("notes-Maple-Bridge-66.txt", SESSION)
                .zip());
    Path out = folder.resolve("deep/er/out");

    redact(archive.toString(), "-o", out.toString());

    assertThat(in(out))
        .contains("_NUL", "x", "x-2/y.txt", "X-3", "notes-____.txt")
        .allMatch(name -> !name.contains("..") && !name.contains("Maple"));
    assertThat(in(folder))
        .allMatch(name -> name.startsWith("deep/er/out/") || name.equals("bundle.zip"));
  }

  @Test
  void anonymizesWithAKeyOrWithout() throws IOException {
    Path session = file("session.txt", SESSION);
    List<String> copies = new ArrayList<>();
    for (String option : List.of("--anonymize=k", "--anonymize=k", "--anonymize")) {
      Path out = folder.resolve("out" + copies.size());
      assertThat(redact(option, session.toString(), "-o", out.toString()).exit())
          .isEqualTo(Exit.OK);
      copies.add(Files.readString(out.resolve("session.txt")));
    }

    assertThat(copies).noneMatch(copy -> copy.contains("10.20.30.40") || copy.contains("Maple"));
    assertThat(copies.get(0)).isEqualTo(copies.get(1));
  }
}
