package io.github.viplint.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.junit.jupiter.api.Test;

class AnyipRoutesTest {

  @Test
  void aCidrIsOneWord() {
    assertThat(words("10.10.18.16/28")).containsExactly("10.10.18.16/28");
  }

  @Test
  void aCommentIsNoWord() {
    assertThat(words("  10.10.18.16/28 \t# VIPs")).containsExactly("10.10.18.16/28");
    assertThat(words("# only a comment")).isEmpty();
    assertThat(words("")).isEmpty();
  }

  @Test
  void wordsAreCountedNotJudged() {
    assertThat(words("10.10.18.16 /28")).containsExactly("10.10.18.16", "/28");
  }

  @Property
  void everyTextIsALine(@ForAll String text) {
    AnyipRoutesParser parser = parser(text);
    parser.line();
    assertThat(parser.getNumberOfSyntaxErrors()).isZero();
  }

  private static List<String> words(String text) {
    return parser(text).line().WORD().stream().map(TerminalNode::getText).toList();
  }

  private static AnyipRoutesParser parser(String text) {
    AnyipRoutesLexer lexer = new AnyipRoutesLexer(CharStreams.fromString(text));
    return new AnyipRoutesParser(new CommonTokenStream(lexer));
  }
}
