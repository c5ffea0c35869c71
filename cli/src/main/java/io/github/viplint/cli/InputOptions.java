package io.github.viplint.cli;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Inputs;
import io.github.viplint.config.Configuration;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What to look at. */
final class InputOptions {
  @Parameters(
      paramLabel = "PATH",
      description = "Files and folders; - is standard input, which is read too when none is given.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--kind",
      paramLabel = "KIND=GLOB",
      converter = KindGlob.class,
      description = "Take the files that the glob fits for this kind, say ip-rule=*.txt.")
  private List<Inputs.KindGlob> kinds = new ArrayList<>();

  @Option(
      names = "--host",
      paramLabel = "NAME=GLOB",
      converter = HostGlob.class,
      description = "The files that the glob fits come from this host.")
  private List<Inputs.HostGlob> hosts = new ArrayList<>();

  /** The inputs; says on standard error when it waits for someone to paste. */
  Inputs inputs(Session session, Configuration configuration) {
    List<String> given = paths.isEmpty() ? List.of("-") : paths;
    if (isWord(given.get(0))) {
      session
          .err()
          .println(
              "viplint: there is no command '"
                  + given.get(0)
                  + "' (viplint --help lists all), so it is taken for a path");
    }
    boolean standardInput = given.contains("-");
    if (standardInput && session.terminal().in()) {
      session.err().println("viplint: paste what you captured, then press Ctrl-D");
      session.err().flush();
    }
    return new Inputs(
            given, standardInput ? Optional.of(session.in()) : Optional.empty(), kinds, hosts)
        .withLabs(configuration.labs());
  }

  /** Whether it reads like a command: a plain word that names no file. */
  private static boolean isWord(String path) {
    return !path.isEmpty()
        && path.chars().allMatch(c -> c >= 'a' && c <= 'z')
        && !Files.exists(Path.of(path), LinkOption.NOFOLLOW_LINKS);
  }

  private static String[] parts(String value, String shape) {
    int equals = value.indexOf('=');
    if (equals < 1 || equals == value.length() - 1) {
      throw new TypeConversionException("'" + value + "' is not " + shape);
    }
    String glob = value.substring(equals + 1);
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + glob);
    } catch (PatternSyntaxException e) {
      throw new TypeConversionException("'" + glob + "' is no glob: " + e.getDescription());
    }
    return new String[] {value.substring(0, equals), glob};
  }

  static final class KindGlob implements ITypeConverter<Inputs.KindGlob> {
    @Override
    public Inputs.KindGlob convert(String value) {
      String[] parts = parts(value, "KIND=GLOB");
      List<String> ids = Arrays.stream(CaptureKind.values()).map(CaptureKind::id).toList();
      String id = Choice.of("kind", parts[0], ids);
      return new Inputs.KindGlob(CaptureKind.of(id).orElseThrow(), parts[1]);
    }
  }

  static final class HostGlob implements ITypeConverter<Inputs.HostGlob> {
    @Override
    public Inputs.HostGlob convert(String value) {
      String[] parts = parts(value, "NAME=GLOB");
      return new Inputs.HostGlob(parts[0], parts[1]);
    }
  }
}
