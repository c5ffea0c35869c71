package io.github.viplint.cli;

import io.github.viplint.Viplint;
import io.github.viplint.config.Configuration;
import io.github.viplint.config.ConfigurationException;
import io.github.viplint.config.UserPack;
import io.github.viplint.lint.Options;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Log messages of the user's own. */
final class SignatureOptions {
  @Option(
      names = "--signatures",
      paramLabel = "FILE",
      description = "Also look for the log messages of this YAML file; may be given several times.")
  private List<Path> files = new ArrayList<>();

  /**
   * The library with the packs of the command line and of the configuration.
   *
   * @throws UsageException when one can't be used
   */
  Viplint library(Session session, Options options, Configuration configuration) {
    Viplint library = session.library().apply(options);
    List<Path> all = new ArrayList<>(configuration.signatures());
    all.addAll(files);
    for (Path file : all) {
      library = with(library, file);
    }
    return library;
  }

  private Viplint with(Viplint library, Path file) {
    try {
      return library.with(UserPack.read(file));
    } catch (ConfigurationException e) {
      throw new UsageException(e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new UsageException(file + ": " + e.getMessage());
    }
  }
}
