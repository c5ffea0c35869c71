package io.github.viplint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.lint.Report;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule is registered once, tested, and has a page whose examples are true. */
class MetaTest {
  private static final List<String> HEADINGS =
      List.of(
          "## What it does",
          "## Why it matters",
          "## Example",
          "## Fix",
          "## Confirm with",
          "## References");
  private static final Pattern AREA = Pattern.compile("VL(\\d)\\d\\d");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```([^\\n`]*)\\n(.*?)^```[ \\t]*$");

  /** In the repository's folder, or beside it. */
  private static final List<Path> CATALOGUES =
      List.of(Path.of("../shared/RULES.md"), Path.of("../../shared/RULES.md"));

  /** A file that a page shows; {@code unterminated} takes its last newline away. */
  record Shown(String name, String text) {
    static List<Shown> in(String part) {
      List<Shown> shown = new ArrayList<>();
      Matcher fence = FENCE.matcher(part);
      while (fence.find()) {
        String[] info = fence.group(1).strip().split(" ");
        if (!info[0].isEmpty()) {
          boolean unterminated = info.length > 1 && info[1].equals("unterminated");
          String text = fence.group(2);
          shown.add(
              new Shown(
                  info[0].equals("paste") ? "paste-" + (shown.size() + 1) + ".txt" : info[0],
                  unterminated ? text.substring(0, text.length() - 1) : text));
        }
      }
      return shown;
    }
  }

  static List<Rule> rules() {
    return new BuiltInRules().rules();
  }

  private static Path catalogue() {
    return CATALOGUES.stream().filter(Files::exists).findFirst().orElse(CATALOGUES.get(0));
  }

  private static List<String> headings(String page) {
    // a # inside a fenced block is a comment of the file shown there
    return FENCE.matcher(page).replaceAll("").lines().filter(line -> line.startsWith("#")).toList();
  }

  static String part(Rule rule, String heading) {
    String page = rule.page();
    int start = page.indexOf("\n" + heading + "\n");
    int next = HEADINGS.indexOf(heading) + 1;
    int end =
        next < HEADINGS.size() ? page.indexOf("\n" + HEADINGS.get(next) + "\n") : page.length();
    return page.substring(start, end + 1 > page.length() ? page.length() : end + 1);
  }

  private static List<String> found(List<Shown> files) {
    LintedLab lab = LintedLab.of("");
    files.forEach(file -> lab.file(file.name(), file.text()));
    return lab.report().findings().stream()
        .map(Report.Entry::finding)
        .map(finding -> finding.rule().code())
        .toList();
  }

  @Test
  void codesAndNamesAreUniqueAndInOrder() {
    List<String> codes = rules().stream().map(rule -> rule.info().code()).toList();
    assertThat(codes).isSorted().doesNotHaveDuplicates().allMatch(code -> code.startsWith("VL"));
    Set<String> names = new HashSet<>();
    for (Rule rule : rules()) {
      assertThat(names.add(rule.info().name())).as(rule.info().name()).isTrue();
      rule.info().aliases().forEach(alias -> assertThat(names.add(alias)).as(alias).isTrue());
    }
  }

  @Test
  void theServiceGivesThem() {
    List<RulePack> packs =
        java.util.ServiceLoader.load(RulePack.class).stream()
            .map(java.util.ServiceLoader.Provider::get)
            .toList();
    assertThat(packs).hasSize(1).first().isInstanceOf(BuiltInRules.class);
  }

  @Test
  void anAreaIsAPackage() {
    Map<String, String> areas = new HashMap<>();
    for (Rule rule : rules()) {
      Matcher area = AREA.matcher(rule.info().code());
      assertThat(area.matches()).as(rule.info().code()).isTrue();
      String folder = rule.getClass().getPackageName();
      assertThat(areas.putIfAbsent(area.group(1), folder)).isIn(null, folder);
    }
    assertThat(new HashSet<>(areas.values())).hasSameSizeAs(areas.keySet());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasATestOfItsName(Rule rule) throws ClassNotFoundException {
    assertThat(Class.forName(rule.getClass().getName() + "Test")).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void summaryIsOneLineWithoutFullStop(Rule rule) {
    assertThat(rule.info().summary()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void pageHasTheFixedHeadings(Rule rule) {
    List<String> headings = new ArrayList<>();
    headings.add("# " + rule.info().code() + " " + rule.info().name());
    headings.addAll(HEADINGS);
    assertThat(headings(rule.page())).isEqualTo(headings);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void exampleGivesTheFinding(Rule rule) {
    List<Shown> example = Shown.in(part(rule, "## Example"));
    assertThat(example).as("files in the example of " + rule.info()).isNotEmpty();
    assertThat(found(example)).contains(rule.info().code());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void fixCuresIt(Rule rule) {
    List<Shown> fixed = Shown.in(part(rule, "## Fix"));
    assertThat(fixed).as("files in the fix of " + rule.info()).isNotEmpty();
    assertThat(found(fixed)).doesNotContain(rule.info().code());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isInTheCatalogue(Rule rule) throws IOException {
    Path catalogue = catalogue();
    assumeTrue(Files.exists(catalogue), "no catalogue of rules beside the repository");
    Pattern row =
        Pattern.compile(
            "\\b" + rule.info().code() + "\\*? (?:\\| )?" + rule.info().name() + "(?: |$)");
    try (Stream<String> lines = Files.lines(catalogue)) {
      assertThat(lines.anyMatch(line -> row.matcher(line).find()))
          .as(rule.info().toString())
          .isTrue();
    }
  }
}
