package io.github.viplint.read.log;

import io.github.viplint.grammar.CommandLineParser;
import io.github.viplint.grammar.CommandLineParser.CommandContext;
import io.github.viplint.grammar.LineParser;
import io.github.viplint.grammar.TokenTables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Recognises kubectl commands as typed, behind a prompt or without. Belongs to one thread. */
final class KubectlCommand {
  private static final Set<String> PROGRAMS =
      Set.of("kubectl", "kubectl.exe", "k", "kubectl-vsphere", "kubectl-vsphere.exe");

  /** In words. */
  private static final int LONGEST_PROMPT = 6;

  private final LineParser<CommandLineParser, CommandContext> parser =
      new LineParser<>(
          TokenTables.commandLine(), CommandLineParser::new, CommandLineParser::command);

  /**
   * A command.
   *
   * @param login whether it is {@code kubectl vsphere login}
   * @param server what {@code --server} names, without scheme and path
   */
  record Typed(boolean login, Optional<String> server) {}

  /** The kubectl command that {@code line} is, if it is one. */
  Optional<Typed> typed(String line) {
    if (!line.contains("kubectl") && !line.contains("k ")) {
      return Optional.empty(); // spares most lines the parser
    }
    List<String> words =
        parser.parse(line).tree().WORD().stream().map(TerminalNode::getText).toList();
    for (int i = 0; i < words.size() && i <= LONGEST_PROMPT; i++) {
      String program = words.get(i).substring(words.get(i).lastIndexOf('/') + 1);
      if (PROGRAMS.contains(program) && (i == 0 || mayPrecede(words.get(i - 1)))) {
        return Optional.of(typed(program, words.subList(i + 1, words.size())));
      }
    }
    return Optional.empty();
  }

  /** A prompt ends in its sign; a variable may be set for one command. */
  private static boolean mayPrecede(String word) {
    return "$#>%".indexOf(word.charAt(word.length() - 1)) >= 0
        || word.startsWith("KUBECTL_VSPHERE_PASSWORD=");
  }

  private static Typed typed(String program, List<String> arguments) {
    List<String> command =
        arguments.stream().filter(argument -> !argument.startsWith("-")).limit(2).toList();
    boolean login =
        program.startsWith("kubectl-vsphere")
            ? command.contains("login")
            : command.equals(List.of("vsphere", "login"));
    return new Typed(login, server(arguments));
  }

  private static Optional<String> server(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith("--server=")) {
        return host(argument.substring("--server=".length()));
      }
      if ((argument.equals("--server") || argument.equals("-s")) && i + 1 < arguments.size()) {
        return host(arguments.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** {@code https://10.0.0.1/} without what is not the host; empty for a placeholder. */
  static Optional<String> host(String url) {
    String host = url.replace("\"", "").replace("'", "");
    int scheme = host.indexOf("://");
    host = scheme < 0 ? host : host.substring(scheme + 3);
    int slash = host.indexOf('/');
    host = slash < 0 ? host : host.substring(0, slash);
    return host.isEmpty() || host.startsWith("<") || host.startsWith("$")
        ? Optional.empty()
        : Optional.of(host);
  }
}
