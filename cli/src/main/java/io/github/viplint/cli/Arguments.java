package io.github.viplint.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command line with its command in front, so that options may stand before it: {@code check}
 * where none is named. The first argument that is no option names the command, if it is the name of
 * one.
 *
 * @param command the name of the command; empty when only {@code args} about the program are there
 * @param args what is said to the command
 */
record Arguments(Optional<String> command, List<String> args) {
  private static final List<String> ABOUT_ALL = List.of("-h", "--help", "-V", "--version");

  Arguments {
    args = List.copyOf(args);
  }

  static Arguments of(Commands commands, String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    keylessFirst(all);
    for (int i = 0; i < all.size() && !all.get(i).equals("--"); i++) {
      String arg = all.get(i);
      if (isOption(arg)) {
        if (ABOUT_ALL.contains(arg)
            && all.subList(i, all.size()).stream().noneMatch(commands::has)) {
          return new Arguments(Optional.empty(), List.of(arg));
        }
        i += takesNext(commands, arg) ? 1 : 0;
      } else if (commands.has(arg)) {
        return new Arguments(Optional.of(all.remove(i)), all);
      } else {
        break;
      }
    }
    return new Arguments(Optional.of(Commands.DEFAULT), all);
  }

  /** Whether they are only paths to check. */
  boolean arePathsToCheck() {
    return command.filter(Commands.DEFAULT::equals).isPresent()
        && args.stream().noneMatch(Arguments::isOption);
  }

  /** As the parser wants them. */
  String[] toArray() {
    List<String> all = new ArrayList<>(args);
    command.ifPresent(name -> all.add(0, name));
    return all.toArray(String[]::new);
  }

  private static boolean isOption(String arg) {
    return arg.length() > 1 && arg.startsWith("-");
  }

  /** Without a key the option takes nothing: what follows is a path. */
  private static void keylessFirst(List<String> args) {
    int end = args.indexOf("--");
    args.subList(0, end < 0 ? args.size() : end)
        .replaceAll(arg -> arg.equals(AnonymizeOption.NAME) ? AnonymizeOption.NAME + "=" : arg);
  }

  /** An option means the same in each command that has it: the first one tells. */
  private static boolean takesNext(Commands commands, String option) {
    if (option.contains("=")) {
      return false;
    }
    for (String name : commands.names()) {
      OptionSpec spec = commands.get(name).getCommandSpec().findOption(option);
      if (spec != null) {
        return spec.arity().max() > 0;
      }
    }
    return false;
  }
}
