package io.github.viplint.intake;

import io.github.viplint.capture.InputProblem;
import io.github.viplint.capture.Inputs;
import io.github.viplint.intake.archive.ArchiveWalk;
import io.github.viplint.intake.archive.Member;
import io.github.viplint.intake.archive.MemberName;
import io.github.viplint.intake.archive.Members;
import io.github.viplint.intake.archive.Packing;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All texts that the inputs hold, in archives too, to be copied and not to be judged. */
public final class RawTexts {
  /** What was cut, beside the files of a copy; no input of any lab. */
  public static final String MANIFEST = "viplint-redacted.json";

  /** The same for people. */
  public static final String MANIFEST_TEXT = "viplint-redacted.txt";

  private static final long MOST_BYTES = 256L << 20;
  private static final int HEAP_SHARE = 6;
  private static final int BUFFER = 1 << 16;

  private final Inputs inputs;
  private final TextInput text = new TextInput((bytes, from, to) -> -1);
  private final List<RawText> texts = new ArrayList<>();
  private final List<InputProblem> problems = new ArrayList<>();
  private long budget = Math.min(2 * MOST_BYTES, Runtime.getRuntime().maxMemory() / HEAP_SHARE);

  private RawTexts(Inputs inputs) {
    this.inputs = inputs;
  }

  /** Reads them all. Never throws for what they hold or for a path that can't be read. */
  public static RawTexts of(Inputs inputs) {
    RawTexts found = new RawTexts(inputs);
    InputFiles files = InputFiles.of(inputs.base(), inputs.paths());
    found.problems.addAll(files.problems());
    files.files().forEach(found::read);
    return found;
  }

  public List<RawText> texts() {
    return List.copyOf(texts);
  }

  /** What is not among the texts, and why. */
  public List<InputProblem> problems() {
    return List.copyOf(problems);
  }

  private void read(InputFile file) {
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
        new ArchiveWalk(new All(file)).walk(file.shown(), in);
      } else {
        keep(file, file.shown(), place(file), in);
      }
    } catch (IOException e) {
      problems.add(InputProblem.file(file.shown(), "can't be read: " + InputFiles.reason(e)));
    }
  }

  private InputStream open(InputFile file) throws IOException {
    if (file.path().isEmpty()) {
      return inputs.standardInput().orElseThrow();
    }
    List<Path> parts = new ArrayList<>(file.rest());
    parts.add(0, file.path().get());
    return new PartedFile(parts);
  }

  private void keep(InputFile given, String shown, String place, InputStream in)
      throws IOException {
    try {
      Content content = text.readWhole(in, Math.min(MOST_BYTES, Math.max(budget, 1 << 20)));
      budget -= content.cost();
      texts.add(new RawText(shown, place, content.text(), content.encoding()));
    } catch (Content.NoTextException e) {
      problems.add(
          given.isNamed() && given.shown().equals(shown)
              ? InputProblem.file(shown, e.getMessage())
              : InputProblem.inFolder(shown, e.getMessage()));
    }
  }

  /** Below the folder that was given; what was named itself has its name alone. */
  private String place(InputFile file) {
    if (file.path().isEmpty()) {
      return "stdin.txt";
    }
    Path path = file.path().get();
    Path folder = file.folder().orElse(path.toAbsolutePath().getParent());
    String below =
        (file.folder().isPresent()
                ? folder.relativize(path)
                : folder.relativize(path.toAbsolutePath()))
            .toString();
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return file.isNamed() || isOnly() || name == null ? below : name + "/" + below;
  }

  private boolean isOnly() {
    return inputs.paths().size() == 1;
  }

  /** Takes every member of an archive. */
  private final class All implements Members {
    private final InputFile archive;

    All(InputFile archive) {
      this.archive = archive;
    }

    @Override
    public boolean wants(String path) {
      return true;
    }

    @Override
    public void take(Member member) throws IOException {
      String origin = member.origin();
      String own = place(archive);
      String place;
      if (origin.equals(archive.shown())) {
        place = MemberName.unpacked(own);
      } else {
        String below = withoutEndings(origin.substring(archive.shown().length() + 2));
        boolean root = archive.isNamed() && isOnly();
        place = root ? below : withoutEnding(own) + "/" + below;
      }
      keep(archive, origin, place, member);
    }

    private String withoutEndings(String members) {
      String[] parts = members.split("!/", -1);
      StringBuilder place = new StringBuilder();
      for (int i = 0; i < parts.length - 1; i++) {
        place.append(withoutEnding(parts[i])).append('/');
      }
      return place.append(MemberName.unpacked(parts[parts.length - 1])).toString();
    }

    private String withoutEnding(String name) {
      String unpacked = MemberName.unpacked(name);
      return unpacked.matches("(?i).+\\.(?:tar|zip)")
          ? unpacked.substring(0, unpacked.lastIndexOf('.'))
          : unpacked;
    }

    @Override
    public void passOver(String origin) {
      problems.add(InputProblem.inFolder(origin, "is a program or a document, and was left out"));
    }

    @Override
    public void link(String origin, String path, Optional<String> same) {
      problems.add(InputProblem.inFolder(origin, "is a link; links are not followed"));
    }

    @Override
    public void problem(String origin, String message) {
      problems.add(InputProblem.file(origin, message));
    }
  }
}
