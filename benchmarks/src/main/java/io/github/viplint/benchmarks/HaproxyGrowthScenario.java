package io.github.viplint.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Two and a half times as large a haproxy.cfg beside one of 20,000 services. */
final class HaproxyGrowthScenario implements Scenario {
  private static final int FEW = 20_000;
  private static final int MANY = 50_000;
  private static final int MEBIBYTES = 512;

  @Override
  public String name() {
    return "haproxy-growth";
  }

  @Override
  public String description() {
    return MANY
        + " frontends and backends beside "
        + FEW
        + ": time grows with the size, not faster";
  }

  @Override
  public Contest prepare(Path folder, double scale) throws IOException {
    Path few = write(folder.resolve("few"), (int) (scale * FEW));
    Path many = write(folder.resolve("many"), (int) (scale * MANY));
    return new Contest(
        "haproxy.cfg of " + Files.size(many) + " bytes, and one of " + Files.size(few),
        List.of("--fail-on", "never", many.toString()),
        List.of(new Rival("the smaller", List.of("--fail-on", "never", few.toString()), true)),
        OptionalDouble.of((double) MANY / FEW),
        OptionalInt.empty(),
        OptionalInt.of(MEBIBYTES));
  }

  private static Path write(Path folder, int services) throws IOException {
    Path file = Files.createDirectories(folder).resolve("haproxy.cfg");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      new HaproxyCfg(services).write(out);
    }
    return file;
  }
}
