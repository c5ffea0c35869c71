package io.github.viplint.fix;

import io.github.viplint.capture.Span;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.HostView;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.model.RtTables;
import io.github.viplint.twin.IpCommands;
import io.github.viplint.twin.command.BashWords;
import io.github.viplint.twin.command.TableNames;
import io.github.viplint.twin.kernel.KernelState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Deletes captured rules and routes of a re-enacted kernel, by the commands of a fix that has
 * nothing else. They are good when each takes one away, and the one that the finding stands at is
 * among them.
 */
record DeletionProof(HostView host) {
  /** Whether the commands do nothing but delete rules and routes. */
  static boolean isFor(List<String> commands) {
    return commands.stream()
        .allMatch(
            command -> command.startsWith("ip rule del ") || command.startsWith("ip route del "));
  }

  /** Whether the tables that the commands name are known by these names. */
  boolean knowsTables(List<String> commands) {
    TableNames names = TableNames.captured(host.facts(RtTables.class));
    for (String command : commands) {
      List<String> words = BashWords.words(command);
      for (int i = 0; i + 1 < words.size(); i++) {
        boolean table = words.get(i).equals("lookup") || words.get(i).equals("table");
        if (table && names.idOf(words.get(i + 1)).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }

  /** What is wrong when the commands were run; empty for nothing. */
  String failure(Finding finding, List<String> commands) {
    TableNames names = TableNames.captured(host.facts(RtTables.class));
    KernelState now = host.kernel();
    Set<Span> gone = new HashSet<>();
    for (String command : commands) {
      List<String> words = BashWords.words(command);
      Optional<KernelState> then =
          new IpCommands(now, names, finding.span()).after(words.subList(1, words.size()));
      if (then.isEmpty()) {
        return "what its command `" + command + "` does is not known here";
      }
      Set<Span> taken = places(now);
      taken.removeAll(places(then.get()));
      if (taken.size() != 1) {
        return "its command `" + command + "` deletes nothing";
      }
      gone.addAll(taken);
      now = then.get();
    }
    return gone.contains(finding.span()) ? "" : "with its commands the finding is still there";
  }

  /** Where the rules and local routes of the kernel were captured. */
  private static Set<Span> places(KernelState kernel) {
    Set<Span> places = new HashSet<>();
    Stream.concat(
            kernel.rules().orElse(List.of()).stream().map(PolicyRule::span),
            kernel.table("local").orElse(List.of()).stream().map(Route::span))
        .forEach(places::add);
    return places;
  }
}
