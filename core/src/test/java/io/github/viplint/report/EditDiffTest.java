package io.github.viplint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.TextEdit;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EditDiffTest {
  private static final String RANGES = "10.0.0.0/24\n10.0.1.1/24\n10.0.2.0/24\n";

  /** Puts {@code after} in place of the first {@code before}. */
  private record Change(String before, String after) {}

  private static List<String> diff(String text, Change... changes) {
    Source source = new Source("f", text, StandardCharsets.UTF_8, "0".repeat(64), Mask.NONE);
    Capture capture = Capture.whole(source).kind(CaptureKind.ANYIP_ROUTES).build();
    List<TextEdit> edits =
        Arrays.stream(changes)
            .map(
                change -> {
                  int at = text.indexOf(change.before());
                  return new TextEdit(
                      capture.span(at, at + change.before().length()), change.after());
                })
            .toList();
    return EditDiff.rows(edits, Style.PLAIN);
  }

  @Test
  void aWordIsShownInItsLine() {
    assertThat(diff("bind 10.0.0.1:443 ssl\n", new Change("10.0.0.1", "10.0.0.2")))
        .containsExactly("   - bind 10.0.0.1:443 ssl", "   + bind 10.0.0.2:443 ssl");
  }

  @Test
  void twoEditsOfOneLineAreOneChange() {
    assertThat(diff("a b c\n", new Change("c", "z"), new Change("a", "x")))
        .containsExactly("   - a b c", "   + x b z");
  }

  @Test
  void aLineThatGoes() {
    assertThat(diff(RANGES, new Change("10.0.1.1/24\n", ""))).containsExactly("   - 10.0.1.1/24");
  }

  @Test
  void aLineThatComes() {
    Change insert = new Change("", "10.9.0.0/24\n");
    assertThat(diff(RANGES, insert)).containsExactly("   + 10.9.0.0/24");
  }

  @Test
  void aLineThatBecomesTwo() {
    assertThat(diff("use a use b\n", new Change(" use b", "\nuse b")))
        .containsExactly("   - use a use b", "   + use a", "   + use b");
  }

  @Test
  void linesThatDoNotTouchAreTwoChanges() {
    assertThat(diff(RANGES, new Change("10.0.0.0", "a"), new Change("10.0.2.0", "b")))
        .containsExactly("   - 10.0.0.0/24", "   + a/24", "   - 10.0.2.0/24", "   + b/24");
  }

  @Test
  void whatNobodyCanSeeIsSaid() {
    assertThat(diff("10.0.0.0/24 \n", new Change(" ", "")))
        .containsExactly("   (only blanks or line ends change: line 1)");
    assertThat(diff("10.0.0.0/24\r\n", new Change("\r", "")))
        .containsExactly("   (only blanks or line ends change: line 1)");
  }

  @Test
  void aLongChangeIsCutShort() {
    String many = "x\n".repeat(50);
    assertThat(diff(many, new Change(many, "y\n"))).hasSize(13).last().asString().contains("more");
  }
}
