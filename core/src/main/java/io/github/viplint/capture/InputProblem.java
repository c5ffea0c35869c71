package io.github.viplint.capture;

import java.util.Optional;

/**
 * Something that viplint could not read: never silent, never counted as clean.
 *
 * @param file the path as given
 * @param place where in the file; empty when the whole file is meant
 * @param message what is wrong with it, without any text of the file that could be a secret
 */
public record InputProblem(String file, Optional<Place> place, String message, Extent extent) {

  /** How much is lost. */
  public enum Extent {
    /** A line or two of a file. */
    PART,
    /** A file as a whole: it could not be read or recognised. */
    FILE,
    /** A capture at which its reader broke, which is viplint's fault. */
    BROKEN_READER
  }

  /** A file that could not be read or recognised. */
  public static InputProblem file(String file, String message) {
    return new InputProblem(file, Optional.empty(), message, Extent.FILE);
  }

  /** A file that could not be read or recognised, among others of a folder that were. */
  public static InputProblem inFolder(String file, String message) {
    return new InputProblem(file, Optional.empty(), message, Extent.PART);
  }

  /** A line, or part of one, that was not understood. */
  public static InputProblem at(Span span, String message) {
    Place place = span.place();
    return new InputProblem(place.file(), Optional.of(place), message, Extent.PART);
  }

  /**
   * A file at which viplint broke.
   *
   * @param doing what it did
   * @param failure its message is left out, for it could hold text of the file
   */
  public static InputProblem broken(String file, String doing, Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    String where = trace.length > 0 ? " at " + trace[0] : "";
    return new InputProblem(
        file,
        Optional.empty(),
        doing + " broke: " + failure.getClass().getSimpleName() + where,
        Extent.BROKEN_READER);
  }

  /** A capture at which its reader broke. */
  public static InputProblem broken(Capture capture, String message) {
    Place place = capture.span(0, 0).place();
    return new InputProblem(place.file(), Optional.of(place), message, Extent.BROKEN_READER);
  }

  /** Whether the input as a whole is incomplete for it. */
  public boolean fatal() {
    return extent != Extent.PART;
  }
}
