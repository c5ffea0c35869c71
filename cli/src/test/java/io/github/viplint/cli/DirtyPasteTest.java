package io.github.viplint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.viplint.Viplint;
import io.github.viplint.capture.Inputs;
import io.github.viplint.lint.Options;
import io.github.viplint.lint.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The findings of a session are the same whatever happened to its text on the way, and point at the
 * same lines.
 */
class DirtyPasteTest {
  private static final Viplint VIPLINT = Viplint.standard(Options.DEFAULT);
  private static final Map<Session, Outline> CLEAN = new ConcurrentHashMap<>();

  enum Session {
    REFUSED_RANGE,
    DNS_THROUGH_WORKLOAD,
    REDEPLOYED_APPLIANCE,
    HEALTHY;

    PastedText text() {
      String name =
          "sessions/" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + ".txt";
      try (InputStream in = Session.class.getResourceAsStream(name)) {
        return PastedText.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    Outline clean() {
      return CLEAN.computeIfAbsent(
          this,
          session ->
              outline(session.text(), session.text().text().getBytes(StandardCharsets.UTF_8)));
    }
  }

  /** What is lost can't be found; but no fault is found that is not there, nor all called clean. */
  @ParameterizedTest(name = "{0} {1}")
  @Execution(ExecutionMode.CONCURRENT)
  @MethodSource("losses")
  void findsNothingMore(Session session, Loss loss) {
    PastedText dirty = loss.on(session.text());
    Outline outline = outline(dirty, dirty.text().getBytes(StandardCharsets.UTF_8));
    assertThat(session.clean().faults()).containsAll(outline.faults());
    assertThat(!outline.faults().isEmpty() || outline.asks()).isTrue();
  }

  static Stream<Arguments> losses() {
    return Stream.of(Session.values())
        .flatMap(session -> Stream.of(Loss.values()).map(loss -> Arguments.of(session, loss)));
  }

  /** Captures of real labs, where there are any beside the checkout. */
  @ParameterizedTest(name = "real captures {0}")
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource(
      mode = EnumSource.Mode.MATCH_ANY,
      names = {
        "CARR.*",
        "BYTE.*",
        "UTF.*",
        "TRAIL.*",
        ".*_HTML",
        "ZERO.*",
        "SOFT.*",
        "QUOTED.*",
        "INDENTED.*",
        "FENCED",
        "FENCED_WITH_LANGUAGE",
        "JIRA_NOFORMAT",
        "TABS.*",
        "DOUBLE.*",
        "WRAPPED.*",
        "SMART.*"
      })
  void findsTheSameInRealCaptures(Dirt dirt) throws IOException {
    Path captures = Path.of("..", "..", "shared", "captures");
    assumeTrue(Files.isDirectory(captures), "no captures of real labs here");
    try (Stream<Path> labs = Files.list(captures)) {
      for (Path lab : labs.sorted().toList()) {
        PastedText clean = PastedText.of(inOne(lab));
        PastedText dirty = dirt.on(clean);
        assertThat(comparable(outline(dirty, dirt.bytes(dirty)), dirt))
            .as(lab.toString())
            .isEqualTo(
                comparable(outline(clean, clean.text().getBytes(StandardCharsets.UTF_8)), dirt));
      }
    }
  }

  /** A hash that is none, of a real lab, is not known for a secret behind a blank of no width. */
  private static List<String> comparable(Outline outline, Dirt dirt) {
    return outline.findings().stream()
        .map(Object::toString)
        .filter(finding -> dirt != Dirt.ZERO_WIDTH_BLANKS || !finding.startsWith("VL901"))
        .toList();
  }

  private static String inOne(Path lab) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.list(lab)) {
      for (Path file : files.sorted().toList()) {
        text.append(Files.readString(file)).append('\n');
      }
    }
    return text.toString();
  }

  private static Outline outline(PastedText text, byte[] bytes) {
    Report report =
        VIPLINT.check(
            new Inputs(
                List.of("-"), Optional.of(new ByteArrayInputStream(bytes)), List.of(), List.of()));
    assertThat(report.ruleErrors()).isEmpty();
    return Outline.of(report, text);
  }

  static Stream<Arguments> all() {
    return Stream.of(Session.values())
        .flatMap(session -> Stream.of(Dirt.values()).map(dirt -> Arguments.of(session, dirt)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @Execution(ExecutionMode.CONCURRENT)
  @MethodSource("all")
  void findsTheSame(Session session, Dirt dirt) {
    PastedText dirty = dirt.on(session.text());
    Outline outline = outline(dirty, dirt.bytes(dirty));
    assertThat(outline.findings()).isEqualTo(session.clean().findings());
    assertThat(outline.unread()).isEmpty();
  }
}
