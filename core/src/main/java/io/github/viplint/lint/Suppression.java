package io.github.viplint.lint;

import io.github.viplint.capture.Span;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Why findings of a rule are not reported. They are counted and listed all the same.
 *
 * @param span where it stands, in a file of the user's
 * @param rule the code of the rule
 * @param reason as its author gave it; empty for a baseline
 * @param until the last day on which it holds
 * @param most how many findings it covers at most
 */
public record Suppression(
    Kind kind,
    Span span,
    String rule,
    Scope scope,
    String reason,
    Optional<LocalDate> until,
    int most) {

  /** Where it comes from. */
  public enum Kind {
    /** A comment in the file that was found fault with. */
    INLINE,
    CONFIGURATION,
    /** What was known before. */
    BASELINE;

    /** As reports spell it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Which findings of the rule it is about: those that all of this fits.
   *
   * @param line of the file in which it stands; the finding begins there
   * @param files by the path of the file as given
   * @param subject one of the finding's subjects
   * @param fingerprint of the finding
   * @param lab in which a fingerprint was taken
   * @param top the innermost folder or file that holds all it is about
   */
  public record Scope(
      Optional<Span> line,
      Optional<FileGlob> files,
      Optional<String> subject,
      Optional<String> fingerprint,
      Optional<String> lab,
      Optional<Path> top) {

    /** All findings of the rule. */
    public static final Scope ALL =
        new Scope(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** One line. */
    public static Scope line(Span line) {
      return new Scope(
          Optional.of(line),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    boolean fits(Finding finding, String print, Path base) {
      return line.map(one -> holds(one, finding.span())).orElse(true)
          && files.map(glob -> fits(glob, finding, base)).orElse(true)
          && subject.map(Fingerprint.shownSubjects(finding)::contains).orElse(true)
          && fingerprint.map(print::equals).orElse(true);
    }

    private static boolean fits(FileGlob glob, Finding finding, Path base) {
      try {
        return glob.fits(base.resolve(finding.span().place().file()).normalize());
      } catch (InvalidPathException e) {
        return false;
      }
    }

    private static boolean holds(Span line, Span found) {
      return line.capture() == found.capture()
          && line.start() <= found.start()
          && found.start() <= line.end();
    }
  }

  boolean isOver(LocalDate today) {
    return until.filter(today::isAfter).isPresent();
  }
}
