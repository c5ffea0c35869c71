package io.github.viplint.rules.log;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LogHit;
import io.github.viplint.lint.Occurrences;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What rules share that report messages by what their signatures say of them: one finding for each
 * signature and subject.
 *
 * @param message what to say of the first of them
 * @param subject what a message is about; the same is one finding
 * @param more adds to the finding of these hits
 */
public record Messages(
    Function<LogHit, String> message,
    Function<LogHit, String> subject,
    BiConsumer<Finding.Builder, List<LogHit>> more) {

  private record Key(String signature, String subject) {}

  /** By what the signatures say alone. */
  public static Messages asTold() {
    return new Messages(hit -> hit.sighting().meaning(), hit -> "", (finding, hits) -> {});
  }

  public void report(HostView host, List<LogHit> hits, Findings findings) {
    Repeats.by(hits, hit -> Optional.of(new Key(hit.sighting().signature(), subject.apply(hit))))
        .forEach((key, same) -> report(host, key, same, findings));
  }

  private void report(HostView host, Key key, List<LogHit> hits, Findings findings) {
    LogHit first = hits.get(0);
    Finding.Builder finding =
        findings
            .at(host, first.span(), message.apply(first))
            .help(first.sighting().fix())
            .occurrences(Occurrences.of(hits));
    if (!key.subject().isEmpty()) {
      finding.subject(key.subject());
    }
    more.accept(finding, hits);
    finding.report();
  }
}
