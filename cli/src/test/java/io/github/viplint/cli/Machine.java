package io.github.viplint.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.twin.Namespace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs {@code appliance.sh}: what an appliance with the files of a lab really does. */
final class Machine {
  private final Namespace namespace;
  private final Path folder;
  private final Path script;

  /** Skips the test where this system can't do it, but never in the CI run. */
  Machine(Path folder) throws IOException, InterruptedException {
    assumeTrue(
        "root".equals(System.getProperty("user.name"))
            || "true".equals(System.getenv("VIPLINT_CI")),
        "haproxy becomes another user, which takes root");
    this.namespace = Namespace.required("haproxy", "bash", "ping", "nsenter", "mount");
    this.folder = folder;
    this.script = copied("appliance.sh");
    copied("/io/github/viplint/twin/services.sh");
  }

  private Path copied(String resource) throws IOException {
    Path copy = folder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    try (InputStream in = Machine.class.getResourceAsStream(resource)) {
      Files.copy(in, copy);
    }
    return copy;
  }

  /**
   * @param paste what a person would capture
   * @param facts what the services did, a line to each
   */
  record Truth(String paste, List<String> facts) {
    /** The rest of each fact that begins with {@code word}, in order. */
    List<String> all(String word) {
      return facts.stream()
          .filter(fact -> fact.startsWith(word + " "))
          .map(fact -> fact.substring(word.length() + 1))
          .toList();
    }

    /** The lines of anyip-routes.cfg, from 1, with that outcome. */
    Set<Integer> anyipLines(String outcome) {
      Set<Integer> lines = new TreeSet<>();
      for (String line : all("anyip")) {
        if (line.endsWith(" " + outcome)) {
          lines.add(Integer.valueOf(line.substring(0, line.indexOf(' '))));
        }
      }
      return lines;
    }

    boolean routeTablesFailed() {
      return all("route-tables").contains("failed");
    }

    boolean haproxyStarted() {
      return all("haproxy").equals(List.of("0"));
    }

    /** Whether every service started, every line was taken, and every VIP answered a client. */
    boolean healthy() {
      return !routeTablesFailed()
          && haproxyStarted()
          && anyipLines("rejected").isEmpty()
          && anyipLines("unread").isEmpty()
          && all("gateway-taken").isEmpty()
          && all("not-served").isEmpty();
    }
  }

  Truth of(LiveLab lab) throws IOException, InterruptedException {
    Path own = Files.createTempDirectory(folder, "machine");
    lab.forTheMachine(own);
    String paste =
        namespace.run("exec unshare -mpf --kill-child bash " + script + " " + own + "\n");
    return new Truth(paste, Files.readAllLines(own.resolve("facts")));
  }
}
