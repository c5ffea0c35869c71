package io.github.viplint.rules.haproxy.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.rules.haproxy.agreement.Corpus.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Of each file of the corpus, by each version that judged it: what haproxy accepts gives no error
 * and no input problem, and what it rejects for what the file says is rejected on the same line.
 * {@code missed-lines.tsv} says why one is not; a reason that no file needs is a fault of it.
 */
class CorpusAgreementTest {
  /** Of the files that haproxy rejects for what they say. */
  private static final double REJECTED_TOO = 0.95;

  private static final String SHORTENED =
      "its stats socket lost the path that haproxy was shown: as it is, haproxy refuses it";

  /** Where haproxy's verdict of the corpus is not the last word, and why. */
  private static final Map<String, String> ON_PURPOSE =
      Map.of(
          "lexical/struct-empty-file 3.5", "an empty file is no capture",
          "semantic/bind-nonlocal-vsphere 2.2", SHORTENED,
          "semantic/bind-nonlocal-vsphere 2.6", SHORTENED,
          "semantic/bind-nonlocal-vsphere-lowmaxconn 2.2", SHORTENED,
          "semantic/bind-nonlocal-vsphere-lowmaxconn 2.6", SHORTENED);

  private record Compared(Case subject, Judged judged) {
    @Override
    public String toString() {
      return "  %s%n      haproxy: %s%n      viplint: %s".formatted(subject, haproxy(), judged);
    }

    private String haproxy() {
      Verdict verdict = subject.verdict();
      String line = verdict.line().isPresent() ? "line " + verdict.line().getAsInt() + ": " : "";
      return verdict.kind() == Verdict.Kind.ACCEPTED ? "accepts it" : line + verdict.message();
    }
  }

  private static final List<Compared> COMPARED = new ArrayList<>();

  @BeforeAll
  static void judge() {
    assumeTrue(Files.isDirectory(Corpus.FOLDER), "no ../shared/corpus/haproxy");
    for (Case subject : Corpus.all()) {
      COMPARED.add(new Compared(subject, Judged.of(subject.file(), subject.version())));
    }
  }

  @Test
  void whatHaproxyAcceptsGivesNoError() {
    List<Compared> accepted = of(Verdict.Kind.ACCEPTED);
    List<Compared> falseAlarms =
        accepted.stream()
            .filter(one -> !one.judged().silent())
            .filter(one -> !ON_PURPOSE.containsKey(one.subject().toString()))
            .toList();
    System.out.printf(
        "haproxy accepts, viplint says no error: %d of %d (on purpose: %s)%n",
        accepted.size() - falseAlarms.size(), accepted.size(), ON_PURPOSE);
    print(falseAlarms);
    assertThat(accepted).hasSizeGreaterThan(500);
    assertThat(falseAlarms).isEmpty();
  }

  @Test
  void whatHaproxyRejectsIsRejectedOnTheSameLine() throws IOException {
    List<Compared> rejected = of(Verdict.Kind.REJECTED);
    List<Compared> missed =
        rejected.stream()
            .filter(one -> !one.judged().rejectsLike(one.subject().verdict()))
            .toList();
    System.out.printf(
        "haproxy rejects for what the file says, viplint rejects on the same line: %d of %d%n",
        rejected.size() - missed.size(), rejected.size());
    Map<String, int[]> counts = new TreeMap<>();
    for (Compared one : rejected) {
      int[] count =
          counts.computeIfAbsent(
              one.subject().folder() + " " + one.subject().version(), key -> new int[2]);
      count[0] += missed.contains(one) ? 0 : 1;
      count[1]++;
    }
    counts.forEach((key, count) -> System.out.printf("  %s: %d of %d%n", key, count[0], count[1]));
    Map<String, String> reasons = Reasons.in("missed-lines.tsv");
    for (Compared one : missed) {
      System.out.printf("%s%n      reason: %s%n", one, reasons.get(one.subject().path()));
    }
    assertThat(missed.stream().map(one -> one.subject().path()).collect(Collectors.toSet()))
        .isEqualTo(reasons.keySet());
    assertThat(rejected.size() - missed.size())
        .isGreaterThanOrEqualTo((int) Math.ceil(REJECTED_TOO * rejected.size()));
  }

  private static List<Compared> of(Verdict.Kind kind) {
    return COMPARED.stream().filter(one -> one.subject().verdict().kind() == kind).toList();
  }

  private static void print(List<Compared> compared) {
    compared.forEach(System.out::println);
  }
}
