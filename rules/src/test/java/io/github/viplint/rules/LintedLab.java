package io.github.viplint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.Viplint;
import io.github.viplint.capture.Inputs;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * A lab to lint, its expected findings written into its files. Everything from {@code <<<} on a
 * line is the expectation, and is cut off with the one blank before it:
 *
 * <pre>{@code
 * LintedLab.of("VL101")
 *     .file("etc/vmware/anyip-routes.cfg", """
 *         10.20.30.17/28 <<< error: host bits
 *         10.20.30.64/26
 *         """)
 *     .holds();
 * }</pre>
 *
 * <p>An expectation is {@code SEVERITY[/CONFIDENCE]: PART OF THE MESSAGE}; several on one line are
 * parted by a further {@code <<<}. The rule must report exactly these, each on its line. Files are
 * named by their path in the lab's folder; a name like {@code paste-1.txt} makes it a paste.
 */
public final class LintedLab {
  private static final String MARK = "<<<";

  private final String code;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<Expectation> expectations = new ArrayList<>();
  private Options options = Options.DEFAULT;

  private record Expectation(String file, int line, String text) {
    boolean fits(Finding finding) {
      int colon = text.indexOf(':');
      String head = colon < 0 ? text : text.substring(0, colon).strip();
      String part = colon < 0 ? "" : text.substring(colon + 1).strip();
      String severity = finding.severity().id();
      return finding.span().place().startLine() == line
          && finding.span().place().file().endsWith(file)
          && (head.equals(severity) || head.equals(severity + "/" + finding.confidence().id()))
          && finding.message().contains(part);
    }
  }

  private LintedLab(String code) {
    this.code = code;
  }

  /** A lab in which only the findings of this rule count. */
  public static LintedLab of(String code) {
    return new LintedLab(code);
  }

  public LintedLab options(Options value) {
    this.options = value;
    return this;
  }

  /** Adds a file, expectations and all. */
  public LintedLab file(String name, String marked) {
    StringBuilder text = new StringBuilder();
    int number = 0;
    for (String line : marked.split("(?<=\n)", -1)) {
      number++;
      int mark = line.indexOf(MARK);
      if (mark < 0) {
        text.append(line);
        continue;
      }
      boolean terminated = line.endsWith("\n");
      for (String expected : line.substring(mark + MARK.length()).split(MARK)) {
        expectations.add(new Expectation(name, number, expected.strip()));
      }
      int end = mark > 0 && line.charAt(mark - 1) == ' ' ? mark - 1 : mark;
      text.append(line, 0, end).append(terminated ? "\n" : "");
    }
    files.put(name, text.toString());
    return this;
  }

  /** Lints and compares; gives the rule's findings for further questions. */
  public List<Finding> holds() {
    List<Finding> findings =
        report().findings().stream()
            .map(Report.Entry::finding)
            .filter(finding -> finding.rule().code().equals(code))
            .toList();
    List<Finding> unexpected = new ArrayList<>(findings);
    List<Expectation> missing = new ArrayList<>();
    for (Expectation expectation : expectations) {
      Stream<Finding> fitting = unexpected.stream().filter(expectation::fits);
      fitting.findFirst().ifPresentOrElse(unexpected::remove, () -> missing.add(expectation));
    }
    assertThat(missing).as("expected and not found; found: %s", describe(findings)).isEmpty();
    assertThat(describe(unexpected)).as("found and not expected").isEmpty();
    return findings;
  }

  private static List<String> describe(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                finding.span().place()
                    + " "
                    + finding.severity().id()
                    + "/"
                    + finding.confidence().id()
                    + ": "
                    + finding.message())
        .toList();
  }

  /** The whole report of the lab. */
  public Report report() {
    Report report = asked(Viplint::check);
    assertThat(report.ruleErrors()).isEmpty();
    return report;
  }

  /** Asks viplint something about the lab's files. */
  public <T> T asked(BiFunction<Viplint, Inputs, T> question) {
    try {
      Path folder = Files.createTempDirectory("lab");
      try {
        for (Map.Entry<String, String> file : files.entrySet()) {
          Path path = folder.resolve(file.getKey());
          Files.createDirectories(path.getParent());
          Files.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        return question.apply(
            Viplint.standard(options), Inputs.ofPaths(List.of(folder.toString())));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException e)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
