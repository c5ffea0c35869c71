package io.github.viplint.maven;

import io.github.viplint.lint.Severity;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * From which severity on findings fail the build.
 *
 * @param least empty for never
 */
record FailOn(Optional<Severity> least) {
  private static final String NEVER = "never";

  /**
   * The parameter as a person wrote it.
   *
   * @throws MojoExecutionException when it is none of the words that there are
   */
  static FailOn of(String word) throws MojoExecutionException {
    if (word.equals(NEVER)) {
      return new FailOn(Optional.empty());
    }
    for (Severity severity : Severity.values()) {
      if (severity.id().equals(word)) {
        return new FailOn(Optional.of(severity));
      }
    }
    throw new MojoExecutionException(
        "failOn is '"
            + word
            + "', and must be one of: "
            + Arrays.stream(Severity.values())
                .map(Severity::id)
                .collect(Collectors.joining(", ", "", ", " + NEVER)));
  }

  boolean isMetBy(Severity severity) {
    return least.isPresent() && severity.atLeast(least.get());
  }
}
