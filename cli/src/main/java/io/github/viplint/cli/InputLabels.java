package io.github.viplint.cli;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Inputs;
import io.github.viplint.config.Configuration;
import java.nio.file.FileSystems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What the user says of inputs that they don't tell themselves. */
final class InputLabels {
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

  /** The inputs with what is said of them; says on standard error when someone is to paste. */
  Inputs inputs(List<String> paths, Session session, Configuration configuration) {
    boolean standardInput = paths.contains("-");
    if (standardInput && session.terminal().in()) {
      session.err().println("viplint: paste what you captured, then press Ctrl-D");
      session.err().flush();
    }
    Inputs inputs =
        new Inputs(
                paths, standardInput ? Optional.of(session.in()) : Optional.empty(), kinds, hosts)
            .withLabs(configuration.labs())
            .withPlan(configuration.plan());
    return session.terminal().err()
        ? inputs.withProgress(new ProgressBar(session.err(), System::nanoTime))
        : inputs;
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
      List<String> ids =
          Arrays.stream(CaptureKind.values())
              .filter(kind -> kind != CaptureKind.CONFIGURATION)
              .map(CaptureKind::id)
              .toList();
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
