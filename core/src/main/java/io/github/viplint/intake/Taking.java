package io.github.viplint.intake;

import io.github.viplint.capture.Capture;
import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Encoding;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Inputs;
import io.github.viplint.capture.LineNumbers;
import io.github.viplint.capture.Mask;
import io.github.viplint.capture.Source;
import io.github.viplint.capture.SourceAccount;
import java.nio.charset.StandardCharsets;
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
import java.util.stream.Stream;

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
    Mask mask =
        masks.apply(
            Stream.concat(contents.all().values().stream().map(Content::text), planText().stream())
                .toList());

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
    return new Intake(
        withPlan(found, accounts, mask),
        accounts,
        problems.stream().map(this::rewritten).toList(),
        mask,
        rewritten);
  }

  private void rewrite(LabNames names) {
    if (rewriting == Rewriting.NONE) {
      return;
    }
    Set<String> labels = new LinkedHashSet<>();
    contents.files().forEach(file -> labels.add(names.of(file)));
    inputs.hosts().forEach(glob -> labels.add(glob.host()));
    List<String> texts =
        Stream.concat(
                contents.all().values().stream().map(Content::text),
                inputs.plan().stream().map(Inputs.PlanText::text))
            .toList();
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

  /** Of the configuration, as it may be told. */
  private Optional<String> planText() {
    return inputs.plan().map(Inputs.PlanText::text).map(rewritten);
  }

  /**
   * What a configuration says is of the one lab that there is; where it names several, nobody knows
   * which of them, not even when only one is looked at.
   */
  private List<Intake.LabInput> withPlan(
      List<Intake.LabInput> found, List<SourceAccount> accounts, Mask mask) {
    if (inputs.plan().isEmpty()) {
      return found;
    }
    Inputs.PlanText plan = inputs.plan().get();
    int labs = Math.max(found.size(), inputs.labs().size());
    if (labs > 1) {
      problems.add(
          InputProblem.inFolder(
              plan.file(),
              "says under `lab` what one lab is to be, and was not used for "
                  + labs
                  + " of them: give each its plan as a file in its folder"));
      return found;
    }
    String text = planText().orElseThrow();
    Source source =
        new Source(
            rewritten.apply(plan.file()),
            text,
            LineNumbers.ALL,
            new Encoding(StandardCharsets.UTF_8, false),
            Digest.of(text, StandardCharsets.UTF_8),
            mask);
    Capture capture = Capture.whole(source).kind(CaptureKind.LAB_PLAN).build();
    accounts.add(new SourceAccount(source, List.of(capture), 0, List.of()));
    List<Capture> captures = new ArrayList<>();
    found.forEach(lab -> captures.addAll(lab.captures()));
    captures.add(capture);
    return List.of(new Intake.LabInput(found.isEmpty() ? "lab" : found.get(0).name(), captures));
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
