package io.github.viplint.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One check over a lab. Rules have no state, know nothing of each other, and may run on several
 * threads at once.
 *
 * <p>A rule's page is the resource {@code CODE.md} beside its class.
 */
public interface Rule {
  RuleInfo info();

  /** What it must have before it can say anything, asked of each host. */
  Needs needs();

  /**
   * Looks at the hosts that have what the rule needs ({@code lab.hosts(needs())}) and reports what
   * it finds. It is asked where there is such a host, or a plan that it judges.
   *
   * @throws RuntimeException never on purpose: a rule that throws is reported as a broken rule, and
   *     the others go on
   */
  void check(LabView lab, Findings findings);

  /**
   * The rule's page in Markdown.
   *
   * @throws IllegalStateException when the rule has none
   */
  default String page() {
    String name = info().code() + ".md";
    try (InputStream page = getClass().getResourceAsStream(name)) {
      if (page == null) {
        throw new IllegalStateException("no page " + name);
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
