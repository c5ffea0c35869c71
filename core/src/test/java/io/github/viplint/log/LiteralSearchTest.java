package io.github.viplint.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class LiteralSearchTest {

  @Property
  void findsWhatComparingEverywhereFinds(
      @ForAll @Size(max = 6)
          List<@StringLength(min = 2, max = 6) @CharRange(from = 'a', to = 'c') String> literals,
      @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') String text,
      @ForAll @IntRange(max = 5) int from) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int start = Math.min(from, bytes.length);
    int first =
        literals.stream()
            .mapToInt(literal -> text.indexOf(literal, start))
            .filter(at -> at >= 0)
            .min()
            .orElse(-1);
    assertThat(new LiteralSearch(literals).find(bytes, start, bytes.length)).isEqualTo(first);
  }

  @Example
  void looksNoFurtherThanItIsTold() {
    byte[] bytes = "no route to host".getBytes(StandardCharsets.UTF_8);
    LiteralSearch search = new LiteralSearch(List.of("route to host", "route"));
    assertThat(search.find(bytes, 0, bytes.length)).isEqualTo(3);
    assertThat(search.find(bytes, 0, 8)).isEqualTo(3); // "route" ends there
    assertThat(search.find(bytes, 0, 7)).isEqualTo(-1);
    assertThat(search.find(bytes, 4, bytes.length)).isEqualTo(-1);
  }

  @Example
  void aLiteralOfOneByteIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new LiteralSearch(List.of("ab", "a")));
  }
}
