package io.github.viplint.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Policy routing on a large scale. */
final class RoutingScenario implements Scenario {
  private static final int RULES = 100_000;
  private static final int ROUTES = 1_000_000;

  @Override
  public String name() {
    return "routing";
  }

  @Override
  public String description() {
    return RULES + " rules and " + ROUTES + " routes";
  }

  @Override
  public Contest prepare(Path folder, double scale) throws IOException {
    RoutingTables tables = new RoutingTables((int) (scale * RULES), (int) (scale * ROUTES));
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("ip-rule.txt"))) {
      tables.writeRules(out);
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("ip-route.txt"))) {
      tables.writeRoutes(out);
    }
    return new Contest(
        tables.rules() + " rules and " + tables.routes() + " routes",
        List.of("--fail-on", "never", "--host", "haproxy=*", folder.toString()),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty());
  }
}
