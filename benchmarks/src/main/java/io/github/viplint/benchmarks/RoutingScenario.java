package io.github.viplint.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Policy routing on a large scale.
 *
 * @param arguments what to do with the folder, which stands behind them
 */
record RoutingScenario(String name, String description, List<String> arguments)
    implements Scenario {
  private static final int RULES = 100_000;
  private static final int ROUTES = 1_000_000;

  /** The whole of it read and judged. */
  static RoutingScenario check() {
    return new RoutingScenario(
        "routing",
        RULES + " rules and " + ROUTES + " routes",
        List.of("--fail-on", "never", "--host", "haproxy=*"));
  }

  /** The whole of it read, and one question asked. */
  static RoutingScenario lookup() {
    return new RoutingScenario(
        "lookup",
        "viplint route on the same",
        List.of(
            "route",
            RoutingTables.destination(ROUTES / 2).toString(),
            "--from",
            RoutingTables.source(RULES / 2).toString(),
            "--iif",
            "eth0",
            "--host",
            "haproxy=*",
            "--in"));
  }

  @Override
  public Contest prepare(Path folder, double scale) throws IOException {
    RoutingTables tables = new RoutingTables((int) (scale * RULES), (int) (scale * ROUTES));
    tables.write(folder);
    List<String> all = new ArrayList<>(arguments);
    all.add(folder.toString());
    return new Contest(
        tables.rules() + " rules and " + tables.routes() + " routes",
        all,
        List.of(),
        OptionalDouble.empty(),
        OptionalInt.empty());
  }
}
