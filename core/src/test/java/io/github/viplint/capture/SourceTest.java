package io.github.viplint.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SourceTest {
  @Test
  void countsLinesAndColumnsFromOne() {
    Source source = source("one\r\ntwo\nthree");

    assertThat(source.lineCount()).isEqualTo(3);
    assertThat(source.lineOf(0)).isEqualTo(1);
    assertThat(source.lineOf(5)).isEqualTo(2);
    assertThat(source.columnOf(6)).isEqualTo(2);
    assertThat(source.shownLine(1)).isEqualTo("one");
    assertThat(source.shownLine(2)).isEqualTo("two");
    assertThat(source.shownLine(3)).isEqualTo("three");
  }

  @Test
  void aLastNewlineBeginsNoLine() {
    assertThat(source("").lineCount()).isZero();
    assertThat(source("one\n").lineCount()).isEqualTo(1);
    assertThat(source("one\n\n").lineCount()).isEqualTo(2);
  }

  @Test
  void showsNothingThatItsMaskHides() {
    Source source =
        new Source(
            "f",
            "user wcp password s3cret\n",
            StandardCharsets.UTF_8,
            "",
            (text, start, end) -> text.substring(start, end).replace("s3cret", "****"));

    assertThat(source.shownLine(1)).isEqualTo("user wcp password ****");
    assertThat(source.text()).contains("s3cret");
  }

  @Property
  void everyOffsetHasALineAndColumnThatLeadBackToIt(
      @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') String letters,
      @ForAll @StringLength(max = 5) String rest) {
    Source source = source(letters.replace('c', '\n') + rest);
    for (int offset = 0; offset < source.text().length(); offset++) {
      int line = source.lineOf(offset);
      assertThat(source.lineStart(line) + source.columnOf(offset) - 1).isEqualTo(offset);
      assertThat(line).isBetween(1, source.lineCount());
    }
  }

  static Source source(String text) {
    return new Source("f", text, StandardCharsets.UTF_8, "", Mask.NONE);
  }
}
