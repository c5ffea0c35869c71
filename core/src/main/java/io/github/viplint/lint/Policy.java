package io.github.viplint.lint;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the user decided about rules and findings.
 *
 * @param off codes of the rules that are not to run
 * @param severities of the findings of a rule, by its code, whatever the rule says
 * @param suppressions of the configuration and the baseline
 * @param inlineIgnores whether comments in files count; only in files as they are, never in
 *     archives and pastes, which come from elsewhere
 * @param today what end dates are held against
 * @param looked what is looked at, base first: nothing is concluded about files outside
 */
public record Policy(
    Set<String> off,
    Map<String, Severity> severities,
    List<Suppression> suppressions,
    boolean inlineIgnores,
    LocalDate today,
    Looked looked) {
  /** Nothing decided; comments count. */
  public static final Policy NONE =
      new Policy(Set.of(), Map.of(), List.of(), true, LocalDate.EPOCH, Looked.NOWHERE);

  public Policy {
    off = Set.copyOf(off);
    severities = Map.copyOf(severities);
    suppressions = List.copyOf(suppressions);
  }

  /** The same with these rules off. */
  public Policy withOff(Set<String> codes) {
    return new Policy(codes, severities, suppressions, inlineIgnores, today, looked);
  }

  /** The finding, as severe as the user decided. */
  Finding judged(Finding finding) {
    Severity decided = severities.get(finding.rule().code());
    return decided == null ? finding : finding.withSeverity(decided);
  }

  /**
   * What a run looks at as a whole.
   *
   * @param base absolute; the names of inputs start from it
   * @param whole folders and files, absolute
   */
  public record Looked(Path base, List<Path> whole) {
    /** A run about whose inputs nothing is known. */
    public static final Looked NOWHERE = new Looked(Path.of("").toAbsolutePath(), List.of());

    public Looked {
      whole = List.copyOf(whole);
    }

    /** Whether the path is looked at, or would be if it were there. */
    public boolean holds(Path path) {
      return whole.stream().anyMatch(path::startsWith);
    }
  }
}
