package io.github.viplint.rules.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Fix;
import io.github.viplint.rules.LintedLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuplicateNameTest {
  private static final String CFG = "etc/haproxy/haproxy.cfg";

  private static LintedLab lab() {
    return LintedLab.of("VL504");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frontend x\nfrontend x <<< error/high: a second frontend x\n",
        "backend x\nbackend x <<< error: a second backend x\n",
        "listen x\nlisten x <<< error: a second listen x\n",
        "frontend x\nlisten x <<< error: a second listen x\n",
        "listen x\nfrontend x <<< error: a second frontend x\n",
        "listen x\nbackend x <<< error: a second backend x\n",
        "cache x\ncache x <<< error: a second cache x\n",
        "resolvers x\nresolvers x <<< error: a second resolvers x\n",
        "http-errors x\nhttp-errors x <<< error: a second http-errors x\n",
        "program x\nprogram x <<< error: a second program x\n",
        "resolvers x\n nameserver a 10.0.0.1:53\n nameserver a 10.0.0.2:53 <<< error: a second\n",
        "backend x\n server a 10.0.0.1:80\n server a 10.0.0.2:80 <<< error: a second server a\n",
        "backend x\n server a2 10.0.0.1:80\n server-template a 3 b:80 <<< error: a second server\n",
        "backend x\n id 7\nbackend y\n id 7 <<< error: a second id 7\n",
        "backend x\n server a 10.0.0.1:80 id 5\n server b 10.0.0.2:80 id 5 <<< error: a second id\n",
        "backend x\n stick-table type ip size 1k\n stick-table type ip size 1k <<< error: a second\n",
        "userlist x\nuserlist x <<< warning: haproxy ignores it and goes by the first\n",
        "userlist x\n user a\n user a <<< warning: a second user a\n",
      })
  void finds(String lines) {
    lab().file(CFG, lines).holds();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frontend x\nbackend x\n",
        "backend x\nfrontend x\n",
        "backend x\nlisten x\n",
        "peers x\npeers x\n",
        "defaults x\ndefaults x\n",
        "cache x\nring x\nuserlist x\n",
        "backend x\n server a 10.0.0.1:80\nbackend y\n server a 10.0.0.1:80\n",
        "backend x\n disabled\n server a 10.0.0.1:80\n server a 10.0.0.1:80\n",
        "backend x\n server a4 10.0.0.1:80\n server-template a 3 b:80\n",
        "global\nglobal\n",
        "backend x\n server a 10.0.0.1:80 id 5\nbackend y\n server a 10.0.0.1:80 id 5\n",
      })
  void isSilentOn(String lines) {
    lab().file(CFG, lines).holds();
  }

  @Test
  void renamesAServer() {
    Finding finding =
        lab()
            .file(
                CFG,
                """
                backend x
                  server a 10.0.0.1:80
                  server a-2 10.0.0.2:80
                  server a 10.0.0.3:80 <<< error: a second server a
                """)
            .holds()
            .get(0);
    Fix fix = finding.fixes().get(0);
    assertThat(fix.safety()).isEqualTo(Fix.Safety.UNSAFE);
    assertThat(fix.proven()).isTrue();
    assertThat(fix.edits()).extracting("newText").containsExactly("a-3");
  }

  @Test
  void findsDefaultsThatFromCannotTellApart() {
    String text = "defaults d\ndefaults d\nfrontend a from d";
    lab().file(CFG, text + "\n").holds();
    lab()
        .options(Releases.of("2.6"))
        .file(CFG, text + " <<< error: a second meaning of defaults section d\n")
        .holds();
  }

  @Test
  void judgesByTheRelease() {
    lab()
        .options(Releases.of("3.5"))
        .file(CFG, "frontend x\nbackend x <<< error: a second backend x\n")
        .holds();
  }
}
