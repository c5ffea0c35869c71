package io.github.viplint.cli;

import io.github.viplint.config.Configuration;
import io.github.viplint.config.ConfigurationException;
import io.github.viplint.config.ConfigurationFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the configuration is. */
final class ConfigurationOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The configuration (default: the nearest .viplint.yaml in the working directory or above).")
  private Optional<Path> file = Optional.empty();

  /**
   * The configuration of this run.
   *
   * @throws UsageException when it can't be used
   */
  Configuration read() {
    try {
      if (file.isPresent()) {
        return ConfigurationFile.read(file.get());
      }
      Optional<Path> found = ConfigurationFile.find(Path.of(""));
      return found.isPresent()
          ? ConfigurationFile.read(found.get(), fromHere(found.get()))
          : Configuration.NONE;
    } catch (ConfigurationException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static String fromHere(Path found) {
    return Path.of("").toAbsolutePath().normalize().relativize(found).toString();
  }
}
