package io.github.viplint.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HaproxyCfgLexerTest {

  @Test
  void blanksAndCommentsStandBetweenWords() {
    assertThat(tokens("  bind :443\tx # VIP"))
        .containsExactly(
            "BLANK   ",
            "PLAIN bind",
            "BLANK  ",
            "PLAIN :443",
            "BLANK \t",
            "PLAIN x",
            "BLANK  ",
            "COMMENT # VIP");
    assertThat(tokens("a#b")).containsExactly("PLAIN a", "COMMENT #b");
    assertThat(tokens("a\u000Bb\fc"))
        .containsExactly("PLAIN a", "BLANK \u000B", "PLAIN b", "BLANK \f", "PLAIN c");
    assertThat(tokens("a\u00A0b")).containsExactly("PLAIN a\u00A0b");
  }

  @Test
  void quotesOpenAndCloseInsideAWord() {
    assertThat(tokens("a\"b c\"'d e'f"))
        .containsExactly(
            "PLAIN a",
            "WEAK_QUOTE \"",
            "PLAIN b c",
            "WEAK_QUOTE \"",
            "STRONG_QUOTE '",
            "PLAIN d e",
            "STRONG_QUOTE '",
            "PLAIN f");
    assertThat(tokens("'a#\\$\"'"))
        .containsExactly("STRONG_QUOTE '", "PLAIN a#\\$\"", "STRONG_QUOTE '");
    assertThat(tokens("\"it's\"")).containsExactly("WEAK_QUOTE \"", "PLAIN it's", "WEAK_QUOTE \"");
  }

  @Test
  void aBackslashEscapesWhatHaproxyKnowsAndIsOneElsewhere() {
    assertThat(tokens("\\ \\\\\\#\\'\\\"\\n\\x4a"))
        .containsExactly(
            "ESCAPE \\ ",
            "ESCAPE \\\\",
            "ESCAPE \\#",
            "ESCAPE \\'",
            "ESCAPE \\\"",
            "ESCAPE \\n",
            "ESCAPE \\x4a");
    assertThat(tokens("a\\.b\\$"))
        .containsExactly("PLAIN a", "PLAIN \\", "PLAIN .b", "PLAIN \\", "PLAIN $");
    assertThat(tokens("\"\\$\"")).containsExactly("WEAK_QUOTE \"", "ESCAPE \\$", "WEAK_QUOTE \"");
    assertThat(tokens("\\x4z")).containsExactly("BAD_HEX \\x4", "PLAIN z");
    assertThat(tokens("a \\")).containsExactly("PLAIN a", "BLANK  ", "PLAIN \\");
  }

  @Test
  void variablesAreKnownInWeakQuotesOnly() {
    assertThat(tokens("$HOME ${HOME}")).containsExactly("PLAIN $HOME", "BLANK  ", "PLAIN ${HOME}");
    assertThat(inWeakQuotes("$HOME/x")).containsExactly("VARIABLE $HOME", "PLAIN /x");
    assertThat(inWeakQuotes("${HOME}x")).containsExactly("VARIABLE ${HOME}", "PLAIN x");
    assertThat(inWeakQuotes("${A-b c}")).containsExactly("DEFAULTED ${A-b c}");
    assertThat(inWeakQuotes("${A-${B}}")).containsExactly("DEFAULTED ${A-${B}", "PLAIN }");
    assertThat(inWeakQuotes("${A[*]}")).containsExactly("EXPANDED ${A[*]}");
    assertThat(inWeakQuotes("${.LINE}$.FILE")).containsExactly("PSEUDO ${.LINE}", "PSEUDO $.FILE");
    assertThat(inWeakQuotes("${.LINES}$.1"))
        .containsExactly("BAD_NAME ${.LINES", "PLAIN }", "BAD_NAME $.1");
    assertThat(inWeakQuotes("${A:-b}")).containsExactly("BAD_BRACE ${A", "PLAIN :-b}");
    assertThat(inWeakQuotes("${A[1]}")).containsExactly("BAD_EXPANSION ${A[", "PLAIN 1]}");
    assertThat(inWeakQuotes("$1$")).containsExactly("BAD_NAME $", "PLAIN 1", "BAD_NAME $");
  }

  @Test
  void crNulAndLfEndTheLineEvenInQuotes() {
    assertThat(tokens("a\rb\nc")).containsExactly("PLAIN a", "UNSEEN \rb", "LF \n", "PLAIN c");
    assertThat(tokens("\"a\rb\"\nc"))
        .containsExactly("WEAK_QUOTE \"", "PLAIN a", "UNSEEN \rb\"", "LF \n", "PLAIN c");
    assertThat(tokens("'a\u0000b'\nc"))
        .containsExactly("STRONG_QUOTE '", "PLAIN a", "NUL \u0000b'", "LF \n", "PLAIN c");
    assertThat(tokens("'a\nb'"))
        .containsExactly("STRONG_QUOTE '", "PLAIN a", "LF \n", "PLAIN b", "STRONG_QUOTE '");
  }

  @Property
  void theTokensJoinedAreTheText(@ForAll("texts") String text) {
    LineLexer lexer = new LineLexer(TokenTables.haproxyCfg());
    lexer.line(text, 0, text.length());
    int at = 0;
    while (lexer.next()) {
      assertThat(lexer.start()).isEqualTo(at);
      assertThat(lexer.end()).isGreaterThan(at);
      at = lexer.end();
    }
    assertThat(at).isEqualTo(text.length());
  }

  @Property
  void aStretchHasTheTokensOfItsText(@ForAll("texts") String text, @ForAll("texts") String before) {
    LineLexer lexer = new LineLexer(TokenTables.haproxyCfg());
    String whole = before + text + before;
    lexer.line(whole, 0, before.length());
    lexer.next();
    lexer.line(whole, before.length(), before.length() + text.length());
    assertThat(rest(lexer, whole)).isEqualTo(tokens(text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings(),
        Arbitraries.strings().withChars("ab_.1 \t\"'\\#$\r\n\u0000{}[]*-x").ofMaxLength(16));
  }

  private static List<String> inWeakQuotes(String text) {
    List<String> all = tokens('"' + text + '"');
    return all.subList(1, all.size() - 1);
  }

  private static List<String> tokens(String text) {
    LineLexer lexer = new LineLexer(TokenTables.haproxyCfg());
    lexer.line(text, 0, text.length());
    return rest(lexer, text);
  }

  private static List<String> rest(LineLexer lexer, String text) {
    List<String> tokens = new ArrayList<>();
    while (lexer.next()) {
      tokens.add(
          HaproxyCfgLexer.VOCABULARY.getSymbolicName(lexer.type())
              + " "
              + text.substring(lexer.start(), lexer.end()));
    }
    return tokens;
  }
}
