package io.github.viplint.benchmarks;

import io.github.viplint.log.Signature.Form;
import io.github.viplint.rules.BuiltInRules;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A large log beside {@code grep -c -F -f literals}. */
final class LogScenario implements Scenario {
  private static final int RELEVANT = 1000;

  /** In which grep looks at bytes, and at characters. */
  private static final List<String> LOCALES = List.of("C", "C.UTF-8");

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
        LOCALES.stream().map(locale -> grep(locale, literals, log)).toList(),
        OptionalDouble.of(2),
        OptionalInt.of(256));
  }

  private static Rival grep(String locale, Path literals, Path log) {
    return new Rival(
        "grep " + locale,
        List.of(
            "env",
            "LC_ALL=" + locale,
            "grep",
            "-c",
            "-F",
            "-f",
            literals.toString(),
            log.toString()));
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
