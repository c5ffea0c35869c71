package io.github.viplint.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Very many ranges and addresses, where nothing may compare all with all. */
final class RangesScenario implements Scenario {
  private static final int EACH = 50_000;

  @Override
  public String name() {
    return "ranges";
  }

  @Override
  public String description() {
    return EACH + " ranges in anyip-routes.cfg and " + EACH + " addresses";
  }

  @Override
  public Contest prepare(Path folder, double scale) throws IOException {
    Ranges ranges = new Ranges((int) (scale * EACH), (int) (scale * EACH));
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("anyip-routes.cfg"))) {
      ranges.writeRanges(out);
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("ip-addr.txt"))) {
      ranges.writeAddresses(out);
    }
    return new Contest(
        ranges.ranges() + " ranges and " + ranges.addresses() + " addresses",
        List.of("--fail-on", "never", folder.toString()),
        List.of(),
        OptionalDouble.empty(),
        OptionalInt.empty());
  }
}
