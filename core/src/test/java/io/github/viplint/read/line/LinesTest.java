package io.github.viplint.read.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Pasted;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LinesTest {

  @Test
  void linesEndAtLfAndTheLastNeedsNone() {
    assertThat(texts("")).isEmpty();
    assertThat(texts("a\n\nb")).containsExactly("a", "", "b");
    assertThat(texts("a\n")).containsExactly("a");
  }

  @Test
  void aCrBeforeTheLfBelongsToTheEnd() {
    Lines lines = lines("ab\r\nc\rd\ne\r");
    lines.next();
    assertThat(lines.text()).isEqualTo("ab");
    assertThat(lines.endBeforeLf()).isEqualTo(3);
    lines.next();
    assertThat(lines.text()).isEqualTo("c\rd");
    lines.next();
    assertThat(lines.text()).isEqualTo("e\r");
    assertThat(lines.terminated()).isFalse();
  }

  @Test
  void everyLineIsAccountedFor() {
    Lines lines = lines("one\ntwo\nthree\n");
    lines.next();
    lines.next();
    lines.problem("no number");
    lines.next();
    lines.scanned();
    Reading reading = lines.reading(List.of());
    assertThat(reading.coverage()).isEqualTo(new Coverage(3, 1, 1, 1));
    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.message()).isEqualTo("no number");
              assertThat(problem.place().orElseThrow().startLine()).isEqualTo(2);
            });
  }

  @Test
  void aProblemMayBeginOnAnEarlierLine() {
    Capture capture = Pasted.file(CaptureKind.CERTIFICATE, "one\ntwo\nthree\nfour\n");
    Lines lines = new Lines(capture);
    lines.next();
    lines.next();
    lines.next();
    lines.problem(capture.span(4, 13), "two to three");
    lines.problem("three again");
    lines.next();
    assertThat(lines.reading(List.of()).coverage()).isEqualTo(new Coverage(4, 2, 0, 2));
  }

  @Test
  void aLineThatNoPersonWroteIsNotHandedOut() {
    Lines lines = lines("a\n" + "0".repeat(Lines.LONGEST + 1) + "\nb\n");
    assertThat(texts(lines)).containsExactly("a", "b");
    assertThat(lines.reading(List.of()).coverage()).isEqualTo(new Coverage(3, 2, 0, 1));
  }

  @Test
  void problemsWithoutEndAreSummedUp() {
    Lines lines = lines("x\n".repeat(Lines.MOST_PROBLEMS + 500));
    while (lines.next()) {
      lines.problem("x");
    }
    Reading reading = lines.reading(List.of());
    assertThat(reading.coverage().problems()).isEqualTo(Lines.MOST_PROBLEMS + 500);
    assertThat(reading.problems()).hasSize(Lines.MOST_PROBLEMS + 1);
    assertThat(reading.problems().get(Lines.MOST_PROBLEMS).message()).contains("500 more");
  }

  @Property
  void theLinesJoinedAreTheText(@ForAll String text) {
    Lines lines = lines(text);
    StringBuilder joined = new StringBuilder();
    while (lines.next()) {
      joined.append(text, lines.start(), lines.endBeforeLf());
      joined.append(lines.terminated() ? "\n" : "");
    }
    assertThat(joined.toString()).isEqualTo(text);
  }

  private static Lines lines(String text) {
    return new Lines(Pasted.file(CaptureKind.ANYIP_ROUTES, text));
  }

  private static List<String> texts(String text) {
    return texts(lines(text));
  }

  private static List<String> texts(Lines lines) {
    List<String> texts = new ArrayList<>();
    while (lines.next()) {
      texts.add(lines.text());
    }
    return texts;
  }
}
