package io.github.viplint.rules.haproxy.agreement;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The haproxy of this machine, asked what it says of a file. It listens nowhere. */
final class RealHaproxy {
  private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/usr/bin");
  private static final Pattern VERSION = Pattern.compile("HA-?Proxy version (\\d+\\.\\d+)");
  private static final Pattern ALERT = Pattern.compile("(?m)^\\[ALERT\\][^:]*: (.*)");
  private static final int SECONDS = 20;

  private final Path program;

  private RealHaproxy(Path program) {
    this.program = program;
  }

  /** Skips the test where there is none, but never in the CI run. */
  static RealHaproxy required() {
    List<Path> found =
        FOLDERS.stream().map(folder -> Path.of(folder, "haproxy")).filter(Files::exists).toList();
    if (found.isEmpty()) {
      assumeTrue("true".equals(System.getenv("VIPLINT_CI")), "no haproxy here");
      throw new AssertionError("no haproxy in " + FOLDERS);
    }
    return new RealHaproxy(found.get(0));
  }

  /** {@code 2.6}. */
  String version() {
    Matcher version = VERSION.matcher(run("-v").output());
    if (!version.find()) {
      throw new AssertionError("haproxy -v tells no version");
    }
    return version.group(1);
  }

  /** What {@code haproxy -c} says of a file. */
  Verdict check(Path file) {
    Run run = run("-c", "-f", file.toString());
    return Verdict.of(
        run.exit(), ALERT.matcher(run.output()).results().map(m -> m.group(1)).toList());
  }

  private record Run(int exit, String output) {}

  private Run run(String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    Stream.of(arguments).forEach(command::add);
    try {
      Path output = Files.createTempFile("haproxy", ".txt");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError(command + " takes too long");
        }
        return new Run(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
