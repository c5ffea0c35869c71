package io.github.viplint.lint;

import io.github.viplint.capture.Capture;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Fixes that were applied in memory, one after the other, each of them proven on what the ones
 * before it left.
 *
 * @param before what was found, each fix of it tried alone
 * @param after what is found when all of them are applied; a fix that was tried and not kept says
 *     why
 * @param steps the fixes, in the order applied
 * @param changes of captures, in the order of their files
 * @param commands what makes them take effect, host by host
 * @param complete whether everything was tried; otherwise there was too much, and a plan for what
 *     it leaves goes on from there
 */
public record FixPlan(
    Report before,
    Report after,
    List<Step> steps,
    List<Change> changes,
    List<Commands> commands,
    boolean complete) {
  public FixPlan {
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    steps = List.copyOf(steps);
    changes = List.copyOf(changes);
    commands = List.copyOf(commands);
  }

  /**
   * A fix that was kept.
   *
   * @param cured the finding that it cures, as found when it was applied
   * @param brings findings that come with it, and that nothing else could avoid: less severe ones,
   *     or what a line that was left out was meant to serve
   */
  public record Step(Report.Entry cured, Fix fix, List<Report.Entry> brings) {
    public Step {
      brings = List.copyOf(brings);
    }
  }

  /**
   * A capture with its fixes.
   *
   * @param file the configuration file that it is, and all of; empty for what can't be written: a
   *     part of a paste, an archive's member, standard input
   */
  public record Change(Optional<Path> file, Capture before, Capture after) {}

  /**
   * What to do on a host once it has the changed files.
   *
   * @param commands one shell command each, in order; they were tried together on the re-enacted
   *     appliance
   * @param elsewhere what else has to be changed so that it lasts
   */
  public record Commands(String lab, String host, List<String> commands, List<String> elsewhere) {
    public Commands {
      commands = List.copyOf(commands);
      elsewhere = List.copyOf(elsewhere);
    }
  }

  /**
   * What became of a file.
   *
   * @param file as given
   * @param refused why it was left as it is; empty when it was written
   */
  public record Written(String file, Optional<String> refused) {}
}
