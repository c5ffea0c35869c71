package io.github.viplint.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The page of one command in the macros of man(7). What picocli itself makes is AsciiDoc, which
 * takes a Ruby to become a page.
 */
final class ManPage {
  private static final String EXIT_CODES = "Exit codes: ";

  private final CommandSpec command;
  private final Roff roff = new Roff();

  ManPage(CommandSpec command) {
    this.command = command;
  }

  String text() {
    String name = command.qualifiedName("-");
    // the day of the build would make each build another
    roff.macro("TH", name.toUpperCase(Locale.ROOT), "1", "", "viplint", "viplint");
    roff.macro("SH", "NAME");
    roff.line(name + " - " + summary());
    synopsis();
    description();
    arguments();
    options();
    commands();
    exitCodes();
    seeAlso();
    return roff.toString();
  }

  /** The first sentence that says what it does. */
  private String summary() {
    return sentences(command.usageMessage().description()).findFirst().orElseThrow();
  }

  private static Stream<String> sentences(String... lines) {
    return Arrays.stream(lines).filter(line -> !line.isBlank());
  }

  private void synopsis() {
    roff.macro("SH", "SYNOPSIS");
    String arguments =
        command.positionalParameters().stream()
            .map(PositionalParamSpec::paramLabel)
            .map(label -> " " + label + "…")
            .collect(Collectors.joining());
    String what = command.subcommands().isEmpty() ? arguments : " [COMMAND] [OPTIONS] [PATH…|-]";
    roff.line(
        command.qualifiedName(" ") + (command.subcommands().isEmpty() ? " [OPTIONS]" : "") + what);
  }

  private void description() {
    roff.macro("SH", "DESCRIPTION");
    sentences(command.usageMessage().description()).forEach(roff::paragraph);
    sentences(command.usageMessage().footer())
        .filter(line -> !line.startsWith(EXIT_CODES))
        .forEach(roff::paragraph);
  }

  private void arguments() {
    if (!command.positionalParameters().isEmpty()) {
      roff.macro("SH", "ARGUMENTS");
    }
    command
        .positionalParameters()
        .forEach(argument -> roff.item(argument.paramLabel(), said(argument)));
  }

  private void options() {
    roff.macro("SH", "OPTIONS");
    for (OptionSpec option : command.options()) {
      String value = option.arity().max() == 0 ? "" : value(option);
      roff.item(String.join(", ", option.names()) + value, said(option));
    }
  }

  private static String value(OptionSpec option) {
    return option.hideParamSyntax() ? option.paramLabel() : "=" + option.paramLabel();
  }

  private static String said(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  private void commands() {
    if (command.subcommands().isEmpty()) {
      return;
    }
    roff.macro("SH", "COMMANDS");
    command
        .subcommands()
        .forEach((name, sub) -> roff.item(name, new ManPage(sub.getCommandSpec()).summary()));
  }

  private void exitCodes() {
    sentences(command.usageMessage().footer())
        .filter(line -> line.startsWith(EXIT_CODES))
        .forEach(
            line -> {
              roff.macro("SH", "EXIT STATUS");
              roff.line(line.substring(EXIT_CODES.length()));
            });
  }

  private void seeAlso() {
    CommandSpec parent = command.parent();
    List<String> pages =
        parent == null
            ? command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .map(spec -> spec.qualifiedName("-"))
                .toList()
            : List.of(parent.qualifiedName("-"));
    roff.macro("SH", "SEE ALSO");
    roff.line(pages.stream().map(page -> page + "(1)").collect(Collectors.joining(", ")));
  }
}
