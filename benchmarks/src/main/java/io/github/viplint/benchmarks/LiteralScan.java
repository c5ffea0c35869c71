package io.github.viplint.benchmarks;

import io.github.viplint.log.LiteralSearch;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.rules.BuiltInRules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
  private byte[] bytes = {};
  private final LiteralSearch search =
      new SignatureSet(new BuiltInRules().signatures()).literalSearch();

  /** Makes the log. */
  @Setup
  public void generate() throws IOException {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    new WcpsvcLog(16 << 20, 16).write(log);
    bytes = log.toByteArray();
  }

  /** How many literals there are. */
  @Benchmark
  public int literals() {
    int found = 0;
    for (int at = search.find(bytes, 0, bytes.length);
        at >= 0;
        at = search.find(bytes, at + 1, bytes.length)) {
      found++;
    }
    return found;
  }
}
