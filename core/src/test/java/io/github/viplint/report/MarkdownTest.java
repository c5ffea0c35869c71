package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void textMarksNothingUp() {
    assertThat(Markdown.text("*a* _b_ [c](d) <b>&amp; @all #12\n# e"))
        .isEqualTo("\\*a\\* \\_b\\_ \\[c\\](d) &lt;b&gt;&amp;amp; &#64;all \\#12␊\\# e");
  }

  @Test
  void codeEndsWhereItShould() {
    assertThat(Markdown.code("a")).isEqualTo("`a`");
    assertThat(Markdown.code("a`b")).isEqualTo("``a`b``");
    assertThat(Markdown.code("`")).isEqualTo("`` ` ``");
  }

  @Test
  void aBlockIsFencedLongerThanWhatItQuotes() {
    assertThat(Markdown.block("text", List.of("```", "x"))).isEqualTo("````text\n```\nx\n````\n\n");
  }
}
