package io.github.viplint.config;

import io.github.viplint.lint.Policy;
import io.github.viplint.lint.Severity;
import io.github.viplint.lint.Suppression;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The decisions of a configuration, held against the rules that there are.
 *
 * @param off codes of the rules that are not to run
 * @param severities by code
 * @param reports the files to write, by format, in the order written
 */
public record Settings(
    Set<String> off,
    Map<String, Severity> severities,
    List<Suppression> suppressions,
    Map<String, Path> reports) {

  /**
   * The policy of a run.
   *
   * @param known what a baseline suppresses
   * @param looked what the run looks at
   */
  public Policy policy(
      List<Suppression> known, boolean inlineIgnores, LocalDate today, Policy.Looked looked) {
    List<Suppression> all = new ArrayList<>(suppressions);
    all.addAll(known);
    return new Policy(off, severities, all, inlineIgnores, today, looked);
  }
}
