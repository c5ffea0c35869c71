package io.github.viplint.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A large haproxy.cfg beside {@code haproxy -c}, in a heap of bounded size.
 *
 * @param services how many frontends there are, and backends
 * @param mebibytes the heap of viplint's JVM
 */
record HaproxyScenario(String name, int services, int mebibytes) implements Scenario {
  static HaproxyScenario large() {
    return new HaproxyScenario("haproxy", 20_000, 256);
  }

  static HaproxyScenario huge() {
    return new HaproxyScenario("haproxy-huge", 50_000, 512);
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "a haproxy.cfg with %d frontends and backends in a heap of %d MiB, beside haproxy -c",
        services,
        mebibytes);
  }

  @Override
  public Contest prepare(Path folder, double scale) throws IOException {
    int scaled = (int) (scale * services);
    Path file = folder.resolve("haproxy.cfg");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      new HaproxyCfg(scaled).write(out);
    }
    return new Contest(
        "haproxy.cfg of " + Files.size(file) + " bytes with " + scaled + " services",
        List.of("--fail-on", "never", file.toString()),
        List.of(new Rival("haproxy -c", List.of("haproxy", "-c", "-f", file.toString()))),
        OptionalDouble.of(1),
        OptionalInt.empty(),
        OptionalInt.of(mebibytes));
  }
}
