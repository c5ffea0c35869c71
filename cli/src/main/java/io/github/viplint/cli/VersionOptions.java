package io.github.viplint.cli;

import io.github.viplint.config.Configuration;
import io.github.viplint.lint.Options;
import io.github.viplint.model.haproxy.HaproxyVersion;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Versions that captures may not tell. */
final class VersionOptions {
  @Option(
      names = "--haproxy",
      paramLabel = "VERSION",
      converter = Haproxy.class,
      description = "Judge haproxy.cfg by this version, say 2.4 (default: as captured, else 2.2).")
  private Optional<HaproxyVersion> haproxy = Optional.empty();

  @Option(
      names = "--appliance",
      paramLabel = "VERSION",
      converter = Appliance.class,
      description = "The appliance's version, say v0.2.0 (default: as captured).")
  private Optional<String> appliance = Optional.empty();

  /** What the user said, else what the configuration says. */
  Options options(Configuration configuration) {
    return new Options(
        haproxy.or(configuration::haproxy),
        appliance.or(configuration::appliance),
        configuration.file());
  }

  static final class Haproxy implements ITypeConverter<HaproxyVersion> {
    @Override
    public HaproxyVersion convert(String value) {
      return HaproxyVersion.of(value)
          .filter(HaproxyVersion::isKnown)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'"
                          + value
                          + "' is no version that is known: "
                          + HaproxyVersion.KNOWN.stream()
                              .map(HaproxyVersion::toString)
                              .collect(Collectors.joining(", "))
                          + " (those between are judged as the one before)"));
    }
  }

  static final class Appliance implements ITypeConverter<String> {
    private static final Pattern VERSION = Pattern.compile("v?\\d+\\.\\d+\\.\\d+");

    @Override
    public String convert(String value) {
      if (!VERSION.matcher(value).matches()) {
        throw new TypeConversionException("'" + value + "' is no version like v0.2.0");
      }
      return value.startsWith("v") ? value : "v" + value;
    }
  }
}
