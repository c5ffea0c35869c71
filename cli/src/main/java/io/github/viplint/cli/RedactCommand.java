package io.github.viplint.cli;

import io.github.viplint.Viplint;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Inputs;
import io.github.viplint.intake.RawTexts;
import io.github.viplint.redact.Manifest;
import io.github.viplint.report.TextManifest;
import io.github.viplint.report.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code viplint redact PATH… -o OUT} */
@Command(
    name = "redact",
    description = {
      "Writes a copy without secrets, to be handed out: folders and archives become plain folders,",
      "and a manifest says what was cut. The inputs are not changed."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 all was copied, 2 wrong usage, 3 something could not be read, 4 or written."
    })
final class RedactCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders and archives; - is standard input.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "The folder to write to; it must not exist, or be empty.")
  private Path output;

  @Mixin private AnonymizeOption anonymize = new AnonymizeOption();

  RedactCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    OutputFolder folder = new OutputFolder(output);
    Optional<String> refusal = folder.refusal(paths);
    if (refusal.isPresent()) {
      throw new UsageException(refusal.get());
    }
    PrintWriter err = session.err();
    Inputs inputs =
        new Inputs(
            paths,
            paths.contains("-") ? Optional.of(session.in()) : Optional.empty(),
            List.of(),
            List.of());
    RawTexts texts = RawTexts.of(inputs);
    ShareableCopy copy = ShareableCopy.of(texts, anonymize);
    Manifest manifest = copy.manifest();
    manifest
        .leftOut()
        .forEach(
            one ->
                err.println(
                    "viplint: "
                        + Visible.line(one.file())
                        + ": left out: "
                        + Visible.line(one.reason())));
    if (manifest.files().isEmpty()) {
      err.println("viplint: there is nothing to copy");
      err.flush();
      return Exit.INCOMPLETE;
    }
    try {
      copy.write(folder);
    } catch (IOException e) {
      err.println(
          "viplint: "
              + Visible.line(output.toString())
              + ": could not be written ("
              + Main.reason(e)
              + ")");
      err.flush();
      return Exit.INTERNAL;
    }
    new TextManifest(Viplint.version(), manifest).write(session.out());
    err.flush();
    return texts.problems().stream().anyMatch(InputProblem::fatal) ? Exit.INCOMPLETE : Exit.OK;
  }
}
