package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Archives that were made to do harm, each read by a process of its own that has little memory:
 * what is wrong is said in words, nothing is written, and it never counts as clean.
 */
class HostileArchivesTest {
  private static final int MEBIBYTES = 64;
  private static final String RANGES = "10.10.18.18/28\n";
  private static final String PATH = "etc/vmware/anyip-routes.cfg";

  /**
   * One archive.
   *
   * @param says what stands behind its name on standard error
   * @param exit {@link Exit#FINDINGS} where something else in it could be read
   */
  private record Hostile(String name, byte[] bytes, String says, int exit) {
    @Override
    public String toString() {
      return name;
    }
  }

  @TempDir Path folder;
  private Path working;
  private Path temporary;

  @BeforeEach
  void folders() throws IOException {
    working = Files.createDirectories(folder.resolve("working/below"));
    temporary = Files.createDirectory(folder.resolve("temporary"));
  }

  static Stream<Hostile> archives() {
    byte[] zeros = new byte[96 << 20];
    byte[] blank = new byte[zeros.length];
    Arrays.fill(blank, (byte) '\n');
    String bomb = "!/bomb.txt: unpacks to more than 400 times its size";
    String outside = " has a name that leads out of the archive, and was not read";
    return Stream.of(
        new Hostile(
            "bomb.zip",
            new Packed().with("bomb.txt", zeros).with(PATH, RANGES).zip(),
            bomb,
            Exit.FINDINGS),
        new Hostile("bomb.tgz", new Packed().with("bomb.txt", zeros).tgz(), bomb, Exit.INCOMPLETE),
        new Hostile("blank.log.gz", Packed.gz(blank), ": has more than", Exit.INCOMPLETE),
        new Hostile(
            "upwards.tar",
            new Packed().with("../escaped.cfg", RANGES).with(PATH, RANGES).tar(),
            "!/../escaped.cfg:" + outside,
            Exit.FINDINGS),
        new Hostile(
            "upwards.zip",
            new Packed().with("../../escaped.cfg", RANGES).zip(),
            "!/../../escaped.cfg:" + outside,
            Exit.INCOMPLETE),
        new Hostile(
            "absolute.tar",
            new Packed().with("/tmp/viplint-escaped.cfg", RANGES).tar(),
            "!//tmp/viplint-escaped.cfg:" + outside,
            Exit.INCOMPLETE),
        new Hostile(
            "device.tar",
            new Packed().withDevice("dev/console").tar(),
            "!/dev/console: is a device, no file",
            Exit.INCOMPLETE),
        new Hostile(
            "link.tar",
            new Packed().withLink(PATH, "/etc/passwd", false).tar(),
            "!/" + PATH + ": is a link; links are not followed",
            Exit.INCOMPLETE),
        new Hostile(
            "hard-link.tar",
            new Packed().withLink(PATH, "/etc/passwd", true).tar(),
            "!/" + PATH + ": is a link; links are not followed",
            Exit.INCOMPLETE),
        new Hostile(
            "nested.zip", nested(10), "is packed more than 8 times over, and was not read", 3),
        new Hostile(
            "cut.log.gz", half(Packed.gz(lines())), ": is cut off; what stands before was", 3),
        new Hostile("cut.tgz", half(new Packed().with(PATH, lines()).tgz()), ": is cut off", 3),
        new Hostile("lying.tar", lying(), "!/" + PATH + ": is cut off", Exit.INCOMPLETE));
  }

  private static byte[] nested(int levels) {
    byte[] bytes = new Packed().with(PATH, RANGES).zip();
    for (int level = 1; level < levels; level++) {
      bytes = new Packed().with("level.zip", bytes).zip();
    }
    return bytes;
  }

  /** Of which no half packs to nothing. */
  private static byte[] lines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines.append(Integer.toHexString(i * 0x9E3779B1)).append('\n');
    }
    return Packed.text(lines.toString());
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  /** Whose member says that it is of 8 GB. */
  private static byte[] lying() {
    byte[] tar = new Packed().with(PATH, RANGES).tar();
    System.arraycopy(Packed.text("77777777777"), 0, tar, 124, 11);
    Arrays.fill(tar, 148, 156, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += tar[i] & 0xFF;
    }
    byte[] octal = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(octal, 0, tar, 148, 8);
    return tar;
  }

  @ParameterizedTest
  @MethodSource("archives")
  void isSaidAndDoesNoHarm(Hostile hostile) throws IOException, InterruptedException {
    Path archive = Files.write(working.resolve(hostile.name()), hostile.bytes());
    List<String> before = everything();

    Program.Outcome run =
        new Child(folder)
            .withMemory(MEBIBYTES)
            .in(working, temporary)
            .run("--report", "json=" + folder.resolve("out.txt.json"), archive.toString());

    assertThat(run.exit()).as(run.err()).isEqualTo(hostile.exit());
    assertThat(run.err()).contains("viplint: " + archive).contains(hostile.says());
    assertThat(run.err()).doesNotContain("OutOfMemory").doesNotContain("Exception");
    assertThat(everything()).as("nothing is written").isEqualTo(before);
    assertThat(Path.of("/tmp/viplint-escaped.cfg")).doesNotExist();
  }

  /** What there is, with sizes, but for what the process was told to write. */
  private List<String> everything() throws IOException {
    TreeMap<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        String name = folder.relativize(file).toString();
        if (!name.matches("(?:out|err)[^/]*\\.(?:txt|json)")) {
          sizes.put(name, Files.isDirectory(file) ? -1 : Files.size(file));
        }
      }
    }
    return sizes.entrySet().stream().map(Object::toString).toList();
  }
}
