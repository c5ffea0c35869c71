package io.github.viplint.cli;

import io.github.viplint.Viplint;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the build makes of the commands for a shell and for {@code man}, laid out as in {@code
 * /usr/share}. It is made of what {@code --help} is made of.
 */
public final class Handbook {
  private static final String PROGRAM = "viplint";

  private final Commands commands;

  Handbook(Commands commands) {
    this.commands = commands;
  }

  /**
   * Writes the handbook.
   *
   * @param args the folder to write to
   * @throws IOException when it can't be written
   */
  public static void main(String[] args) throws IOException {
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    Session session =
        new Session(
            InputStream.nullInputStream(), nobody, nobody, Terminal.NONE, Viplint::standard);
    new Handbook(new Commands(session)).write(Path.of(args[0]));
  }

  private void write(Path folder) throws IOException {
    Path completions = Files.createDirectories(folder.resolve("bash-completion/completions"));
    Files.writeString(completions.resolve(PROGRAM), completion());
    Path pages = Files.createDirectories(folder.resolve("man/man1"));
    Files.writeString(pages.resolve(PROGRAM + ".1"), page());
    for (String name : commands.names()) {
      Files.writeString(pages.resolve(PROGRAM + "-" + name + ".1"), page(name));
    }
  }

  /** A script for bash, and for zsh with its bashcompinit. */
  String completion() {
    CommandLine program = commands.program(commands.names());
    CommandSpec spec = program.getCommandSpec();
    // options may stand where the command is left out
    for (OptionSpec option : commands.get(Commands.DEFAULT).getCommandSpec().options()) {
      if (spec.findOption(option.longestName()) == null) {
        spec.addOption(OptionSpec.builder(option).build());
      }
    }
    return AutoComplete.bash(PROGRAM, program);
  }

  /** The page of the program. */
  String page() {
    return new ManPage(commands.program(commands.names()).getCommandSpec()).text();
  }

  /** The page of one command. */
  String page(String name) {
    commands.program(List.of(name));
    return new ManPage(commands.get(name).getCommandSpec()).text();
  }
}
