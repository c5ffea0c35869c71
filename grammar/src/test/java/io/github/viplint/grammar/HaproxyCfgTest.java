package io.github.viplint.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

class HaproxyCfgTest {

  @Test
  void blanksAndCommentsStandBetweenWords() {
    assertThat(words("  bind 10.0.0.1:443\tname x # VIP"))
        .containsExactly("bind", "10.0.0.1:443", "name", "x");
    assertThat(words("a#b")).containsExactly("a");
    assertThat(words("# only a comment")).isEmpty();
    assertThat(words("a\u000Bb\fc")).containsExactly("a", "b", "c");
    assertThat(words("a\u00A0b")).containsExactly("a\u00A0b");
  }

  @Test
  void quotesOpenAndCloseInsideAWord() {
    assertThat(words("a\"b c\"'d e'f g")).containsExactly("a\"b c\"'d e'f", "g");
    assertThat(words("\"\" 'a#b' \"it's\"")).containsExactly("\"\"", "'a#b'", "\"it's\"");
    assertThat(words("\"a\\\"b c\" d")).containsExactly("\"a\\\"b c\"", "d");
    assertThat(words("'a\\' b")).containsExactly("'a\\'", "b");
  }

  @Test
  void aBackslashKeepsABlankAHashOrAQuoteInTheWord() {
    assertThat(words("a\\ b c")).containsExactly("a\\ b", "c");
    assertThat(words("a\\#b")).containsExactly("a\\#b");
    assertThat(words("a\\\"b c")).containsExactly("a\\\"b", "c");
    assertThat(words("a\\\\ b")).containsExactly("a\\\\", "b");
  }

  @Test
  void aBackslashBeforeATabOrTheEndIsAnOrdinaryCharacter() {
    assertThat(words("a\\\tb")).containsExactly("a\\", "b");
    assertThat(words("a \\")).containsExactly("a", "\\");
    assertThat(words("a\\\rb")).containsExactly("a\\");
  }

  @Test
  void crAndNulEndTheLineEvenInQuotes() {
    assertThat(words("a\rb")).containsExactly("a");
    assertThat(types("a\u0000b")).containsExactly("WORD", "NUL");
    assertThat(types("\"a\rb\"")).containsExactly("UNCLOSED", "END");
  }

  @Test
  void aQuoteThatNothingClosesTakesTheRestOfTheLine() {
    assertThat(types("stats realm \"a b # c"))
        .containsExactly("WORD", "BLANK", "WORD", "BLANK", "UNCLOSED");
    assertThat(types("a\"b\"'c")).containsExactly("UNCLOSED");
    assertThat(types("\\\"abc\" \"d\"")).containsExactly("UNCLOSED");
    assertThat(types("\"abc\\")).containsExactly("UNCLOSED");
    assertThat(types("\"abc\\\" d\"")).containsExactly("COOKED");
  }

  @Test
  void aWordSaysWhetherItMeansWhatItSays() {
    assertThat(types("$1$salt$hash")).containsExactly("WORD");
    assertThat(types("\"$1\"")).containsExactly("COOKED");
    assertThat(types("a\\.b")).containsExactly("COOKED");
  }

  @Property
  void theTokensJoinedAreTheLine(@ForAll("lines") String line) {
    String joined = tokens(line).stream().map(Token::getText).collect(Collectors.joining());
    assertThat(joined).isEqualTo(line);
  }

  @Property
  void everyTextIsALine(@ForAll("lines") String line) {
    LineParser<HaproxyCfgParser, HaproxyCfgParser.LineContext> parser =
        new LineParser<>(new HaproxyCfgLexer(null), HaproxyCfgParser::new, HaproxyCfgParser::line);
    assertThat(parser.parse(line).valid()).isTrue();
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.oneOf(
        Arbitraries.strings(), Arbitraries.strings().withChars("ab \t\"'\\#$\r{}").ofMaxLength(12));
  }

  private static List<String> words(String line) {
    return tokens(line).stream()
        .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
        .map(Token::getText)
        .toList();
  }

  private static List<String> types(String line) {
    return tokens(line).stream()
        .map(token -> HaproxyCfgLexer.VOCABULARY.getSymbolicName(token.getType()))
        .toList();
  }

  private static List<? extends Token> tokens(String line) {
    return new HaproxyCfgLexer(CharStreams.fromString(line)).getAllTokens();
  }
}
