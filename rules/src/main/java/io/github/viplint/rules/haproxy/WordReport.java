package io.github.viplint.rules.haproxy;

import io.github.viplint.capture.Span;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.HaproxyVerdict;
import io.github.viplint.model.haproxy.Section;
import java.util.Optional;

/**
 * How sure a fault of haproxy.cfg is. In a paste a wrapped or lost line may look like one, and a
 * captured {@code haproxy -c} that calls the file valid knows better.
 */
final class WordReport {
  private WordReport() {}

  /** Begins the finding; a caller adds its help and fixes. */
  static Finding.Builder at(
      HostView host, Section section, Span span, String message, Findings findings) {
    Finding.Builder finding =
        findings
            .at(host, span, message)
            .subject((section.kind() + " " + section.name()).strip())
            .confirm(ConfigFix.CHECK);
    if (!span.capture().isExact()) {
      finding.severity(Severity.WARNING).confidence(Confidence.LOW);
    }
    Optional<HaproxyVerdict> valid = host.fact(HaproxyVerdict.class).filter(HaproxyVerdict::valid);
    valid.ifPresent(
        verdict ->
            finding
                .severity(Severity.WARNING)
                .confidence(Confidence.LOW)
                .contradictedBy(verdict.span(), "haproxy -c calls the file valid as it is"));
    return finding;
  }
}
