package io.github.viplint.config;

import io.github.viplint.capture.Inputs;
import io.github.viplint.model.haproxy.HaproxyVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a configuration file says.
 *
 * @param file what it is called in messages and reports; empty when there is none
 * @param labs each names the files or folders of one lab, apart from all others
 * @param signatures files of log messages to look for as well
 * @param haproxy the release to judge haproxy.cfg by
 * @param appliance {@code v0.2.0}
 * @param baseline the file of what was known before
 * @param plan the file's text, where it says under {@code lab} what a lab is to be
 * @param decisions about rules, findings and reports
 */
public record Configuration(
    Optional<String> file,
    List<Inputs.LabGlob> labs,
    List<Path> signatures,
    Optional<HaproxyVersion> haproxy,
    Optional<String> appliance,
    Optional<Path> baseline,
    Optional<Inputs.PlanText> plan,
    Decisions decisions) {
  /** What holds where there is no configuration file. */
  public static final Configuration NONE = empty(Optional.empty());

  public Configuration {
    labs = List.copyOf(labs);
    signatures = List.copyOf(signatures);
  }

  /** A file that says nothing. */
  static Configuration of(String file) {
    return empty(Optional.of(file));
  }

  private static Configuration empty(Optional<String> file) {
    return new Configuration(
        file,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Decisions.NONE);
  }
}
