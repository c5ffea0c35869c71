package io.github.viplint.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Lexer;
import org.junit.jupiter.api.Test;

/** A lexer that sees one character for many finds the same tokens. */
class AlphabetTest {
  private static final List<Function<CharStream, Lexer>> LEXERS =
      List.of(
          CidrLinesLexer::new,
          CommandLineLexer::new,
          HaproxyCheckLexer::new,
          HaproxyMessageLexer::new,
          IfconfigLexer::new,
          IpAddrLexer::new,
          IpRouteLexer::new,
          IpRuleLexer::new,
          JournalRecordLexer::new,
          ListUnitsLexer::new,
          LogrusRecordLexer::new,
          NetworkFileLexer::new,
          PemLexer::new,
          PingLexer::new,
          ResolvConfLexer::new,
          RouteNLexer::new,
          RouteTablesLexer::new,
          RtTablesLexer::new,
          SocketListingLexer::new,
          SysctlLexer::new,
          SystemctlStatusLexer::new,
          WcpsvcRecordLexer::new);

  @Property(tries = 300)
  void theTokensAreTheSame(@ForAll("texts") String text) {
    for (Function<CharStream, Lexer> lexer : LEXERS) {
      Alphabet alphabet = Alphabet.of(lexer.apply(null));
      assertThat(tokens(lexer.apply(new TextStream(alphabet, text, 0, text.length()))))
          .isEqualTo(tokens(lexer.apply(CharStreams.fromString(text))));
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "10.2.0.1/24",
                "\u25cf haproxy.service - HAProxy",
                "   Active: failed (Result: exit-code) since Tue 2021-03-02 09:14:31 UTC; 12min ago",
                "Mar 02 09:14:31 lb1 systemd[1]: ",
                "time=\"2021-03-02T09:14:31Z\" level=error msg=\"no \\\"route\\\"\"",
                "2: eth0: <BROADCAST,UP> mtu 1500",
                "default via 10.2.0.1 dev eth0 proto static",
                "32765:\tfrom 10.2.0.5/24 lookup rtctl_workload",
                "[ALERT] 060/091431 (854) : Starting frontend",
                "net.ipv4.ip_forward = 1",
                "# comment"),
            Arbitraries.strings().ascii().ofMaxLength(12),
            Arbitraries.strings()
                .withChars(" \t\r\n\0\u007f\u0080\u00e4\u25cf\ufffe")
                .ofMaxLength(6))
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  @Test
  void charactersThatNoRuleTellsApartAreOne() {
    Alphabet alphabet = Alphabet.of(new CidrLinesLexer(null));
    assertThat(alphabet.standingFor('b')).isEqualTo(alphabet.standingFor('a'));
    assertThat(alphabet.standingFor('\u25cf')).isEqualTo(alphabet.standingFor('~'));
    assertThat(alphabet.standingFor('#')).isEqualTo('#');
    assertThat(alphabet.standingFor('\n')).as("lines are counted").isEqualTo('\n');
  }

  private static List<String> tokens(Lexer lexer) {
    lexer.removeErrorListeners();
    return lexer.getAllTokens().stream()
        .map(
            token ->
                token.getType()
                    + " "
                    + token.getStartIndex()
                    + "-"
                    + token.getStopIndex()
                    + " in line "
                    + token.getLine()
                    + ": "
                    + token.getText())
        .toList();
  }
}
