package io.github.viplint.benchmarks;

import inet.ipaddr.ipv4.IPv4Address;
import io.github.viplint.capture.Inputs;
import io.github.viplint.intake.Intake;
import io.github.viplint.log.SignatureSet;
import io.github.viplint.model.Lab;
import io.github.viplint.read.LabReader;
import io.github.viplint.read.Readers;
import io.github.viplint.redact.Secrets;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.route.Answer;
import io.github.viplint.twin.route.Routing;
import io.github.viplint.twin.table.Flow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
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
 * One lookup in rules and tables that were read from what {@code ip} prints: it grows with the
 * prefix lengths that occur, not with the number of routes or rules.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RouteLookups {
  private static final int FLOWS = 4_096;

  /** How many routes, in 100 tables. */
  @Param({"1000", "10000", "100000", "1000000"})
  public int routes = 1_000;

  /** How many rules besides the three of every host. */
  @Param({"100", "100000"})
  public int rules = 100;

  private Routing routing = new Routing(KernelState.unknown());
  private Flow[] flows = new Flow[0];
  private int next;

  /** Makes the captures, reads them and asks each packet once, so that all tables are indexed. */
  @Setup
  public void read() throws IOException {
    Path folder = Files.createTempDirectory("viplint-routes");
    new RoutingTables(rules, routes).write(folder);
    SignatureSet signatures = new SignatureSet(List.of());
    Intake intake =
        Intake.of(
            Inputs.ofPaths(List.of(folder.toString())),
            Secrets::in,
            signatures.literalSearch()::find);
    Lab lab = new LabReader(new Readers(signatures)).read("", intake.labs().get(0).captures());
    Main.delete(folder);
    routing = new Routing(KernelState.captured(lab.hosts().get(0).last()));
    SplittableRandom random = new SplittableRandom(3);
    flows = new Flow[FLOWS];
    for (int i = 0; i < FLOWS; i++) {
      IPv4Address source = RoutingTables.source(random.nextInt(rules));
      IPv4Address destination = RoutingTables.destination(random.nextInt(routes));
      flows[i] = Flow.to(destination).from(source).cameInBy("eth0");
      if (!routing.lookup(flows[i]).action().delivers()) {
        throw new IllegalStateException("no way to " + destination + " from " + source);
      }
    }
  }

  /** Which way one packet goes. */
  @Benchmark
  public Answer lookup() {
    next = (next + 1) % FLOWS;
    return routing.lookup(flows[next]);
  }
}
