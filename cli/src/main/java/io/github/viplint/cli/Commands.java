package io.github.viplint.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** The commands by name, each made when it is asked for: to make all takes longer than a lint. */
final class Commands {
  /** The command of a command line that names none. */
  static final String DEFAULT = "check";

  private final Map<String, Function<Session, Object>> makers = new LinkedHashMap<>();
  private final Map<String, CommandLine> made = new HashMap<>();
  private final Session session;

  Commands(Session session) {
    this.session = session;
    makers.put(DEFAULT, CheckCommand::new);
    makers.put("boot", BootCommand::new);
    makers.put("route", RouteCommand::new);
    makers.put("fix", FixCommand::new);
    makers.put("inputs", InputsCommand::new);
    makers.put("redact", RedactCommand::new);
    makers.put("explain", ExplainCommand::new);
    makers.put("rules", RulesCommand::new);
    makers.put("collect", CollectCommand::new);
    makers.put("show", ShowCommand::new);
    makers.put("diff", DiffCommand::new);
  }

  /** All names, in the order in which the help lists them. */
  List<String> names() {
    return List.copyOf(makers.keySet());
  }

  boolean has(String name) {
    return makers.containsKey(name);
  }

  /** The command of that name, one of {@link #names}. */
  CommandLine get(String name) {
    return made.computeIfAbsent(name, one -> new CommandLine(makers.get(one).apply(session)));
  }

  /** The program with no other commands than these. */
  CommandLine program(List<String> names) {
    CommandLine program = new CommandLine(new Overview());
    names.forEach(name -> program.addSubcommand(name, get(name)));
    return program;
  }
}
