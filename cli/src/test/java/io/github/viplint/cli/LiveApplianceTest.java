package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.Viplint;
import io.github.viplint.capture.Inputs;
import io.github.viplint.capture.TextEdit;
import io.github.viplint.cli.Machine.Truth;
import io.github.viplint.lint.Condition;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole appliances, started on the kernel, iproute2 and haproxy of this machine: healthy ones are
 * clean, and of broken ones viplint says what the machine does, and mends it.
 */
class LiveApplianceTest {
  private static final int HEALTHY_LABS = 10;
  private static final int THREADS = 4;
  private static final Pattern APPENDED =
      Pattern.compile("echo '(\\S+)' >> /etc/vmware/anyip-routes.cfg");
  private static final Pattern REFUSED = Pattern.compile("cannot bind socket .*\\[(\\S+):443\\]");

  /** What tells that a table has no default route. */
  private static final List<String> DEFAULT_RULES = List.of("VL301", "VL308", "VL312", "VL315");

  private final Viplint viplint = Viplint.standard(Options.DEFAULT);
  private final long seed = seed();

  @TempDir private Path folder;
  private Machine machine;

  /** The same appliances in every build; others with {@code -Dviplint.seed=random} or a number. */
  private static long seed() {
    String given = System.getProperty("viplint.seed", "20261121");
    return given.equals("random") ? System.nanoTime() & 0xffffff : Long.parseLong(given);
  }

  @BeforeEach
  void startsAMachine() throws IOException, InterruptedException {
    machine = new Machine(folder);
  }

  @Test
  void healthyAppliancesAreClean() throws Exception {
    Map<String, Callable<List<String>>> labs = new LinkedHashMap<>();
    for (int i = 0; i < HEALTHY_LABS; i++) {
      LiveLab lab = LiveLab.healthy(new Random(seed + i));
      labs.put("-Dviplint.seed=" + (seed + i) + "\n" + lab, () -> healthy(lab));
    }
    assertThat(disagreements(labs)).isEmpty();
  }

  private List<String> healthy(LiveLab lab) throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    Truth truth = machine.of(lab);
    if (!truth.healthy()) {
      wrong.add("the machine is not healthy: " + truth.facts());
    }
    for (Report report : List.of(lint(lab), lint(truth))) {
      loud(report).forEach(finding -> wrong.add("false alarm: " + shown(finding)));
      if (report.labs().get(0).hosts().get(0).states() > 1) {
        wrong.add("one state of the machine is taken for several");
      }
      report.problems().forEach(problem -> wrong.add("problem: " + problem));
      report.accounts().stream()
          .flatMap(account -> account.strays().stream().map(account.source()::shownLine))
          .forEach(line -> wrong.add("belongs to no capture: " + line));
    }
    return wrong;
  }

  @Test
  void brokenAppliancesAreSeenAndMended() throws Exception {
    Map<String, Callable<List<String>>> labs = new LinkedHashMap<>();
    Random random = new Random(seed);
    for (Mistake mistake : Mistake.ALL) {
      LiveLab lab = mistake.in(LiveLab.healthy(random), random);
      labs.put(mistake + " -Dviplint.seed=" + seed + "\n" + lab, () -> broken(mistake, lab));
    }
    assertThat(disagreements(labs)).isEmpty();
  }

  private List<String> broken(Mistake mistake, LiveLab lab)
      throws IOException, InterruptedException {
    String rule = mistake.rule();
    List<String> wrong = new ArrayList<>();
    Truth truth = machine.of(lab);
    Report files = lint(lab);
    Report paste = lint(truth);
    if (!rule.isEmpty() && mistake.inFiles() && of(files, rule).isEmpty()) {
      wrong.add("the files show no " + rule);
    }
    if (!rule.isEmpty() && mistake.inPastes() && of(paste, rule).isEmpty()) {
      wrong.add("the paste shows no " + rule);
    }
    if (mistake.inFiles()) {
      differences(files, truth).forEach(difference -> wrong.add("files: " + difference));
      same(
          "anyip-routes refuses lines",
          truth.anyipLines("rejected"),
          rejected(files).stream().limit(1).collect(Collectors.toSet()),
          wrong);
      same(
          "VIPs that are not local",
          Set.copyOf(truth.all("not-local")),
          subjects(files, "VL201"),
          wrong);
    }
    if (mistake.inPastes()) {
      differences(paste, truth).forEach(difference -> wrong.add("paste: " + difference));
    }
    same("haproxy refuses", refused(truth), subjects(paste, "VL203"), wrong);
    Optional<LiveLab> mended = mistake.inFiles() ? mended(files, rule, lab) : Optional.empty();
    if (mended.isPresent()) {
      Truth after = machine.of(mended.get());
      if (!after.healthy()) {
        wrong.add("mended, and still ill: " + after.facts() + "\n" + mended.get());
      }
      of(lint(mended.get()), rule)
          .forEach(finding -> wrong.add("mended, and still: " + shown(finding)));
    }
    if (!wrong.isEmpty()) {
      wrong.add("machine: " + truth.facts());
      wrong.add("said of the files: " + said(files));
      wrong.add("said of the paste: " + said(paste));
    }
    return wrong;
  }

  /** What viplint says of the services, against what they did. */
  private static List<String> differences(Report report, Truth truth) {
    List<String> wrong = new ArrayList<>();
    same(
        "lines lost",
        !truth.anyipLines("not-reached").isEmpty(),
        !of(report, "VL113").isEmpty(),
        wrong);
    same(
        "a line unread",
        !truth.anyipLines("unread").isEmpty(),
        !of(report, "VL111").isEmpty(),
        wrong);
    same(
        "route-tables fails",
        truth.routeTablesFailed(),
        shows(report, Condition.Kind.ROUTE_TABLE_REJECTED),
        wrong);
    if (!truth.routeTablesFailed()) {
      same(
          "a table has no default route",
          truth.all("default").size() < truth.all("table").size(),
          DEFAULT_RULES.stream()
              .flatMap(rule -> of(report, rule).stream())
              .anyMatch(finding -> finding.message().contains("default route")),
          wrong);
    }
    same(
        "a gateway is taken",
        !truth.all("gateway-taken").isEmpty(),
        !of(report, "VL105").isEmpty(),
        wrong);
    return wrong;
  }

  private static <T> void same(String what, T machine, T viplint, List<String> wrong) {
    if (!machine.equals(viplint)) {
      wrong.add(what + ": " + machine + " on the machine, " + viplint + " for viplint");
    }
  }

  private static Set<String> refused(Truth truth) {
    Set<String> addresses = new TreeSet<>();
    Matcher matcher = REFUSED.matcher(truth.paste());
    while (matcher.find()) {
      addresses.add(matcher.group(1) + ":443");
    }
    return addresses;
  }

  private static Set<String> subjects(Report report, String rule) {
    return of(report, rule).stream()
        .flatMap(finding -> finding.subjects().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The lines of findings that say that anyip-routes ends there. */
  private static Set<Integer> rejected(Report report) {
    return report.findings().stream()
        .map(Report.Entry::finding)
        .filter(
            finding ->
                finding.predicts().stream()
                    .anyMatch(one -> one.kind() == Condition.Kind.RANGE_REJECTED))
        .map(finding -> finding.span().place().startLine())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean shows(Report report, Condition.Kind kind) {
    return report.findings().stream()
        .flatMap(entry -> entry.finding().shows().stream())
        .anyMatch(condition -> condition.kind() == kind);
  }

  /** The lab with the first fix of each finding of the rule, where it is no mere advice. */
  private static Optional<LiveLab> mended(Report report, String rule, LiveLab lab) {
    LiveLab mended = lab;
    Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
    for (Finding finding : of(report, rule)) {
      Optional<Fix> first =
          finding.fixes().stream()
              .filter(fix -> fix.proven() || fix.safety() == Fix.Safety.SAFE)
              .findFirst();
      for (TextEdit edit : first.map(Fix::edits).orElse(List.of())) {
        String file = Path.of(edit.span().place().file()).getFileName().toString();
        edits.computeIfAbsent(file, key -> new ArrayList<>()).add(edit);
      }
      for (Fix fix : finding.fixes()) {
        for (String command : fix.commands()) {
          Matcher appended = APPENDED.matcher(command);
          if (appended.matches()) {
            mended =
                mended.with(LiveLab.ANYIP, mended.text(LiveLab.ANYIP) + appended.group(1) + "\n");
          }
        }
      }
    }
    for (Map.Entry<String, List<TextEdit>> file : edits.entrySet()) {
      mended =
          mended.with(
              file.getKey(),
              file.getValue().get(0).span().capture().edited(file.getValue()).text());
    }
    return mended == lab ? Optional.empty() : Optional.of(mended);
  }

  private Report lint(LiveLab lab) throws IOException {
    Path own = Files.createTempDirectory(folder, "files");
    lab.forViplint(own);
    return viplint.check(Inputs.ofPaths(List.of(own.toString())));
  }

  private Report lint(Truth truth) throws IOException {
    Path paste = Files.createTempFile(folder, "session", ".txt");
    Files.writeString(paste, truth.paste());
    return viplint.check(Inputs.ofPaths(List.of(paste.toString())));
  }

  private static List<Finding> of(Report report, String rule) {
    return report.findings().stream()
        .map(Report.Entry::finding)
        .filter(finding -> finding.rule().code().equals(rule))
        .toList();
  }

  private static List<Finding> loud(Report report) {
    return report.findings().stream()
        .map(Report.Entry::finding)
        .filter(finding -> finding.severity().atLeast(Severity.WARNING))
        .toList();
  }

  /** Each rule that spoke, and of what. */
  private static String said(Report report) {
    return loud(report).stream()
        .map(finding -> finding.rule().code() + " " + finding.subjects())
        .collect(Collectors.joining(", "));
  }

  private static String shown(Finding finding) {
    return finding.rule() + " at " + finding.span() + ": " + finding.message();
  }

  /** Judges every lab, some at a time; what is wrong with each, below its name. */
  private static List<String> disagreements(Map<String, Callable<List<String>>> labs)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Map<String, Future<List<String>>> running = new LinkedHashMap<>();
      labs.forEach((name, lab) -> running.put(name, threads.submit(lab)));
      List<String> wrong = new ArrayList<>();
      for (Map.Entry<String, Future<List<String>>> lab : running.entrySet()) {
        List<String> differences = lab.getValue().get();
        if (!differences.isEmpty()) {
          wrong.add("\n" + lab.getKey() + String.join("\n", differences) + "\n");
        }
      }
      return wrong;
    } finally {
      threads.shutdownNow();
    }
  }
}
