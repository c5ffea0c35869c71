package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a Java of its own, with little memory, for what a test must not do to itself. */
final class Child {
  private static final long SECONDS = 120;

  private final Path folder;
  private final List<String> before = new ArrayList<>();
  private int mebibytes = 256;
  private Path working = Path.of("").toAbsolutePath();
  private Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

  /**
   * @param folder where its output is put
   */
  Child(Path folder) {
    this.folder = folder;
  }

  /** May root be made to be like other users? */
  static boolean canObeyPermissions() {
    return !"root".equals(System.getProperty("user.name"))
        || Files.isExecutable(Path.of("/usr/bin/setpriv"));
  }

  /** Root reads everything, unless it lays its capabilities down. */
  Child obeyingPermissions() {
    if ("root".equals(System.getProperty("user.name"))) {
      before.addAll(List.of("/usr/bin/setpriv", "--inh-caps=-all", "--bounding-set=-all"));
    }
    return this;
  }

  /** What its heap may take. */
  Child withMemory(int limit) {
    mebibytes = limit;
    return this;
  }

  /** Where it works, and where it would put temporary files. */
  Child in(Path workingFolder, Path temporaryFolder) {
    working = workingFolder;
    temporary = temporaryFolder;
    return this;
  }

  Program.Outcome run(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx" + mebibytes + "m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("-Djava.io.tmpdir=" + temporary, "-cp", classPath(), Main.class.getName()));
    command.addAll(List.of(args));
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(working.toFile())
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("it ends").isTrue();
    return new Program.Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
