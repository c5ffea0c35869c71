package io.github.viplint.intake;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Inputs;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.SourceAccount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One run of taking inputs in. */
final class Taking {
  private static final long MOST_BYTES = 256L << 20;
  private static final int HEAP_SHARE = 6;

  private final Inputs inputs;
  private final TextInput text;
  private final List<InputProblem> problems = new ArrayList<>();
  private final Map<InputFile, Content> contents = new LinkedHashMap<>();
  private long budget = Math.min(2 * MOST_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE);

  Taking(Inputs inputs, ByteSearch wanted) {
    this.inputs = inputs;
    this.text = new TextInput(wanted);
  }

  Intake take(Function<List<String>, Mask> masks) {
    List<String> paths = inputs.paths();
    if (inputs.standardInput().isPresent() && !paths.contains("-")) {
      paths = new ArrayList<>(paths);
      paths.add("-");
    }
    InputFiles files = InputFiles.of(inputs.base(), paths);
    problems.addAll(files.problems());
    files.files().forEach(this::read);
    Mask mask = masks.apply(contents.values().stream().map(Content::text).toList());

    LabNames names = LabNames.of(files.files(), inputs);
    Map<String, List<Capture>> labs = new LinkedHashMap<>();
    List<SourceAccount> accounts = new ArrayList<>();
    contents.forEach(
        (file, content) -> {
          Optional<SourceAccount> taken = account(file, content, mask);
          if (taken.isEmpty()) {
            return;
          }
          SourceAccount account = taken.get();
          accounts.add(account);
          if (account.captures().isEmpty()) {
            problems.add(problem(file, unrecognised(content)));
          } else {
            labs.computeIfAbsent(names.of(file), name -> new ArrayList<>())
                .addAll(account.captures());
          }
        });
    sayUnrecognisedFolders(files.files(), accounts);
    List<Intake.LabInput> found =
        labs.entrySet().stream()
            .map(lab -> new Intake.LabInput(lab.getKey(), lab.getValue()))
            .toList();
    return new Intake(found, accounts, problems, mask);
  }

  /** A folder was given for what is in it: nothing known in it is as bad as an unknown file. */
  private void sayUnrecognisedFolders(List<InputFile> files, List<SourceAccount> accounts) {
    Set<String> recognised = new HashSet<>();
    accounts.stream()
        .filter(account -> !account.captures().isEmpty())
        .forEach(account -> recognised.add(account.source().file()));
    Map<Path, Boolean> folders = new LinkedHashMap<>();
    for (InputFile file : files) {
      file.folder()
          .ifPresent(
              folder ->
                  folders.merge(folder, recognised.contains(file.shown()), Boolean::logicalOr));
    }
    folders.forEach(
        (folder, holds) -> {
          if (!holds) {
            problems.add(InputProblem.file(folder.toString(), "no file in it was recognised"));
          }
        });
  }

  private static String unrecognised(Content content) {
    return content.text().contains("PRIVATE KEY-----")
        ? "holds a private key, which is not looked at; better not to hand it around"
        : "nothing in it was recognised";
  }

  private void read(InputFile file) {
    if (!file.isNamed() && KnownFile.isCopy(file.shown())) {
      problems.add(problem(file, "is a copy of another file and was not looked at"));
      return;
    }
    try {
      Content content;
      if (file.path().isPresent()) {
        content = read(file, file.path().get());
      } else if (inputs.standardInput().isPresent()) {
        content = text.read(inputs.standardInput().get(), kind(file), most());
      } else {
        problems.add(InputProblem.file(file.shown(), "there is no standard input"));
        return;
      }
      if (content.text().isBlank()
          && (content.text().isEmpty() || KnownFile.of(file.shown()).isEmpty())) {
        problems.add(problem(file, "is empty"));
        return;
      }
      budget -= content.cost();
      content.notes().forEach(note -> problems.add(InputProblem.file(file.shown(), note)));
      contents.put(file, content);
    } catch (Content.NoTextException e) {
      problems.add(problem(file, e.getMessage()));
    } catch (IOException e) {
      problems.add(InputProblem.file(file.shown(), "can't be read: " + InputFiles.reason(e)));
    }
  }

  private Content read(InputFile file, Path path) throws IOException, Content.NoTextException {
    try (InputStream in = Files.newInputStream(path)) {
      Content content = text.read(in, kind(file), most());
      if (!content.endsOtherwise() || Files.size(path) > most()) {
        return content;
      }
    }
    try (InputStream in = Files.newInputStream(path)) {
      return text.readWhole(in, most());
    }
  }

  /** The kind that the user told. */
  private Optional<CaptureKind> kind(InputFile file) {
    return inputs.kinds().stream()
        .filter(glob -> new Glob(glob.glob()).fits(file.shown()))
        .map(Inputs.KindGlob::kind)
        .findFirst();
  }

  private long most() {
    return Math.min(MOST_BYTES, Math.max(budget, 1 << 20));
  }

  private static InputProblem problem(InputFile file, String message) {
    return file.isNamed()
        ? InputProblem.file(file.shown(), message)
        : InputProblem.inFolder(file.shown(), message);
  }

  /** What is in a source; empty when taking it in broke, which spoils this one and no other. */
  private Optional<SourceAccount> account(InputFile file, Content content, Mask mask) {
    Source source =
        new Source(
            file.shown(),
            content.text(),
            content.numbers(),
            content.charset(),
            content.sha256(),
            mask);
    Optional<String> host =
        inputs.hosts().stream()
            .filter(glob -> new Glob(glob.glob()).fits(file.shown()))
            .map(Inputs.HostGlob::host)
            .findFirst();
    try {
      return Optional.of(new Taken(source, content.log(), kind(file), host).account());
    } catch (RuntimeException | StackOverflowError e) {
      problems.add(InputProblem.broken(file.shown(), "splitting it into captures", e));
      return Optional.empty();
    }
  }
}
