package io.github.viplint.cli;

import io.github.viplint.config.Configuration;
import io.github.viplint.lint.Survey;
import io.github.viplint.lint.Survey.LabHost;
import io.github.viplint.report.JsonBoot;
import io.github.viplint.report.TextBoot;
import io.github.viplint.twin.Boot;
import io.github.viplint.twin.appliance.StartResult;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code viplint boot PATH…} */
@Command(
    name = "boot",
    description =
        "Says what an appliance would do at its next boot with these files, line by line.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exit codes: 0 an answer was given, 2 wrong usage, 3 what decides was not captured."
    })
final class BootCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private InputOptions input = new InputOptions();
  @Mixin private HostChoice choice = new HostChoice();
  @Mixin private VersionOptions versions = new VersionOptions();
  @Mixin private ConfigurationOptions configuration = new ConfigurationOptions();
  @Mixin private AnonymizeOption anonymize = new AnonymizeOption();
  @Mixin private StyleOptions style = new StyleOptions();

  @Mixin private ListFormatOption format = new ListFormatOption();

  BootCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Configuration settings = configuration.read();
    Survey survey =
        anonymize
            .of(session.library().apply(versions.options(settings)))
            .survey(input.inputs(session, settings));
    Problems problems = new Problems(survey.report());
    problems.print(session.err(), style.verbose());
    Optional<LabHost> host = choice.of(survey, one -> one.boot().isPresent());
    Optional<Boot> boot = host.flatMap(one -> one.view().boot());
    if (boot.isEmpty()) {
      session
          .err()
          .println(
              "viplint: none of anyip-routes.cfg, route-tables.cfg and haproxy.cfg was captured"
                  + host.map(one -> " of " + one.view().name()).orElse(""));
      session.err().flush();
      return Exit.INCOMPLETE;
    }
    if (format.isJson()) {
      new JsonBoot(host.get().view().name(), boot.get(), survey.mask()).write(session.out());
    } else {
      new TextBoot(host.get().view().called(), boot.get(), survey.mask())
          .write(session.out(), style.style(session.terminal()));
    }
    return problems.exit(isOpen(boot.get()) ? Exit.INCOMPLETE : Exit.OK);
  }

  /** Whether something that was not captured decides how a service ends. */
  private static boolean isOpen(Boot boot) {
    return boot.haproxy().result() == StartResult.UNKNOWN
        || boot.anyipRoutes().filter(one -> one.result() == StartResult.UNKNOWN).isPresent()
        || boot.routeTables().filter(one -> one.result() == StartResult.UNKNOWN).isPresent();
  }
}
