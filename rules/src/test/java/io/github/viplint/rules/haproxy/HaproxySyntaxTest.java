package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HaproxySyntaxTest {
  private static final String CFG = "etc/haproxy/haproxy.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL516");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "description \"not closed <<< error/high: a quote is opened and not closed: haproxy refuses\n",
        "description it's <<< error: a quote is opened and not closed\n",
        "description \"${HOME\" <<< error: the brace of a variable is not closed\n",
        "description \"${HOME-/root}\" <<< error: haproxy knows this form of a variable from 2.4 on\n",
        "description \"$1\" <<< error: in double quotes a $ begins a variable\n",
        "description a\\x4z <<< error: \\x wants two hexadecimal digits\n",
        "tcp-request content accept if { dst_port 443 <<< error: this brace is not closed\n",
        "tcp-request content accept if { dst_port 443} <<< error: this brace is not closed\n",
      })
  void finds(String line) {
    lab().file(CFG, "listen x\n  bind 10.20.30.35:443\n  " + line).holds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "description \"it's\" 'say \"hi\"' a\\ b\n",
        "description $1$abcdefgh$8YC65ZqFaq.0cFpD0JFU6.\n",
        "description \"${HOME}\" \"$HOME\" '${HOME'\n",
        "description # a \"comment\n",
        "tcp-request content accept if { dst_port 443 } !{ src 10.0.0.1 }\n",
      })
  void isSilentOn(String line) {
    lab().file(CFG, "listen x\n  bind 10.20.30.35:443\n  " + line).holds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "peers <<< error: a peers section needs a name\n",
        "resolvers a/b <<< error: the name of a resolvers takes letters, digits and _ : . - only\n",
        "frontend f extra <<< error: a word too many on the section's line\n",
        "userlist u v <<< error: a word too many\n",
      })
  void findsWrongNames(String lines) {
    lab().file(CFG, lines).holds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "global\n",
        "defaults\n",
        "frontend domain-c9:0a1b.x_y-z\n",
        "cache a/b\n",
        "mailers m n\n",
        "backend b\n server domain-c9:10.0.0.1:6443 10.0.0.1:6443\n",
        "frontend b\n bind 10.20.30.35:443 name a/b:c+d!\n acl order src 10.0.0.1\n",
        // VL513 has it
        "frontend api bind 10.20.30.35:443\n",
      })
  void isSilentOnNames(String lines) {
    lab().file(CFG, lines).holds();
  }

  @Test
  void givesAnAddressABindLine() {
    Finding finding =
        lab()
            .file(
                CFG,
                """
                listen api 10.20.30.35:443 name x <<< error: an address stands on the section's line
                  server one 172.20.0.11:443
                """)
            .holds()
            .get(0);
    assertThat(finding.fixes().get(0).safety()).isEqualTo(Fix.Safety.SAFE);
    assertThat(finding.fixes().get(0).proven()).isTrue();
    assertThat(finding.fixes().get(0).edits()).extracting("newText").containsExactly("\n  bind ");
  }

  @Test
  void knowsWhatStandsBehindFromOf24On() {
    lab()
        .options(Releases.of("2.6"))
        .file(CFG, "defaults base\nbackend b from base\nbackend c from base x <<< error: a word\n")
        .holds();
  }

  @Test
  void putsAPasswordsHashInSingleQuotes() {
    Finding finding =
        lab()
            .file(
                CFG,
                """
                userlist controller
                  user wcp password "$1$abcdefgh$8YC65ZqFaq.0cFpD0JFU6." <<< error: in double quotes
                """)
            .holds()
            .get(0);
    Fix fix = finding.fixes().get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.SAFE);
    assertThat(fix.proven()).isTrue();
    assertThat(fix.edits()).extracting("newText").containsExactly("'", "'");
  }

  @Test
  void endsTheFileWithANewline() {
    String text = "listen x\n  bind 10.20.30.35:443";
    lab()
        .file(CFG, text + " <<< warning: the last line has no newline: haproxy warns, and later")
        .holds();
    Finding finding =
        lab()
            .options(Releases.of("2.6"))
            .file(CFG, text + " <<< error: the last line has no newline: haproxy refuses")
            .holds()
            .get(0);
    assertThat(finding.fixes().get(0).proven()).isTrue();
    assertThat(finding.fixes().get(0).edits()).extracting("newText").containsExactly("\n");
  }

  @Test
  void seesTheByteOrderMarkThatHaproxyTakesForALetter() {
    lab().file(CFG, "\uFEFFlisten x <<< error: byte order mark\n  bind 10.20.30.35:443\n").holds();
  }

  @Test
  void isNotSureOfTheLastByteOfAPaste() {
    lab()
        .options(Releases.of("2.6"))
        .file(
            "paste-1.txt",
            "root@haproxy [ ~ ]# cat /etc/haproxy/haproxy.cfg\nglobal\n  maxconn 60000")
        .holds();
  }

  @Test
  void closesABrace() {
    Finding finding =
        lab()
            .file(
                CFG,
                """
                frontend x
                  tcp-request content accept if { dst_port 443} <<< error: this brace is not closed
                """)
            .holds()
            .get(0);
    assertThat(finding.fixes().get(0).proven()).isTrue();
    assertThat(finding.fixes().get(0).edits()).extracting("newText").containsExactly(" ");
  }

  @Test
  void knowsBlocksFrom24On() {
    String text = "listen x\n  bind 10.20.30.35:443\n.if 1\n";
    lab().file(CFG, text).holds();
    lab()
        .options(Releases.of("2.6"))
        .file(CFG, text.replace(".if 1", ".if 1 <<< error: an .if is not closed"))
        .holds();
  }
}
