package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.report.Style.Paint;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Each text marks its span with « and ». */
class ExcerptTest {

  private static String excerpt(String marked, Mask mask) {
    int start = marked.indexOf('«');
    int end = marked.indexOf('»') - 1;
    String text = marked.replace("«", "").replace("»", "");
    Source source = new Source("f", text, StandardCharsets.UTF_8, "0".repeat(64), mask);
    Capture capture = Capture.whole(source).kind(CaptureKind.ANYIP_ROUTES).build();
    return String.join(
        "\n", new Excerpt(capture.span(start, end)).rows("here", Paint.RED, Style.PLAIN));
  }

  private static String excerpt(String marked) {
    return excerpt(marked, Mask.NONE);
  }

  @Test
  void carets() {
    assertThat(excerpt("a\nbind «10.0.0.1»:443\n"))
        .isEqualTo(
            """
              |
            2 | bind 10.0.0.1:443
              |      ^^^^^^^^ here""");
  }

  @Test
  void aTabLeadsToItsStop() {
    assertThat(excerpt("bind\t«10.0.0.1»\n"))
        .isEqualTo(
            """
              |
            1 | bind    10.0.0.1
              |         ^^^^^^^^ here""");
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    assertThat(excerpt("名前 «名»\n"))
        .isEqualTo(
            """
              |
            1 | 名前 名
              |      ^^ here""");
  }

  @Test
  void anEmptySpanStillPoints() {
    assertThat(excerpt("10.0.0.0/24«»"))
        .isEqualTo(
            """
              |
            1 | 10.0.0.0/24
              |            ^ here""");
  }

  @Test
  void aCarriageReturnThatIsMarkedIsShown() {
    assertThat(excerpt("10.0.0.0/24«\r»\n"))
        .isEqualTo(
            """
              |
            1 | 10.0.0.0/24␍
              |            ^ here""");
  }

  @Test
  void aWrappedLineIsMarkedOnBothLines() {
    assertThat(excerpt("ALERT: «cannot\n  bind»\n"))
        .isEqualTo(
            """
              |
            1 | ALERT: cannot
              |        ^^^^^^
            2 |   bind
              |   ^^^^ here""");
  }

  @Test
  void ofManyLinesTheMiddleIsLeftOut() {
    assertThat(excerpt("«a\nb\nc\nd\ne»\n"))
        .isEqualTo(
            """
              |
            1 | a
              | ^
            2 | b
              | ^
              | …
            5 | e
              | ^ here""");
  }

  @Test
  void aLongLineIsShownAroundTheSpan() {
    String shown = excerpt("x".repeat(1000) + "«HERE»" + "y".repeat(1000) + "\n");
    String line = shown.lines().toList().get(1);
    String marks = shown.lines().toList().get(2);

    assertThat(line).startsWith("1 | …x").endsWith("y…").hasSizeLessThan(170);
    assertThat(line.indexOf("HERE")).isEqualTo(marks.indexOf("^^^^ here"));
  }

  @Test
  void caretsStandRightBehindAMaskedSecret() {
    Mask mask = (text, start, end) -> text.substring(start, end).replace("long-secret", "***");
    assertThat(excerpt("password long-secret «extra»\n", mask))
        .isEqualTo(
            """
              |
            1 | password *** extra
              |              ^^^^^ here""");
  }

  @Property
  void noTextBreaksIt(@ForAll String text, @ForAll int from, @ForAll int to) {
    Source source = new Source("f", text, StandardCharsets.UTF_8, "0".repeat(64), Mask.NONE);
    Capture capture = Capture.whole(source).kind(CaptureKind.ANYIP_ROUTES).build();
    int a = Math.floorMod(from, text.length() + 1);
    int b = Math.floorMod(to, text.length() + 1);
    Excerpt excerpt = new Excerpt(capture.span(Math.min(a, b), Math.max(a, b)));

    assertThat(excerpt.rows("", Paint.RED, Style.PLAIN))
        .hasSizeBetween(2, 8)
        .allMatch(row -> row.codePoints().noneMatch(VisibleTest::steersATerminal));
  }
}
