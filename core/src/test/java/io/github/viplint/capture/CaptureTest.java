package io.github.viplint.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CaptureTest {
  /** A paste quoted as in a mail, and the capture cut out of it: two lines without their marks. */
  private final Source quoted = SourceTest.source("> # cat f\n> 10.0.0.0/24\n> 10.0.1.0/24\n");

  private final Capture cut =
      Capture.cut(
              quoted, new TextMap.Builder().copy(quoted.text(), 12, 24).copy(quoted.text(), 26, 38))
          .kind(CaptureKind.ANYIP_ROUTES)
          .build();

  @Test
  void aSpanOfACutCapturePointsAtThePaste() {
    assertThat(cut.text()).isEqualTo("10.0.0.0/24\n10.0.1.0/24\n");
    assertThat(cut.span(12, 23).place()).isEqualTo(new Place("f", 3, 3, 3, 14));
    assertThat(cut.span(12, 23).shown()).isEqualTo("10.0.1.0/24");
  }

  @Test
  void anEditKeepsThePlacesOfWhatStays() {
    Capture edited = cut.edited(List.of(new TextEdit(cut.span(0, 11), "10.0.0.128/25")));

    assertThat(edited.text()).isEqualTo("10.0.0.128/25\n10.0.1.0/24\n");
    assertThat(edited.span(0, 13).place().startLine()).isEqualTo(2);
    assertThat(edited.span(14, 25).place()).isEqualTo(new Place("f", 3, 3, 3, 14));
  }

  @Test
  void editsMustNotOverlap() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                cut.edited(
                    List.of(new TextEdit(cut.span(0, 5), "x"), new TextEdit(cut.span(4, 8), "y"))));
  }

  @Property
  void editsCompose(
      @ForAll @AlphaChars @StringLength(min = 24, max = 40) String text,
      @ForAll @StringLength(max = 5) @AlphaChars String first,
      @ForAll @StringLength(max = 5) @AlphaChars String second,
      @ForAll @IntRange(max = 8) int at,
      @ForAll @IntRange(max = 3) int length) {
    Capture capture = Capture.whole(SourceTest.source(text)).kind(CaptureKind.PING).build();
    TextEdit front = new TextEdit(capture.span(at, at + length), first);
    TextEdit back = new TextEdit(capture.span(at + 10, at + 10 + length), second);

    Capture both = capture.edited(List.of(back, front));

    String expected =
        text.substring(0, at)
            + first
            + text.substring(at + length, at + 10)
            + second
            + text.substring(at + 10 + length);
    assertThat(both.text()).isEqualTo(expected);
    for (int i = 0; i < both.text().length(); i++) {
      assertThat(both.sourceStart(both.span(i, i))).isBetween(0, text.length());
    }
  }
}
