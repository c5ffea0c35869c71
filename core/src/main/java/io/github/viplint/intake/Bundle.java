package io.github.viplint.intake;

import io.github.viplint.capture.InputProblem;
import io.github.viplint.intake.archive.Member;
import io.github.viplint.intake.archive.Members;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes from one archive what some reader wants, and sums up what was left. */
final class Bundle implements Members {
  /** So many bytes show whether there is something in a file that has no known name. */
  private static final int SAMPLE = 1 << 16;

  private static final int MOST_LINES = 400;

  private final InputFile archive;
  private final Contents contents;
  private final List<InputProblem> problems;
  private final Set<String> taken = new HashSet<>();
  private boolean one;
  private boolean broken;
  private int others;
  private int links;
  private String firstLink = "";

  Bundle(InputFile archive, Contents contents, List<InputProblem> problems) {
    this.archive = archive;
    this.contents = contents;
    this.problems = problems;
  }

  @Override
  public boolean wants(String path) {
    boolean wanted = WantedMember.is(path);
    others += wanted ? 0 : 1;
    return wanted;
  }

  @Override
  public void passOver(String origin) {
    others++;
  }

  @Override
  public void take(Member member) throws IOException {
    BufferedInputStream in = new BufferedInputStream(member, SAMPLE);
    if (member.origin().equals(archive.shown())) {
      one = true;
      contents.take(archive, in, member);
      return;
    }
    if (KnownFile.of(member.path()).isPresent() || showsSomething(in)) {
      taken.add(member.origin());
      contents.take(archive.member(member.origin()), in, member);
    } else {
      others++;
    }
  }

  private static boolean showsSomething(BufferedInputStream in) throws IOException {
    in.mark(SAMPLE);
    byte[] bytes = in.readNBytes(SAMPLE);
    String sample = new String(bytes, StandardCharsets.UTF_8);
    in.reset();
    return (sample.indexOf('\0') < 0 || TextInput.isExport(bytes, bytes.length))
        && sample.lines().limit(MOST_LINES).anyMatch(line -> Known.is(line.stripTrailing()));
  }

  @Override
  public void link(String origin, String path, Optional<String> same) {
    if (same.filter(taken::contains).isPresent() || !wants(path)) {
      return;
    }
    if (KnownFile.isAppliances(KnownFile.name(path))) {
      problem(origin, "is a link; links are not followed");
      return;
    }
    firstLink = links++ == 0 ? path : firstLink;
  }

  @Override
  public void problem(String origin, String message) {
    broken = true;
    problems.add(InputProblem.file(origin, message));
  }

  /** Says what was left. */
  void sumUp() {
    if (taken.isEmpty() && !one && !broken) {
      problem(archive.shown(), "holds nothing that viplint reads");
    }
    if (links > 0) {
      problems.add(
          InputProblem.inFolder(
              archive.shown(),
              "links in it are not followed: " + links + ", the first " + firstLink));
    }
    if (others > 0) {
      problems.add(
          InputProblem.inFolder(archive.shown(), "files in it that no reader wants: " + others));
    }
  }
}
