package io.github.viplint.read.appliance;

import static io.github.viplint.model.AnyipRoutes.Type.BLANK;
import static io.github.viplint.model.AnyipRoutes.Type.COMMENT;
import static io.github.viplint.model.AnyipRoutes.Type.ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Coverage;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.AnyipRoutes.Line;
import io.github.viplint.model.Reading;
import io.github.viplint.read.Pasted;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyipRoutesReaderTest {

  @Test
  void commentsBlankLinesAndRanges() {
    Reading reading =
        read(
            """
            # ranges

            10.20.30.16/28
            10.20.40.8
            10.20.30.18/28
            """);
    assertThat(lines(reading))
        .extracting(Line::type)
        .containsExactly(COMMENT, BLANK, ENTRY, ENTRY, ENTRY);
    assertThat(routes(reading).entries())
        .extracting(line -> line.range().orElseThrow().toString())
        .containsExactly("10.20.30.16/28", "10.20.40.8/32", "10.20.30.18/28");
    assertThat(reading.coverage()).isEqualTo(new Coverage(5, 5, 0, 0));
  }

  @Test
  void ofAFileNothingIsTrimmed() {
    List<Line> lines =
        lines(read("10.20.30.16/28\r\n 10.20.30.32/28\n10.20.30.48/28 \n #no comment\n \n"));
    assertThat(lines)
        .extracting(Line::text)
        .containsExactly(
            "10.20.30.16/28\r", " 10.20.30.32/28", "10.20.30.48/28 ", " #no comment", " ");
    assertThat(lines).allSatisfy(line -> assertThat(line.type()).isEqualTo(ENTRY));
    assertThat(lines).allSatisfy(line -> assertThat(line.range()).isEmpty());
    assertThat(lines).allSatisfy(line -> assertThat(line.span().text()).isEqualTo(line.text()));
  }

  @Test
  void ofAPasteWhatTrailsMeansNothing() {
    Capture paste = Pasted.paste(CaptureKind.ANYIP_ROUTES, "10.20.30.16/28 \r\n   \n# x  \n");
    List<Line> lines = lines(new AnyipRoutesReader().read(paste));
    assertThat(lines).extracting(Line::text).containsExactly("10.20.30.16/28", "", "# x");
    assertThat(lines).extracting(Line::type).containsExactly(ENTRY, BLANK, COMMENT);
    assertThat(lines.get(0).range()).hasToString("Optional[10.20.30.16/28]");
  }

  @Test
  void whatWasLeftOutOfAPasteIsNoLineOfTheFile() {
    String text = "10.20.30.16/28\n...\n";
    Reading paste = new AnyipRoutesReader().read(Pasted.paste(CaptureKind.ANYIP_ROUTES, text));
    assertThat(lines(paste)).extracting(Line::text).containsExactly("10.20.30.16/28");
    assertThat(paste.coverage()).isEqualTo(new Coverage(2, 2, 0, 0));
    assertThat(lines(read(text))).hasSize(2);
  }

  @Test
  void theLastLineMayLackItsNewline() {
    List<Line> lines = lines(read("10.20.30.16/28\n10.20.30.32/28"));
    assertThat(lines).extracting(Line::terminated).containsExactly(true, false);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.20.30.0/24 # VIPs",
        "10.20.30.0-10.20.30.9",
        "10.20.30.0/24,10.20.31.0/24",
        "null",
        "10.20.30.0/33",
        "10.20.300.0/24",
        "010.20.30.0/24",
        "10.20.30/24",
        "10.20.30.0/255.255.255.0",
        "10.20.30.0/024",
        "${ranges}"
      })
  void whatIsNoPlainRangeIsAnEntryWithoutOne(String text) {
    Reading reading = read(text + "\n");
    assertThat(lines(reading).get(0).type()).isEqualTo(ENTRY);
    assertThat(lines(reading).get(0).range()).isEmpty();
    assertThat(reading.problems()).isEmpty();
  }

  @Property
  void everyLineOfAnyTextIsThere(@ForAll String text) {
    Reading reading = read(text);
    assertThat(lines(reading)).hasSize(reading.coverage().total());
    StringBuilder joined = new StringBuilder();
    lines(reading)
        .forEach(line -> joined.append(line.text()).append(line.terminated() ? "\n" : ""));
    assertThat(joined.toString()).isEqualTo(text);
  }

  private static Reading read(String text) {
    return new AnyipRoutesReader().read(Pasted.file(CaptureKind.ANYIP_ROUTES, text));
  }

  private static AnyipRoutes routes(Reading reading) {
    return (AnyipRoutes) reading.facts().get(0);
  }

  private static List<Line> lines(Reading reading) {
    return routes(reading).lines();
  }
}
