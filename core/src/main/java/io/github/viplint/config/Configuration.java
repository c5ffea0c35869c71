package io.github.viplint.config;

import io.github.viplint.capture.Inputs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a configuration file says.
 *
 * @param file where it was read from; empty when there is none
 * @param labs each names the files or folders of one lab, apart from all others
 * @param signatures files of log messages to look for as well
 */
public record Configuration(Optional<Path> file, List<Inputs.LabGlob> labs, List<Path> signatures) {
  /** What holds where there is no configuration file. */
  public static final Configuration NONE =
      new Configuration(Optional.empty(), List.of(), List.of());

  public Configuration {
    labs = List.copyOf(labs);
    signatures = List.copyOf(signatures);
  }
}
