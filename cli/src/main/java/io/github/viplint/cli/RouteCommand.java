package io.github.viplint.cli;

import inet.ipaddr.IPAddress;
import io.github.viplint.config.Configuration;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.Survey;
import io.github.viplint.lint.Survey.LabHost;
import io.github.viplint.report.JsonRoute;
import io.github.viplint.report.TextRoute;
import io.github.viplint.report.Way;
import io.github.viplint.twin.kernel.KernelState;
import io.github.viplint.twin.route.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code viplint route DEST… --in PATH…} */
@Command(
    name = "route",
    description = "Says which way a packet goes, and why: rule by rule, table by table.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 an answer was given, 2 wrong usage, 3 what decides was not captured."
    })
final class RouteCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "DEST",
      converter = FlowOptions.Address.class,
      description = "Where packets go to: IPv4 or IPv6 addresses.")
  private List<IPAddress> destinations = new ArrayList<>();

  @Option(
      names = "--in",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Files and folders with what was captured (default: -, which is standard input).")
  private List<String> paths = new ArrayList<>();

  @Mixin private FlowOptions flow = new FlowOptions();
  @Mixin private HostChoice choice = new HostChoice();
  @Mixin private InputLabels labels = new InputLabels();
  @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
  @Mixin private AnonymizeOption anonymize = new AnonymizeOption();
  @Mixin private StyleOptions style = new StyleOptions();
  @Mixin private VersionOptions versions = new VersionOptions();

  @Mixin private ListFormatOption format = new ListFormatOption();

  RouteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Configuration settings = configuration.read();
    List<String> given = paths.isEmpty() ? List.of("-") : paths;
    Survey survey =
        anonymize
            .of(session.library().apply(versions.options(settings)))
            .survey(labels.inputs(given, session, settings));
    Problems problems = new Problems(survey.report());
    problems.print(session.err(), style.verbose());
    Optional<LabHost> host = choice.of(survey, RouteCommand::routes);
    if (host.isEmpty()) {
      session
          .err()
          .println(
              "viplint: nothing of a host's routing was captured; try `ip rule show`,"
                  + " `ip route show table all` and `ip addr show`");
      session.err().flush();
      return problems.exit(Exit.INCOMPLETE);
    }
    HostView view = host.get().view();
    List<Way> ways =
        destinations.stream()
            .map(destination -> Way.of(view, flow.to(destination, survey.told())))
            .toList();
    if (format.isJson()) {
      new JsonRoute(ways, survey.mask()).write(session.out());
    } else {
      new TextRoute(ways, survey.mask()).write(session.out(), style.style(session.terminal()));
    }
    boolean open = ways.stream().anyMatch(way -> way.answer().action() == Answer.Action.UNKNOWN);
    return problems.exit(open ? Exit.INCOMPLETE : Exit.OK);
  }

  /** Whether anything is known of how the host routes. */
  private static boolean routes(HostView host) {
    KernelState kernel = host.kernel();
    return !kernel.interfaces().isEmpty() || kernel.knowsRouting();
  }
}
