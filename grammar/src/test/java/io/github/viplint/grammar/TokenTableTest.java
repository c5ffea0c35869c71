package io.github.viplint.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.LexerNoViableAltException;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.junit.jupiter.api.Test;

/** What the build found out of a lexer, and the lexer itself. */
class TokenTableTest {
  private static final List<Function<CharStream, Lexer>> LEXERS =
      List.of(
          CidrLinesLexer::new,
          CommandLineLexer::new,
          HaproxyCfgLexer::new,
          HaproxyCheckLexer::new,
          HaproxyConditionLexer::new,
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

  @Property(tries = 1000)
  void theTokensAreTheSame(@ForAll("texts") String text) {
    for (Function<CharStream, Lexer> maker : LEXERS) {
      Lexer lexer = maker.apply(new TextStream(text, 0, text.length()));
      assertThat(byTable(lexer.getClass(), text))
          .as(lexer.getClass().getSimpleName())
          .isEqualTo(byLexer(lexer));
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
                "tcp LISTEN 0 128 *:443 *:* users:((\"haproxy\",pid=1,fd=3))",
                "haproxy 829 root 5u IPv4 12345 0t0 TCP 10.2.0.65:6443 (LISTEN)",
                "-----BEGIN CERTIFICATE-----",
                "bind \"$HOME ${A-b} ${.LINE}\\x4a\" 'a b' # c",
                "streq(\"$A\",b) && !defined(C) || 1",
                "64 bytes from 10.2.0.1: icmp_seq=1 ttl=64 time=0.3 ms",
                "# comment"),
            Arbitraries.strings().ascii().ofMaxLength(12),
            Arbitraries.strings()
                .withChars(" \t\r\n\0\u007f\u0080\u00e4\u25cf\ufffe")
                .ofMaxLength(6))
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  private static List<String> byLexer(Lexer lexer) {
    Heard heard = new Heard();
    lexer.removeErrorListeners();
    lexer.addErrorListener(heard);
    return tokens(lexer, heard);
  }

  private static List<String> byTable(Class<?> lexer, String text) {
    Heard heard = new Heard();
    LineTokens tokens = new LineTokens(table(lexer), heard);
    // behind another line
    tokens.line("'x \"", 0, 4);
    tokens.nextToken();
    heard.all.clear();
    tokens.line(text, 0, text.length());
    return tokens(tokens, heard);
  }

  private static TokenTable table(Class<?> lexer) {
    return TokenTable.of(lexer.getResourceAsStream(lexer.getSimpleName() + ".tokens"));
  }

  private static List<String> tokens(TokenSource source, Heard heard) {
    Token token;
    do {
      token = source.nextToken();
      heard.all.add(
          token.getType()
              + " in channel "
              + token.getChannel()
              + ", "
              + token.getStartIndex()
              + "-"
              + token.getStopIndex()
              + ": "
              + token.getText());
    } while (token.getType() != Token.EOF);
    return heard.all;
  }

  /** What is in no token, between the tokens. */
  private static final class Heard extends BaseErrorListener {
    private final List<String> all = new ArrayList<>();

    @Override
    public void syntaxError(
        Recognizer<?, ?> recognizer,
        Object symbol,
        int line,
        int column,
        String text,
        RecognitionException e) {
      int start = e instanceof LexerNoViableAltException lexing ? lexing.getStartIndex() : column;
      all.add("in no token: " + start);
    }
  }

  @Test
  void aLexerThatTheBuildDidNotSeeIsSaid() {
    assertThatThrownBy(() -> table(String.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("build");
  }
}
