package io.github.viplint.cli;

import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Survey;
import io.github.viplint.lint.Survey.LabHost;
import io.github.viplint.report.Visible;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which host a question is about: the one that {@code --on} names, else the only one. */
final class HostChoice {
  @Option(
      names = "--on",
      paramLabel = "HOST",
      description = "The host that is meant, where there are several; LAB/HOST of several labs.")
  private Optional<String> on = Optional.empty();

  /**
   * The host; empty when none fits and none was named.
   *
   * @param fits whether a host can be asked at all
   * @throws UsageException when several fit, or none is called so
   */
  Optional<LabHost> of(Survey survey, Predicate<HostView> fits) {
    List<LabHost> possible =
        on.isEmpty() ? survey.hosts(fits) : named(survey, survey.told().apply(on.get()));
    if (on.isPresent() && possible.isEmpty()) {
      throw usage("there is no host '" + Visible.line(on.get()) + "'", survey.hosts());
    }
    if (possible.size() > 1) {
      throw usage("choose one with --on HOST", possible);
    }
    return possible.stream().findFirst();
  }

  private static List<LabHost> named(Survey survey, String name) {
    String label = firstLabel(name);
    return survey.hosts().stream()
        .filter(
            host ->
                name.equals(host.lab() + "/" + host.view().name())
                    || label.equals(firstLabel(host.view().name())))
        .toList();
  }

  /** {@code haproxy} and {@code haproxy.lab.local} are one host. */
  private static String firstLabel(String name) {
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private UsageException usage(String what, List<LabHost> hosts) {
    boolean several = hosts.stream().map(LabHost::lab).distinct().count() > 1;
    return new UsageException(
        what
            + ": "
            + hosts.stream()
                .map(host -> (several ? host.lab() + "/" : "") + host.view().name())
                .collect(Collectors.joining(", ")));
  }
}
