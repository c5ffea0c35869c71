package io.github.viplint.twin;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A network namespace that lives as long as one shell, so that nothing is left behind, whatever
 * happens. Needs a Linux kernel, iproute2, and the right to make namespaces.
 */
public final class Namespace {
  private static final long SECONDS = 60;

  /** What each namespace begins with: a loopback and a check that links can be made at all. */
  private static final String PROBE = "ip link set lo up && ip link add t0 type veth peer name t1";

  private final List<String> command;

  private Namespace(List<String> command) {
    this.command = command;
  }

  /**
   * A way to make namespaces; skips the test where there is none, but never in the CI run.
   *
   * @param programs what the scripts call besides iproute2
   */
  public static Namespace required(String... programs) throws IOException, InterruptedException {
    String probe = PROBE;
    for (String program : programs) {
      probe += " && command -v " + program + " > /dev/null";
    }
    for (List<String> command :
        List.of(List.of("unshare", "-n", "sh"), List.of("unshare", "-rn", "sh"))) {
      Namespace candidate = new Namespace(command);
      if (candidate.works(probe)) {
        return candidate;
      }
    }
    assumeTrue(
        "true".equals(System.getenv("VIPLINT_CI")),
        "no right or no programs for network namespaces here");
    throw new AssertionError("the CI run needs unshare, iproute2, veth, root " + List.of(programs));
  }

  private boolean works(String probe) throws InterruptedException {
    try {
      return run(probe + " && echo works").equals("works\n");
    } catch (IOException e) {
      return false; // no unshare on this system
    }
  }

  /** Runs a shell script in a new namespace; what it prints to both outputs. */
  public String run(String script) throws IOException, InterruptedException {
    Path file = Files.createTempFile("viplint-namespace", ".sh");
    Path output = Files.createTempFile("viplint-namespace", ".out");
    try {
      Files.writeString(file, script);
      List<String> words = new ArrayList<>(command);
      words.add(file.toString());
      ProcessBuilder builder =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().put("LC_ALL", "C");
      Process process = builder.start();
      try {
        process.getOutputStream().close();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
          throw new AssertionError("not done within " + SECONDS + " s");
        }
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      return Files.readString(output, StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
      Files.delete(output);
    }
  }
}
