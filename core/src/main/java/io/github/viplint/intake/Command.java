package io.github.viplint.intake;

import io.github.viplint.capture.CaptureKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a typed command line prints.
 *
 * @param typed the line as typed, without prompt; of a very long one the beginning
 * @param kind of its output, where the command alone tells
 * @param path of the one file that it shows, as typed
 * @param part its output is only a part of what there is: it was filtered, or asked for a part
 * @param host where it ran, if not where it was typed
 * @param known a command that people type here, whether or not its output matters
 */
record Command(
    String typed,
    Optional<CaptureKind> kind,
    Optional<String> path,
    boolean part,
    Optional<String> host,
    boolean known) {
  private static final Pattern ADDRESS =
      Pattern.compile("(?=[0-9a-fA-F]*+[.:])[0-9a-fA-F.:]++(?:/\\d++)?");

  /** So much of a command is looked at. */
  static final int LONGEST = 4096;

  /** What {@code typed} prints; of an unknown command nothing is known. */
  static Command of(String typed) {
    String whole = typed.strip();
    String kept = whole.substring(0, Math.min(LONGEST, whole.length()));
    String line = kept.replace('\u2013', '-');
    int next = ShellWords.firstOf(line, "&&", ";", "||");
    List<String> stages = ShellWords.stages(next < 0 ? line : line.substring(0, next));
    List<String> words = ShellWords.words(stages.get(0));
    boolean part = false;
    for (String stage : stages.subList(1, stages.size())) {
      List<String> filter = ShellWords.words(stage);
      part |= !filter.isEmpty() && !Programs.PASSING.contains(filter.get(0));
    }
    return parse(kept, words, part, Optional.empty());
  }

  private static Command parse(
      String typed, List<String> words, boolean part, Optional<String> host) {
    if (words.isEmpty()) {
      return new Command(
          typed,
          Optional.empty(),
          Optional.empty(),
          part,
          host,
          ShellWords.ASSIGNMENT.matcher(typed).lookingAt());
    }
    String program = KnownFile.name(words.get(0)).toLowerCase(Locale.ROOT);
    List<String> args = words.subList(1, words.size());
    List<String> operands = args.stream().filter(arg -> !arg.startsWith("-")).toList();
    if (Programs.WHOLE_READERS.contains(program) || Programs.PART_READERS.contains(program)) {
      boolean pattern =
          program.endsWith("grep")
              || program.equals("awk")
              || program.equals("sed")
              || program.equals("cut");
      List<String> files = operands.stream().skip(pattern ? 1 : 0).filter(Command::isFile).toList();
      Optional<String> path =
          files.size() == 1 ? Optional.of(ShellWords.unquoted(files.get(0))) : Optional.empty();
      return new Command(
          typed,
          files.stream()
              .findFirst()
              .flatMap(file -> KnownFile.of(ShellWords.unquoted(file)))
              .map(KnownFile::kind),
          path,
          part || Programs.PART_READERS.contains(program),
          host,
          !files.isEmpty());
    }
    return switch (program) {
      case "ip" -> ip(typed, args, part, host);
      case "ifconfig" ->
          output(
              typed, CaptureKind.IFCONFIG, part || !operands.isEmpty(), host, operands.size() < 2);
      case "route" ->
          args.isEmpty() || operands.isEmpty()
              ? output(typed, CaptureKind.ROUTE_N, part, host, true)
              : other(typed, host, operands.get(0).matches("add|del|print"));
      case "sysctl" -> output(typed, CaptureKind.SYSCTL, part, host, !args.isEmpty());
      case "ss", "netstat", "lsof" -> sockets(typed, new SocketCommand(program, args), part, host);
      case "ping", "ping4", "ping6" ->
          output(
              typed,
              CaptureKind.PING,
              part,
              host,
              args.stream()
                      .anyMatch(
                          arg ->
                              arg.startsWith("-") || arg.indexOf('.') > 0 || arg.indexOf(':') >= 0)
                  || (operands.size() == 1 && args.size() == 1));
      case "systemctl" -> systemctl(typed, operands, args, part, host);
      case "service" ->
          output(
              typed,
              CaptureKind.SYSTEMCTL_STATUS,
              part,
              host,
              operands.size() == 2 && operands.get(1).equals("status"));
      case "journalctl" ->
          output(
              typed,
              CaptureKind.JOURNAL,
              part,
              host,
              args.isEmpty() || args.get(0).startsWith("-"));
      case "haproxy" ->
          output(
              typed,
              args.contains("-c")
                  ? CaptureKind.HAPROXY_CHECK
                  : args.contains("-v") || args.contains("-vv")
                      ? CaptureKind.HAPROXY_VERSION
                      : CaptureKind.HAPROXY_LOG,
              part,
              host,
              !args.isEmpty() && args.get(0).startsWith("-"));
      case "kubectl", "k", "kubectl.exe", "kubectl-vsphere" ->
          output(typed, CaptureKind.KUBECTL, part, host, !operands.isEmpty() || !args.isEmpty());
      case "dcli" -> output(typed, CaptureKind.WCP_CLUSTER, part, host, !args.isEmpty());
      case "curl", "wget", "nc", "ncat", "dig", "nslookup" ->
          output(typed, CaptureKind.CONNECTION_TRY, part, host, !args.isEmpty());
      case "ssh" -> ssh(typed, args, part);
      default ->
          other(typed, host, Programs.OTHERS.contains(program) || program.startsWith("$env:"));
    };
  }

  private static Command ip(String typed, List<String> args, boolean part, Optional<String> host) {
    int at = 0;
    boolean ipv6 = false;
    while (at < args.size() && args.get(at).startsWith("-")) {
      ipv6 |=
          args.get(at).equals("-6")
              || args.get(at).startsWith("-f")
                  && args.get(Math.min(at + 1, args.size() - 1)).equals("inet6");
      at +=
          args.get(at).equals("-n") || args.get(at).equals("-netns") || args.get(at).equals("-f")
              ? 2
              : 1;
    }
    if (at >= args.size()) {
      return other(typed, host, false);
    }
    String object = args.get(at);
    List<String> rest = args.subList(at + 1, args.size());
    if (!rest.isEmpty() && abbreviates(rest.get(0), "show", "list", "lst", "ls")) {
      rest = rest.subList(1, rest.size());
    } else if (!rest.isEmpty() && abbreviates(object, "route") && abbreviates(rest.get(0), "get")) {
      return output(typed, CaptureKind.ROUTE_GET, part, host, rest.size() > 1);
    } else if (!rest.isEmpty() && !rest.get(0).equals("table") && !rest.get(0).equals("dev")) {
      return other(
          typed, host, rest.get(0).matches("add|del|delete|replace|change|get|flush|set|save"));
    }
    if (object.length() >= 2 && abbreviates(object, "rule")) {
      return output(
          typed,
          ipv6 ? CaptureKind.IP6_RULE : CaptureKind.IP_RULE,
          part || !rest.isEmpty(),
          host,
          true);
    }
    if (abbreviates(object, "route")) {
      boolean table = rest.size() == 2 && (abbreviates(rest.get(0), "table"));
      return output(
          typed,
          ipv6 ? CaptureKind.IP6_ROUTE : CaptureKind.IP_ROUTE,
          part || !(rest.isEmpty() || table),
          host,
          true);
    }
    if (abbreviates(object, "address") || object.equals("addr")) {
      return output(typed, CaptureKind.IP_ADDR, part || !rest.isEmpty(), host, true);
    }
    if (abbreviates(object, "link")) {
      return output(typed, CaptureKind.IP_ADDR, true, host, true);
    }
    return other(typed, host, object.matches("neigh|netns|maddr|tunnel|vrf|nexthop"));
  }

  private static Command systemctl(
      String typed, List<String> operands, List<String> args, boolean part, Optional<String> host) {
    String verb = operands.isEmpty() ? "" : operands.get(0);
    if (verb.equals("status")) {
      return output(
          typed,
          operands.size() > 1 ? CaptureKind.SYSTEMCTL_STATUS : CaptureKind.SYSTEM_STATE,
          part,
          host,
          true);
    }
    boolean failed = args.stream().anyMatch(arg -> arg.contains("failed"));
    if (verb.equals("list-units") || verb.isEmpty()) {
      return output(
          typed, CaptureKind.LIST_UNITS, part, host, !verb.isEmpty() || failed || args.isEmpty());
    }
    return other(
        typed,
        host,
        verb.matches(
            "re?start|start|stop|reload|reset-failed|enable|disable|is-\\w+|cat|show|daemon-reload|list-\\S+"));
  }

  private static Command sockets(
      String typed, SocketCommand command, boolean part, Optional<String> host) {
    return command.lists()
        ? output(typed, CaptureKind.LISTENING_SOCKETS, part || command.narrows(), host, true)
        : other(typed, host, true);
  }

  /** {@code ssh root@haproxy ip rule show} runs the rest on the other host. */
  private static Command ssh(String typed, List<String> args, boolean part) {
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (arg.startsWith("-")) {
        i += arg.matches("-[ilopFJbcDEeILmOQRSWw]") ? 1 : 0;
        continue;
      }
      List<String> remote =
          args.subList(i + 1, args.size()).stream().map(ShellWords::unquoted).toList();
      String target = arg.substring(arg.indexOf('@') + 1);
      int dot = target.indexOf('.');
      Optional<String> host =
          ADDRESS.matcher(target).matches()
              ? Optional.empty()
              : Optional.of(dot > 0 ? target.substring(0, dot) : target);
      return remote.isEmpty()
          ? other(typed, Optional.empty(), true)
          : parse(typed, remote, part, host);
    }
    return other(typed, Optional.empty(), false);
  }

  private static Command output(
      String typed, CaptureKind kind, boolean part, Optional<String> host, boolean known) {
    return new Command(typed, Optional.of(kind), Optional.empty(), part, host, known);
  }

  private static Command other(String typed, Optional<String> host, boolean known) {
    return new Command(typed, Optional.empty(), Optional.empty(), false, host, known);
  }

  /** iproute2 takes any beginning of its words. */
  private static boolean abbreviates(String word, String... full) {
    for (String whole : full) {
      if (!word.isEmpty() && whole.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFile(String word) {
    return word.length() > 1
        && (word.indexOf('/') >= 0
            || word.indexOf('\\') >= 0
            || word.indexOf('.') > 0
            || KnownFile.of(word).isPresent());
  }

  /** Several commands on one line. */
  boolean chained() {
    return ShellWords.firstOf(typed, "&&", ";", "||") > 0;
  }

  /** It logs in somewhere, so that what follows is a greeting. */
  boolean logsIn() {
    return kind.isEmpty()
        && (typed.startsWith("ssh ") || typed.startsWith("sudo ") || typed.startsWith("su"));
  }
}
