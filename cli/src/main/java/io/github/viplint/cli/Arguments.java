package io.github.viplint.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;

/**
 * Puts the command in front, so that options may stand before it, and adds {@code check} where none
 * is named. The first argument that is no option names the command, if it is the name of one.
 */
final class Arguments {
  private static final List<String> ABOUT_ALL = List.of("-h", "--help", "-V", "--version");

  private final CommandLine commands;

  Arguments(CommandLine commands) {
    this.commands = commands;
  }

  String[] commandFirst(String... args) {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    keylessFirst(all);
    for (int i = 0; i < all.size() && !all.get(i).equals("--"); i++) {
      String arg = all.get(i);
      if (arg.length() > 1 && arg.startsWith("-")) {
        if (ABOUT_ALL.contains(arg) && !namesCommand(all.subList(i, all.size()))) {
          return new String[] {arg};
        }
        i += takesNext(arg) ? 1 : 0;
      } else if (commands.getSubcommands().containsKey(arg)) {
        all.add(0, all.remove(i));
        return all.toArray(String[]::new);
      } else {
        break;
      }
    }
    all.add(0, "check");
    return all.toArray(String[]::new);
  }

  /** Without a key the option takes nothing: what follows is a path. */
  private static void keylessFirst(List<String> args) {
    int end = args.indexOf("--");
    args.subList(0, end < 0 ? args.size() : end)
        .replaceAll(arg -> arg.equals(AnonymizeOption.NAME) ? AnonymizeOption.NAME + "=" : arg);
  }

  private boolean namesCommand(List<String> args) {
    return args.stream().anyMatch(commands.getSubcommands()::containsKey);
  }

  private boolean takesNext(String option) {
    return commands.getSubcommands().values().stream()
        .map(command -> command.getCommandSpec().findOption(option))
        .anyMatch(spec -> spec != null && spec.arity().max() > 0);
  }
}
