package io.github.viplint.intake;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Inputs;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.SourceAccount;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One run of taking inputs in. */
final class Taking {
  private final Inputs inputs;
  private final List<InputProblem> problems = new ArrayList<>();
  private final Contents contents;
  private final Rewriting rewriting;
  private UnaryOperator<String> rewritten = UnaryOperator.identity();

  Taking(Inputs inputs, Rewriting rewriting, ByteSearch wanted) {
    this.inputs = inputs;
    this.rewriting = rewriting;
    this.contents = new Contents(inputs, wanted, problems);
  }

  Intake take(Function<List<String>, Mask> masks) {
    List<String> paths = inputs.paths();
    if (inputs.standardInput().isPresent() && !paths.contains("-")) {
      paths = new ArrayList<>(paths);
      paths.add("-");
    }
    InputFiles files = InputFiles.of(inputs.base(), paths);
    problems.addAll(files.problems());
    files.files().forEach(contents::read);
    LabNames names = LabNames.of(contents.files(), inputs);
    rewrite(names);
    Mask mask = masks.apply(contents.all().values().stream().map(Content::text).toList());

    Map<String, List<Capture>> labs = new LinkedHashMap<>();
    List<SourceAccount> accounts = new ArrayList<>();
    List<InputFile> recognised = new ArrayList<>();
    contents
        .all()
        .forEach(
            (file, content) -> {
              Optional<SourceAccount> taken = account(file, content, mask);
              if (taken.isEmpty()) {
                return;
              }
              SourceAccount account = taken.get();
              accounts.add(account);
              if (account.captures().isEmpty()) {
                problems.add(Contents.problem(file, "nothing in it was recognised"));
              } else {
                recognised.add(file);
                labs.computeIfAbsent(shown(names.of(file), mask), name -> new ArrayList<>())
                    .addAll(account.captures());
              }
            });
    sayUnrecognisedFolders(recognised);
    List<Intake.LabInput> found =
        labs.entrySet().stream()
            .map(lab -> new Intake.LabInput(lab.getKey(), lab.getValue()))
            .toList();
    return new Intake(found, accounts, problems.stream().map(this::rewritten).toList(), mask);
  }

  private void rewrite(LabNames names) {
    if (rewriting == Rewriting.NONE) {
      return;
    }
    Set<String> labels = new LinkedHashSet<>();
    contents.files().forEach(file -> labels.add(names.of(file)));
    inputs.hosts().forEach(glob -> labels.add(glob.host()));
    List<String> texts = contents.all().values().stream().map(Content::text).toList();
    rewritten = rewriting.of(texts, labels);
    contents.all().replaceAll((file, content) -> content.with(rewritten.apply(content.text())));
  }

  private InputProblem rewritten(InputProblem problem) {
    return new InputProblem(
        rewritten.apply(problem.file()),
        problem.place(),
        rewritten.apply(problem.message()),
        problem.extent());
  }

  /** A name that is given from outside, fit to be told. */
  private String shown(String name, Mask mask) {
    String other = rewritten.apply(name);
    return mask.shown(other, 0, other.length());
  }

  /** A folder was given for what is in it: nothing known in it is as bad as an unknown file. */
  private void sayUnrecognisedFolders(List<InputFile> recognised) {
    Set<Path> folders = new LinkedHashSet<>();
    contents.files().forEach(file -> file.folder().ifPresent(folders::add));
    for (Path folder : folders) {
      if (recognised.stream()
          .noneMatch(file -> file.path().filter(path -> path.startsWith(folder)).isPresent())) {
        problems.add(
            InputProblem.file(
                InputFile.withoutMark(folder.toString()), "no file in it was recognised"));
      }
    }
  }

  /** What is in a source; empty when taking it in broke, which spoils this one and no other. */
  private Optional<SourceAccount> account(InputFile file, Content content, Mask mask) {
    Source source =
        new Source(
            shown(file.shown(), mask),
            content.text(),
            content.numbers(),
            content.encoding(),
            content.sha256(),
            mask);
    Optional<String> host =
        inputs.hosts().stream()
            .filter(glob -> new Glob(glob.glob()).fits(file.shown()))
            .map(glob -> rewritten.apply(glob.host()))
            .findFirst();
    try {
      return Optional.of(
          new Taken(
                  source,
                  content.log().filter(log -> !content.interrupted()),
                  contents.kind(file),
                  host)
              .account());
    } catch (RuntimeException | StackOverflowError e) {
      problems.add(InputProblem.broken(file.shown(), "splitting it into captures", e));
      return Optional.empty();
    }
  }
}
