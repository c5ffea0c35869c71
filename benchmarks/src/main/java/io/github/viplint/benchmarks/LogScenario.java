package io.github.viplint.benchmarks;

import io.github.viplint.log.Signature.Form;
import io.github.viplint.rules.BuiltInRules;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A large log beside {@code grep -c -F -f literals}. */
final class LogScenario implements Scenario {
  private static final int RELEVANT = 1000;

  @Override
  public String name() {
    return "log";
  }

  @Override
  public String description() {
    return "a wcpsvc.log of 1 GiB, beside grep";
  }

  @Override
  public Contest prepare(Path folder, double scale) throws IOException {
    Path log = folder.resolve("wcpsvc.log");
    long bytes = (long) (scale * (1L << 30));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log), 1 << 20)) {
      new WcpsvcLog(bytes, RELEVANT).write(out);
    }
    Path literals = Files.write(folder.resolve("literals"), literals());
    return new Contest(
        "wcpsvc.log of " + Files.size(log) + " bytes with " + RELEVANT + " relevant records",
        List.of("--fail-on", "never", log.toString()),
        Optional.of(List.of("grep", "-c", "-F", "-f", literals.toString(), log.toString())),
        OptionalDouble.of(2),
        OptionalInt.of(256));
  }

  /** What viplint's built-in signatures are looked for by. */
  static List<String> literals() {
    return new BuiltInRules()
        .signatures().stream()
            .flatMap(signature -> signature.forms().stream())
            .map(Form::literal)
            .distinct()
            .toList();
  }
}
