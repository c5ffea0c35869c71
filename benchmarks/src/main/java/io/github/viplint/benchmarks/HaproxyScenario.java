package io.github.viplint.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A large haproxy.cfg beside {@code haproxy -c}. */
final class HaproxyScenario implements Scenario {
  private static final int SERVICES = 20_000;

  @Override
  public String name() {
    return "haproxy";
  }

  @Override
  public String description() {
    return "a haproxy.cfg with " + SERVICES + " frontends and backends, beside haproxy -c";
  }

  @Override
  public Contest prepare(Path folder, double scale) throws IOException {
    int services = (int) (scale * SERVICES);
    Path file = folder.resolve("haproxy.cfg");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      new HaproxyCfg(services).write(out);
    }
    return new Contest(
        "haproxy.cfg of " + Files.size(file) + " bytes with " + services + " services",
        List.of("--fail-on", "never", file.toString()),
        List.of(new Rival("haproxy -c", List.of("haproxy", "-c", "-f", file.toString()))),
        OptionalDouble.empty(),
        OptionalInt.empty());
  }
}
