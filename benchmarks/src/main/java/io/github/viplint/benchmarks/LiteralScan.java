package io.github.viplint.benchmarks;

import io.github.viplint.log.SignatureSet;
import io.github.viplint.rules.BuiltInRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The scan for the literals of all signatures, over 16 MiB of wcpsvc.log. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LiteralScan {
  private String text = "";
  private final SignatureSet signatures = new SignatureSet(new BuiltInRules().signatures());

  /** Makes the log. */
  @Setup
  public void generate() throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    new WcpsvcLog(16 << 20, 16).write(log);
    text = log.toString(StandardCharsets.US_ASCII);
  }

  /** How many lines hold a literal. */
  @Benchmark
  public int lines() {
    SignatureSet.Scan scan = signatures.scan(text);
    int found = 0;
    int start = 0;
    for (int lf = text.indexOf('\n'); lf >= 0; lf = text.indexOf('\n', start)) {
      found += scan.within(start, lf) ? 1 : 0;
      start = lf + 1;
    }
    return found;
  }
}
