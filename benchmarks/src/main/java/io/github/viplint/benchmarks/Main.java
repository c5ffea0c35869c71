package io.github.viplint.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code benchmarks/run [SCENARIO…]}: whole processes; {@code benchmarks/run jmh …}: JMH. */
@Command(
    name = "benchmarks/run",
    mixinStandardHelpOptions = true,
    description = {
      "Measures viplint beside the tools that read the same, on generated inputs.",
      "'benchmarks/run jmh [JMH OPTION…]' measures the inner loops instead."
    },
    footer = {"", "Exit codes: 0 all limits hold, 1 one was missed, 2 wrong usage."})
final class Main implements Callable<Integer> {
  static final List<Scenario> SCENARIOS =
      List.of(
          new LogScenario(),
          HaproxyScenario.large(),
          HaproxyScenario.huge(),
          new HaproxyGrowthScenario(),
          RoutingScenario.check(),
          RoutingScenario.lookup(),
          new RangesScenario(),
          new StartupScenario());

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SCENARIO",
      description = "Which to run (default: all): ${COMPLETION-CANDIDATES}",
      completionCandidates = Names.class)
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--turns",
      description = "How often each is measured (default: ${DEFAULT-VALUE}).")
  private int turns = 5;

  @Option(
      names = "--scale",
      description = "Multiplies the size of the inputs (default: ${DEFAULT-VALUE}).")
  private double scale = 1;

  @Option(
      names = "--keep",
      paramLabel = "FOLDER",
      description = "Make the inputs there, and leave them.")
  private Path keep;

  @Option(names = "--viplint", description = "What to measure (default: ${DEFAULT-VALUE}).")
  private String viplint = "./viplint";

  public static void main(String[] args) throws IOException {
    if (args.length > 0 && args[0].equals("jmh")) {
      org.openjdk.jmh.Main.main(List.of(args).subList(1, args.length).toArray(String[]::new));
      return;
    }
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    boolean holds = true;
    for (Scenario scenario : chosen()) {
      Path folder =
          keep == null
              ? Files.createTempDirectory("viplint-benchmark")
              : Files.createDirectories(keep.resolve(scenario.name()));
      try {
        Scenario.Contest contest = scenario.prepare(folder, scale);
        holds &=
            new SideBySide(List.of(viplint), turns, System.out).holds(scenario.name(), contest);
      } finally {
        if (keep == null) {
          delete(folder);
        }
      }
    }
    return holds ? 0 : 1;
  }

  private List<Scenario> chosen() {
    for (String name : names) {
      if (SCENARIOS.stream().noneMatch(scenario -> scenario.name().equals(name))) {
        throw new ParameterException(spec.commandLine(), "there is no scenario '" + name + "'");
      }
    }
    return SCENARIOS.stream()
        .filter(scenario -> names.isEmpty() || names.contains(scenario.name()))
        .toList();
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** For the help text. */
  static final class Names implements Iterable<String> {
    @Override
    public java.util.Iterator<String> iterator() {
      return SCENARIOS.stream()
          .map(scenario -> scenario.name() + " (" + scenario.description() + ")")
          .collect(Collectors.toList())
          .iterator();
    }
  }
}
