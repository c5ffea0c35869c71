package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Inputs;
import io.github.viplint.intake.archive.ArchiveWalk;
import io.github.viplint.intake.archive.Member;
import io.github.viplint.intake.archive.Packing;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is in the inputs of a run: that of files, and of the members of archives. */
final class Contents {
  private static final long MOST_BYTES = 256L << 20;
  private static final int HEAP_SHARE = 5;
  private static final int BUFFER = 1 << 16;

  private final Inputs inputs;
  private final TextInput text;
  private final List<InputProblem> problems;
  private final Map<String, InputFile> files = new LinkedHashMap<>();
  private final Map<InputFile, Content> contents = new LinkedHashMap<>();
  private long budget = Math.min(2 * MOST_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE);

  /**
   * @param problems what can't be read is added here
   */
  Contents(Inputs inputs, ByteSearch wanted, List<InputProblem> problems) {
    this.inputs = inputs;
    this.text = new TextInput(wanted);
    this.problems = problems;
  }

  /** All that was read, in the order it came. */
  Map<InputFile, Content> all() {
    return contents;
  }

  /** Every file that was looked at, whether or not it could be read. */
  Collection<InputFile> files() {
    return files.values();
  }

  void read(InputFile file) {
    files.put(file.shown(), file);
    if (!file.isNamed() && KnownFile.isCopy(file.shown())) {
      problems.add(problem(file, "is a copy of another file and was not looked at"));
      return;
    }
    if (file.path().isEmpty() && inputs.standardInput().isEmpty()) {
      problems.add(InputProblem.file(file.shown(), "there is no standard input"));
      return;
    }
    try (InputStream bytes = open(file)) {
      BufferedInputStream in = new BufferedInputStream(bytes, BUFFER);
      in.mark(Packing.HEAD);
      Optional<Packing> packing = Packing.of(in.readNBytes(Packing.HEAD));
      in.reset();
      if (packing.isPresent()) {
        Bundle bundle = new Bundle(file, this, problems);
        new ArchiveWalk(bundle).walk(file.shown(), in);
        bundle.sumUp();
      } else {
        add(file, readWholeIfNeeded(file, text.read(in, kind(file), named(file), most())));
      }
    } catch (Content.NoTextException e) {
      problems.add(problem(file, e.getMessage()));
    } catch (IOException e) {
      problems.add(InputProblem.file(file.shown(), "can't be read: " + InputFiles.reason(e)));
    }
  }

  /** Takes a member of an archive, or what is in a compressed file. */
  void take(InputFile file, InputStream in, Member member) throws IOException {
    files.putIfAbsent(file.shown(), file);
    if (KnownFile.isCopy(file.shown())) {
      problems.add(problem(file, "is a copy of another file and was not looked at"));
      return;
    }
    try {
      Content content = text.read(in, kind(file), named(file), most());
      if (member.failure().isEmpty() || content.isLog()) {
        add(file, content);
      }
    } catch (Content.NoTextException e) {
      problems.add(problem(file, e.getMessage()));
    }
  }

  private InputStream open(InputFile file) throws IOException {
    long size = -1;
    InputStream in;
    if (file.path().isEmpty()) {
      in = inputs.standardInput().orElseThrow();
    } else {
      List<Path> parts = new ArrayList<>(file.rest());
      parts.add(0, file.path().get());
      size = 0;
      for (Path part : parts) {
        size += Files.size(part);
      }
      in = new PartedFile(parts);
    }
    return new Metered(in, file.shown(), size, inputs.progress());
  }

  /** A file that begins as a log and ends as something else is no log. */
  private Content readWholeIfNeeded(InputFile file, Content content)
      throws IOException, Content.NoTextException {
    if (!content.endsOtherwise() || file.path().isEmpty()) {
      return content;
    }
    Path path = file.path().get();
    if (Files.size(path) > most()) {
      return content;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return text.readWhole(in, most());
    }
  }

  private void add(InputFile file, Content content) {
    if (content.text().isBlank()
        && (content.text().isEmpty() || KnownFile.of(file.shown()).isEmpty())) {
      problems.add(problem(file, "is empty"));
      return;
    }
    budget -= content.cost();
    content.notes().forEach(note -> problems.add(InputProblem.file(file.shown(), note)));
    contents.put(file, content); // of two members of one name the later counts, as when unpacked
  }

  /** The kind that the user told. */
  Optional<CaptureKind> kind(InputFile file) {
    return inputs.kinds().stream()
        .filter(glob -> new Glob(glob.glob()).fits(file.shown()))
        .map(Inputs.KindGlob::kind)
        .findFirst();
  }

  private static Optional<CaptureKind> named(InputFile file) {
    return KnownFile.of(file.shown()).map(KnownFile::kind);
  }

  private long most() {
    return Math.min(MOST_BYTES, Math.max(budget, 1 << 20));
  }

  /** What is wrong with one of several files is no reason to distrust the others. */
  static InputProblem problem(InputFile file, String message) {
    return file.isNamed()
        ? InputProblem.file(file.shown(), message)
        : InputProblem.inFolder(file.shown(), message);
  }
}
