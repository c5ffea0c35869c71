package io.github.viplint.capture;

import java.util.Optional;

/**
 * Something that viplint could not read: never silent, never counted as clean.
 *
 * @param file the path as given
 * @param place where in the file; empty when the whole file is meant
 * @param message what is wrong with it, without any text of the file that could be a secret
 * @param fatal the file as a whole could not be read or recognised (exit status 3), not just a line
 *     of it
 */
public record InputProblem(String file, Optional<Place> place, String message, boolean fatal) {

  /** A file that could not be read or recognised. */
  public static InputProblem file(String file, String message) {
    return new InputProblem(file, Optional.empty(), message, true);
  }

  /** A line, or part of one, that was not understood. */
  public static InputProblem at(Span span, String message) {
    Place place = span.place();
    return new InputProblem(place.file(), Optional.of(place), message, false);
  }
}
