package io.github.viplint.rules.haproxy.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.rules.haproxy.agreement.Corpus.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every hand-made case of the corpus has a verdict: as haproxy's, better than haproxy's, or
 * knowingly not judged, with the reason. {@code not-judged.tsv} holds the reasons; a reason that no
 * longer holds fails as well as one that is missing.
 */
class SemanticTableTest {
  private enum Outcome {
    AS_HAPROXY,
    /** haproxy takes it without a word, and viplint says what is wrong. */
    BETTER,
    /** haproxy lacks something on the machine that no file shows. */
    ENVIRONMENT,
    DISAGREES
  }

  @Test
  void everyCaseHasAVerdict() throws IOException {
    assumeTrue(Files.isDirectory(Corpus.FOLDER), "no ../shared/corpus/haproxy");
    Map<String, String> reasons = Reasons.in("not-judged.tsv");
    Map<String, List<Case>> cases =
        Corpus.semantic().stream()
            .collect(Collectors.groupingBy(Case::name, TreeMap::new, Collectors.toList()));
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Map.Entry<String, List<Case>> entry : cases.entrySet()) {
      String name = entry.getKey();
      Outcome outcome = outcome(entry.getValue());
      Optional<String> reason = Optional.ofNullable(reasons.remove(name));
      boolean judged = outcome != Outcome.DISAGREES;
      String verdict =
          reason.isPresent()
              ? "not judged: " + reason.get()
              : switch (outcome) {
                case BETTER -> "better than haproxy's";
                case ENVIRONMENT -> "not judged: what the machine has decides";
                case AS_HAPROXY, DISAGREES -> "as haproxy's";
              };
      System.out.printf("%-52s %s%n", name, verdict);
      counts.merge(verdict.replaceFirst(":.*", ""), 1, Integer::sum);
      if (!judged && reason.isEmpty()) {
        wrong.add(name + ": differs from haproxy, and no reason is given");
      } else if (outcome == Outcome.BETTER && reason.isPresent()) {
        wrong.add(name + ": is judged, so its reason is out of date: " + reason.get());
      }
    }
    System.out.println(counts);
    reasons.keySet().forEach(name -> wrong.add(name + ": there is no such case"));
    assertThat(wrong).isEmpty();
  }

  private static Outcome outcome(List<Case> versions) {
    boolean better = false;
    if (versions.stream().allMatch(one -> one.verdict().kind() == Verdict.Kind.ENVIRONMENT)) {
      return Outcome.ENVIRONMENT;
    }
    for (Case one : versions) {
      Judged judged = Judged.of(one.file(), one.version());
      boolean agrees =
          switch (one.verdict().kind()) {
            case ACCEPTED -> judged.silent();
            case REJECTED -> judged.rejectsLike(one.verdict());
            case ENVIRONMENT, NO_LISTENER -> true;
          };
      if (!agrees) {
        return Outcome.DISAGREES;
      }
      better |=
          one.verdict().kind() == Verdict.Kind.ACCEPTED
              && !one.verdict().warned()
              && !judged.all().isEmpty();
    }
    return better ? Outcome.BETTER : Outcome.AS_HAPROXY;
  }
}
