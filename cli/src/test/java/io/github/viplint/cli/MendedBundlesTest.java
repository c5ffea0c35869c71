package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.viplint.Viplint;
import io.github.viplint.capture.Inputs;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.FixPlan;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import io.github.viplint.lint.Severity;
import io.github.viplint.report.UnifiedDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Fixes of whole labs: none is needed twice, and no error is left that an edit cures. */
class MendedBundlesTest {
  private static final Path BUNDLES = Path.of("../testdata/bundles");
  private static final long SEED = 20261121;

  /** Ranges, binds, tables and haproxy.cfg: what stands in files. */
  private static final Pattern AREAS_OF_FILES = Pattern.compile("VL[1235]..");

  /** What logs and clients told before. */
  private static final Set<String> SYMPTOMS = Set.of("VL203", "VL205");

  private final Viplint viplint = Viplint.standard(Options.DEFAULT);

  @TempDir private Path folder;

  static List<Path> bundles() throws IOException {
    try (Stream<Path> folders = Files.list(BUNDLES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Its files, without what a test expects of them. */
  static Inputs inputs(Path bundle) throws IOException {
    try (Stream<Path> files = Files.walk(bundle)) {
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().equals("expected.yaml"))
              .map(file -> bundle.relativize(file).toString())
              .sorted()
              .toList();
      return bundle.endsWith("two-labs")
          ? Inputs.below(bundle, List.of("blue", "green"))
          : Inputs.below(bundle, names);
    }
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> twiceIsOnceInEveryBundle() throws IOException {
    return bundles().stream()
        .map(
            bundle ->
                dynamicTest(
                    bundle.getFileName().toString(),
                    () -> {
                      Path copy = copy(bundle);
                      twiceIsOnce(copy, inputs(copy));
                    }));
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> twiceIsOnceInBrokenLabs() {
    Random random = new Random(SEED);
    return Mistake.ALL.stream()
        .filter(Mistake::inFiles)
        .map(
            mistake -> {
              LiveLab lab = mistake.in(LiveLab.healthy(random), random);
              return dynamicTest(
                  mistake.toString(),
                  () -> {
                    Path own = Files.createTempDirectory(folder, "lab");
                    lab.forViplint(own);
                    twiceIsOnce(own, Inputs.below(own, List.of("etc")));
                  });
            });
  }

  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> twiceIsOnceInLabsWithSeveralMistakes() {
    List<Mistake> all = Mistake.ALL.stream().filter(Mistake::inFiles).toList();
    return IntStream.range(0, 20)
        .mapToObj(
            i ->
                dynamicTest(
                    "seed " + (SEED + i),
                    () -> {
                      Random random = new Random(SEED + i);
                      LiveLab lab = LiveLab.healthy(random);
                      for (int count = 2 + random.nextInt(3); count > 0; count--) {
                        Mistake mistake = all.get(random.nextInt(all.size()));
                        lab = lab(mistake, lab, random);
                      }
                      Path own = Files.createTempDirectory(folder, "lab");
                      lab.forViplint(own);
                      twiceIsOnce(own, Inputs.below(own, List.of("etc")));
                    }));
  }

  /** With one more mistake, where an earlier one left the line to make it in. */
  private static LiveLab lab(Mistake mistake, LiveLab lab, Random random) {
    try {
      return mistake.in(lab, random);
    } catch (IllegalArgumentException | NoSuchElementException e) {
      return lab;
    }
  }

  private void twiceIsOnce(Path root, Inputs inputs) throws IOException {
    Map<String, String> before = contents(root);
    for (Fix.Safety most : List.of(Fix.Safety.SAFE, Fix.Safety.UNSAFE)) {
      FixPlan plan = viplint.plan(inputs, most);
      assertThat(plan.complete()).isTrue();
      assertThat(contents(root)).as("a plan writes nothing").isEqualTo(before);
      assertThat(plan.steps()).allMatch(step -> step.fix().safety().compareTo(most) <= 0);
      assertThat(Viplint.write(plan)).allMatch(written -> written.refused().isEmpty());
      Map<String, String> once = contents(root);

      FixPlan again = viplint.plan(inputs, most);

      assertThat(again.steps()).as("a plan for what a plan left").isEmpty();
      assertThat(again.changes()).isEmpty();
      assertThat(contents(root)).isEqualTo(once);
      before = once;
    }
  }

  /** The diff says the same to git as {@code --write} does to the file. */
  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> gitAppliesTheDiff() throws IOException {
    return bundles().stream()
        .map(
            bundle ->
                dynamicTest(
                    bundle.getFileName().toString(),
                    () -> {
                      Path written = copy(bundle);
                      Path applied = copy(bundle);
                      FixPlan plan = viplint.plan(inputs(applied), Fix.Safety.UNSAFE);
                      List<List<String>> diffs =
                          plan.changes().stream()
                              .map(change -> new UnifiedDiff(change).rows())
                              .toList();
                      for (int i = 0; i < diffs.size(); i++) {
                        if (new UnifiedDiff(plan.changes().get(i)).isMasked(diffs.get(i))) {
                          assertThat(bundle).as("holds no secret").hasFileName("secrets");
                          return; // a diff that hides a secret can't be applied
                        }
                      }
                      String diff =
                          diffs.stream()
                              .flatMap(List::stream)
                              .map(row -> row + "\n")
                              .collect(Collectors.joining());
                      Viplint.write(viplint.plan(inputs(written), Fix.Safety.UNSAFE));
                      if (!diff.isEmpty()) {
                        git(applied, diff + "\n1 fix, proven:\n  and what is said below it\n");
                      }
                      assertThat(contents(applied)).isEqualTo(contents(written));
                    }));
  }

  private void git(Path where, String diff) throws IOException, InterruptedException {
    Path patch = Files.writeString(Files.createTempFile(folder, "plan", ".diff"), diff);
    Path said = Files.createTempFile(folder, "git", ".txt");
    Process git;
    try {
      git =
          new ProcessBuilder("git", "apply", "--verbose", patch.toString())
              .directory(where.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
    } catch (IOException e) {
      assumeTrue("true".equals(System.getenv("VIPLINT_CI")), "git is not installed");
      throw e;
    }
    assertThat(git.waitFor()).as(Files.readString(said)).isZero();
  }

  /** Captures of any kind: a person can do as the fixes of a paste say. */
  @TestFactory
  @Execution(ExecutionMode.CONCURRENT)
  Stream<DynamicTest> noErrorIsLeftThatAnEditCures() throws IOException {
    return bundles().stream()
        .map(
            bundle ->
                dynamicTest(
                    bundle.getFileName().toString(),
                    () -> {
                      FixPlan plan = viplint.rehearse(inputs(bundle), Fix.Safety.UNSAFE);
                      assertThat(withEdits(plan.after())).isEmpty();
                    }));
  }

  /** Errors that an edit could cure, and for which none was kept. */
  private static List<String> withEdits(Report report) {
    List<String> left = new ArrayList<>();
    for (Report.Entry entry : report.findings()) {
      Finding finding = entry.finding();
      if (finding.severity() == Severity.ERROR
          && AREAS_OF_FILES.matcher(finding.rule().code()).matches()
          && !SYMPTOMS.contains(finding.rule().code())) {
        left.add(finding.rule() + " at " + finding.span() + ": " + finding.message());
      }
    }
    return left;
  }

  private Path copy(Path bundle) throws IOException {
    Path copy = Files.createTempDirectory(folder, "bundle").resolve(bundle.getFileName());
    try (Stream<Path> files = Files.walk(bundle)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(bundle.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    return copy;
  }

  private static Map<String, String> contents(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
