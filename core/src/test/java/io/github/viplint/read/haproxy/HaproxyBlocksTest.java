package io.github.viplint.read.haproxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.model.HaproxyCfg;
import io.github.viplint.model.haproxy.HaproxyVersion;
import io.github.viplint.model.haproxy.SyntaxFault.Kind;
import io.github.viplint.read.Pasted;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines haproxy reads where {@code .if} stands in the file. */
class HaproxyBlocksTest {
  private static final HaproxyVersion V2_2 = new HaproxyVersion(2, 2);
  private static final HaproxyVersion V2_6 = new HaproxyVersion(2, 6);

  @Test
  void theBranchThatHoldsIsRead() {
    String text =
        """
        .if version_atleast(2.8)
        a
        .elif version_before(2.6)
        b
        .else
        c
        .endif
        d
        """;
    assertThat(lines(text, "2.8")).containsExactly("a", "d");
    assertThat(lines(text, "2.4")).containsExactly("b", "d");
    assertThat(lines(text, "2.6")).containsExactly("c", "d");
  }

  @Test
  void whatABuildCanDoIsNotKnown() {
    assertThat(
            lines(
                """
                .if feature(QUIC)
                a
                .elif 1
                b
                .else
                c
                .endif
                d
                """,
                "2.6"))
        .containsExactly("a?", "b?", "d");
  }

  @Test
  void aBlockWithinIsReadWhereTheOuterOneIs() {
    assertThat(
            lines(
                """
                .if 0
                .if 1
                a
                .else
                b
                .endif
                .foo
                .else
                .if defined(X)
                c
                .endif
                d
                .endif
                """,
                "2.6"))
        .containsExactly("c?", "d");
  }

  @Test
  void untilVersion23ItIsAKeywordThatNobodyKnows() {
    assertThat(lines(".if 0\na\n.endif\n", "2.2")).containsExactly(".if 0", "a", ".endif");
    assertThat(kinds("listen x\n.if 0\n", V2_2)).isEmpty();
  }

  @Test
  void aSectionThatIsPassedOverIsNone() {
    HaproxyCfg cfg = cfg("listen a\n.if 0\nlisten b\n.endif\n bind :80\n").at(V2_6);
    assertThat(cfg.sections()).hasSize(1);
    assertThat(cfg.sections().get(0).binds()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1                        ; true",
        "-1                       ; true",
        "0                        ; false",
        "''                       ; false",
        "!0                       ; true",
        "! ! 1                    ; true",
        "( 1 ) && 0               ; false",
        "0 && 1 || 1              ; true",
        "1 || defined(X)          ; true",
        "0 && defined(X)          ; false",
        "1 && defined(X)          ; ",
        "!feature(OPENSSL)        ; ",
        "streq(a,a)               ; true",
        "streq(a, a)              ; false",
        "streq(a b,a b)           ; true",
        "strneq(a,b)              ; true",
        "version_atleast(2.6)     ; true",
        "version_atleast(2.6.1)   ; ",
        "version_before(2.6)      ; false",
        "version_before(2.8-dev3) ; true",
        "'\"$X\"'                 ; "
      })
  void conditions(String condition, Boolean holds) {
    String text = ".if " + condition + "\nyes\n.else\nno\n.endif\n";
    assertThat(lines(text, "2.6"))
        .isEqualTo(holds == null ? List.of("yes?", "no?") : List.of(holds ? "yes" : "no"));
    assertThat(kinds(text, V2_6)).isEmpty();
  }

  /** Each was tried on haproxy 2.6.12. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        ".if 1 1;.endif                  | BAD_CONDITION       | 1",
        ".if true;.endif                 | BAD_CONDITION       | 1",
        ".if 0 && foo;.endif             | BAD_CONDITION       | 1",
        ".if defined(A,B;.endif          | BAD_CONDITION       | 1",
        ".if enabled(POLL);.endif        | BAD_CONDITION       | 1",
        ".if;.elif foo;.endif            | BAD_CONDITION       | 2",
        ".if 1;.else x;.endif            | UNEXPECTED_ARGUMENT | 2",
        ".if 1;.endif x                  | UNEXPECTED_ARGUMENT | 2",
        ".notice a b                     | UNEXPECTED_ARGUMENT | 1",
        ".if 1;.else;.else;.endif        | BRANCH_BEHIND_ELSE  | 3",
        ".if 1;.else;.elif 1;.endif      | BRANCH_BEHIND_ELSE  | 3",
        "a;.else                         | LONE_BRANCH         | 2",
        "a;.endif                        | LONE_BRANCH         | 2",
        ".if 1;a                         | OPEN_IF             | 1",
        ".foo                            | UNKNOWN_MACRO       | 1",
        ".alert 'no more'                | ALERT               | 1",
        "[a b]                           | BAD_SCOPE_NAME      | 1",
        "[c] d                           | TEXT_BEHIND_SCOPE   | 1",
        "[]                              | EMPTY_SCOPE         | 1",
        "[a                              | EMPTY_SCOPE         | 1"
      })
  void whatHaproxyStumblesOver(String lines, Kind kind, int line) {
    String text = lines.replace(';', '\n') + "\n";
    HaproxyCfg cfg = cfg(text).at(V2_6);
    assertThat(cfg.faults()).as(text).extracting(fault -> fault.kind()).containsExactly(kind);
    assertThat(cfg.faults().get(0).span().place().startLine()).isEqualTo(line);
    assertThat(cfg.faults().get(0).refusedBy(V2_6)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".if 0;.foo;.alert x;.endif",
        ".if 1;.elif foo;.else;.endif",
        ".if feature(X);.if foo;.endif;.endif",
        ".notice;.diag x;.warning 'a b'",
        "[a];[b] # c; [c]"
      })
  void whatItPassesOver(String lines) {
    assertThat(kinds(lines.replace(';', '\n') + "\n", V2_6)).isEmpty();
  }

  @Test
  void ninetyNineBlocksMayStandWithinEachOther() {
    assertThat(kinds(".if 1\n".repeat(99) + ".endif\n".repeat(99), V2_6)).isEmpty();
    assertThat(kinds(".if 1\n".repeat(100) + ".endif\n".repeat(100), V2_6))
        .containsExactly(Kind.NESTED_TOO_DEEP);
  }

  /** What one release surely reads, no other branch of the same block holds. */
  @Property
  void oneBranchOfABlockIsReadAtMost(@ForAll("blocks") String text) {
    List<String> read = lines(text, "2.6");
    assertThat(read.stream().filter(line -> !line.endsWith("?")).distinct().count())
        .isEqualTo(read.stream().filter(line -> !line.endsWith("?")).count());
    assertThat(read.size()).isLessThanOrEqualTo((int) text.lines().count());
  }

  @Provide
  Arbitrary<String> blocks() {
    Arbitrary<String> macros =
        Arbitraries.of(".if 0", ".if 1", ".if defined(X)", ".elif 1", ".elif 0", ".else", ".endif");
    return macros
        .list()
        .ofMaxSize(12)
        .map(
            lines -> {
              StringBuilder text = new StringBuilder();
              for (int i = 0; i < lines.size(); i++) {
                text.append(lines.get(i)).append('\n').append('l').append(i).append('\n');
              }
              return text.toString();
            });
  }

  private static List<Kind> kinds(String text, HaproxyVersion version) {
    return cfg(text).at(version).faults().stream().map(fault -> fault.kind()).toList();
  }

  private static List<String> lines(String text, String version) {
    return cfg(text).at(HaproxyVersion.of(version).orElseThrow()).sections().stream()
        .flatMap(section -> section.directives().stream())
        .map(line -> line + (line.isConditional() ? "?" : ""))
        .toList();
  }

  private static HaproxyCfg cfg(String text) {
    return (HaproxyCfg)
        new HaproxyCfgReader().read(Pasted.file(CaptureKind.HAPROXY_CFG, text)).facts().get(0);
  }
}
