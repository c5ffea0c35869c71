package io.github.viplint.intake;

import io.github.viplint.capture.InputProblem;
import io.github.viplint.intake.archive.Fragment;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files that the given paths lead to, in the order given, those of a folder sorted. */
final class InputFiles {
  private static final int DEEPEST = 16;
  private static final int MOST = 20_000;

  private final Path base;
  private final List<InputFile> files = new ArrayList<>();
  private final List<InputProblem> problems = new ArrayList<>();
  private final Set<String> given = new HashSet<>();

  /** Where the files are, so that one that is named in two ways is read once. */
  private final Set<Path> places = new HashSet<>();

  private Fragment lastPart = new Fragment("", 0);
  private boolean full;
  private int repeats;

  private InputFiles(Path base) {
    this.base = base;
  }

  /**
   * @param base the folder that relative paths start from
   */
  static InputFiles of(Path base, List<String> paths) {
    InputFiles found = new InputFiles(base);
    for (String path : paths) {
      found.add(path);
    }
    return found;
  }

  List<InputFile> files() {
    return files;
  }

  List<InputProblem> problems() {
    return problems;
  }

  private void add(String shown) {
    if (!given.add(shown)) {
      return;
    }
    if (shown.equals("-")) {
      files.add(new InputFile(shown, Optional.empty(), Optional.empty()));
      return;
    }
    try {
      Path path = base.resolve(shown);
      if (shown.isEmpty() || !Files.exists(path)) {
        problem(shown, missing(path));
      } else if (Files.isDirectory(path)) {
        int before = files.size() + problems.size() + repeats;
        walk(new Folder(shown, path), path, 0);
        if (files.size() + problems.size() + repeats == before) {
          problem(shown, "holds no file");
        }
      } else {
        readable(shown, path)
            .ifPresentOrElse(
                message -> problem(shown, message),
                () -> keep(new InputFile(shown, Optional.of(path), Optional.empty())));
      }
    } catch (InvalidPathException e) {
      problem(shown, "is no path");
    }
  }

  private static String missing(Path path) {
    return Files.isSymbolicLink(path)
        ? "is a link to a file that does not exist"
        : "does not exist";
  }

  private static Optional<String> readable(String shown, Path path) {
    if (!Files.isRegularFile(path)) {
      return Optional.of(
          "is no regular file" + (shown.startsWith("/dev/fd/") ? "; pipe it to -" : ""));
    }
    return Files.isReadable(path)
        ? Optional.empty()
        : Optional.of("can't be read: permission denied");
  }

  private void walk(Folder root, Path folder, int depth) {
    if (depth > DEEPEST) {
      problem(root.shown(folder), "is nested too deep and was not read");
      return;
    }
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        // one more than is read, so that it is said that there is more
        if (entries.size() > MOST) {
          break;
        }
        entries.add(entry);
      }
    } catch (IOException | DirectoryIteratorException e) {
      problem(root.shown(folder), "can't be read: " + reason(e));
      return;
    }
    entries.sort(null);
    for (Path entry : entries) {
      if (full) {
        return;
      }
      Path name = entry.getFileName();
      if (name == null || name.toString().startsWith(".") || isManifest(name)) {
        continue;
      }
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        walk(root, entry, depth + 1);
      } else {
        addFound(root, entry);
      }
    }
  }

  private static boolean isManifest(Path name) {
    return name.toString().equals(RawTexts.MANIFEST)
        || name.toString().equals(RawTexts.MANIFEST_TEXT);
  }

  /** Keeps a file; the parts of one that was cut into pieces become that one. */
  private void keep(InputFile file) {
    if (file.path().filter(path -> !places.add(real(path))).isPresent()) {
      repeats++;
      return;
    }
    Optional<Fragment> part = Fragment.of(file.shown());
    if (part.isEmpty()) {
      files.add(file);
    } else if (part.get().number() == 0) {
      lastPart = part.get();
      files.add(new InputFile(part.get().whole(), file.path(), file.folder()));
    } else if (lastPart.isBefore(part.get())) {
      lastPart = part.get();
      files.replaceAll(whole -> whole.shown().equals(lastPart.whole()) ? whole.with(file) : whole);
    } else {
      problem(file.shown(), "is a part of a file, and the part before it is not there");
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

  private void addFound(Folder root, Path entry) {
    String shown = root.shown(entry);
    if (Files.isSymbolicLink(entry)) {
      note(shown, "is a link; links inside folders are not followed");
      return;
    }
    Optional<String> message = readable(shown, entry);
    if (message.isPresent()) {
      problem(shown, message.get());
      return;
    }
    if (files.size() >= MOST) {
      full = true;
      problem(root.given(), "holds more than " + MOST + " files; the rest was not read");
      return;
    }
    given.add(shown);
    keep(new InputFile(shown, Optional.of(entry), Optional.of(root.path())));
  }

  /** A folder as given, and where it is. */
  private record Folder(String given, Path path) {
    /** What is in it, named from where the folder was. */
    String shown(Path entry) {
      return Path.of(given).resolve(path.relativize(entry)).toString();
    }
  }

  private void problem(String file, String message) {
    problems.add(InputProblem.file(file, message));
  }

  private void note(String file, String message) {
    problems.add(InputProblem.inFolder(file, message));
  }

  /** Why reading failed, in words. */
  static String reason(Exception e) {
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileSystemException failed && failed.getReason() != null) {
      return failed.getReason();
    }
    return e.getMessage() == null || e.getMessage().isBlank()
        ? "input/output error"
        : "input/output error: " + e.getMessage();
  }
}
