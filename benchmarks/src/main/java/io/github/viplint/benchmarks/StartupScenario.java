package io.github.viplint.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A small lab beside the least that a JVM can do: a class that prints one line, compiled here and
 * run by the JDK that the launcher takes, with that JDK's own defaults.
 */
final class StartupScenario implements Scenario {
  private static final String HELLO =
      """
      final class Hello {
        public static void main(String[] args) {
          System.out.println("Hello, world!");
        }
      }
      """;

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public String description() {
    return "a small lab, beside a hello world of the same JDK";
  }

  @Override
  public Contest prepare(Path folder, double scale) throws IOException {
    Path source = Files.writeString(folder.resolve("Hello.java"), HELLO);
    WholeProcess compiled =
        WholeProcess.run(
            List.of(tool("javac"), "--release", "17", "-d", folder.toString(), source.toString()));
    if (compiled.exit() != 0) {
      throw new IOException("javac failed with exit code " + compiled.exit());
    }
    String lab = "testdata/bundles/refused-range";
    return new Contest(
        lab + ", and a class that prints one line",
        List.of(lab),
        List.of(new Rival("java Hello", List.of(tool("java"), "-cp", folder.toString(), "Hello"))),
        OptionalDouble.of(4),
        OptionalInt.empty());
  }

  /** A tool of the JDK that the launcher takes: JAVA_HOME, else the PATH. */
  private static String tool(String name) {
    String home = System.getenv("JAVA_HOME");
    return home == null || home.isEmpty() ? name : Path.of(home, "bin", name).toString();
  }
}
