package io.github.viplint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Few samples tell any two things apart. */
class SamplesTest {
  @Property(tries = 50)
  void anyTwoAreToldApartBothWays(@ForAll @IntRange(min = 2, max = 300) int things) {
    List<List<Integer>> samples = Samples.of(IntStream.range(0, things).boxed().toList());

    assertThat(samples).hasSize(Samples.count(things));
    Set<List<Integer>> apart = new HashSet<>();
    for (List<Integer> sample : samples) {
      Set<Integer> with = new HashSet<>(sample);
      for (int one : sample) {
        IntStream.range(0, things)
            .filter(other -> !with.contains(other))
            .forEach(other -> apart.add(List.of(one, other)));
      }
    }
    assertThat(apart).hasSize(things * (things - 1));
  }

  @Test
  void aDozenDoesForNineHundred() {
    assertThat(Samples.count(2)).isEqualTo(2);
    assertThat(Samples.count(6)).isEqualTo(4);
    assertThat(Samples.count(7)).isEqualTo(5);
    assertThat(Samples.count(924)).isEqualTo(12);
  }
}
