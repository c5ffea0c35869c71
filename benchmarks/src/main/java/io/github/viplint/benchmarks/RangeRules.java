package io.github.viplint.benchmarks;

import io.github.viplint.capture.Inputs;
import io.github.viplint.intake.Intake;
import io.github.viplint.lint.Linter;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Lab;
import io.github.viplint.read.LabReader;
import io.github.viplint.read.Readers;
import io.github.viplint.redact.Secrets;
import io.github.viplint.rules.BuiltInRules;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The rules VL103 to VL109 over a lab that has been read: the claims, the twin's boot, the rules
 * and the putting together of their report.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 15)
@Measurement(iterations = 10)
public class RangeRules {
  /** How many ranges, and how many addresses. */
  @Param("50000")
  public int size = 50_000;

  /**
   * Ranges beside each other that hold nobody's address, or that lie in each other and hold all.
   */
  @Param({"apart", "crowded"})
  public String layout = "apart";

  /** Which rules: a pattern that their codes match; with {@code -} none, the claims alone. */
  @Param("VL10[3-9]")
  public String rules = "";

  private List<Lab> labs = List.of();
  private Linter linter = new Linter(List.of(), List.of(), Options.DEFAULT);

  /** Makes the captures and reads them. */
  @Setup
  public void read() throws IOException {
    Path folder = Files.createTempDirectory("viplint-ranges");
    if (layout.equals("crowded")) {
      new CrowdedRanges(size, size).write(folder);
    } else {
      Ranges apart = new Ranges(size, size);
      try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("anyip-routes.cfg"))) {
        apart.writeRanges(out);
      }
      try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("ip-addr.txt"))) {
        apart.writeAddresses(out);
      }
    }
    SignatureSet signatures = new SignatureSet(new BuiltInRules().signatures());
    Intake intake =
        Intake.of(
            Inputs.ofPaths(List.of(folder.toString())),
            Secrets::in,
            signatures.literalSearch(Intake.MARKS)::find);
    LabReader reader = new LabReader(new Readers(signatures));
    labs = intake.labs().stream().map(lab -> reader.read(lab.name(), lab.captures())).toList();
    Main.delete(folder);
    linter =
        new Linter(
            new BuiltInRules()
                .rules().stream().filter(rule -> rule.info().code().matches(rules)).toList(),
            List.of(),
            Options.DEFAULT);
  }

  /** What they find. */
  @Benchmark
  public Report check() {
    return linter.lint("", labs, List.of(), List.of());
  }
}
