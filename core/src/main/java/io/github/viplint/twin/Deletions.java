package io.github.viplint.twin;

import io.github.viplint.capture.Span;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.model.RtTables;
import io.github.viplint.model.State;
import io.github.viplint.twin.command.BashWords;
import io.github.viplint.twin.command.TableNames;
import io.github.viplint.twin.kernel.KernelState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A captured kernel while a person deletes rules and routes of it.
 *
 * @param kernel as it is now
 * @param names rt_tables
 * @param gone where the deleted ones were captured
 */
public record Deletions(KernelState kernel, TableNames names, Set<Span> gone) {
  public Deletions {
    gone = Set.copyOf(gone);
  }

  /** Nothing is deleted yet. */
  public static Deletions of(State state) {
    return new Deletions(
        KernelState.captured(state), TableNames.captured(state.facts(RtTables.class)), Set.of());
  }

  /** Whether the command does nothing but delete a rule or a route. */
  public static boolean isOne(String command) {
    return command.startsWith("ip rule del ") || command.startsWith("ip route del ");
  }

  /** Whether the table that such a command names is known by this name. */
  public boolean knowsTable(String command) {
    List<String> words = BashWords.words(command);
    for (int i = 0; i + 1 < words.size(); i++) {
      boolean table = words.get(i).equals("lookup") || words.get(i).equals("table");
      if (table && names.idOf(words.get(i + 1)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** After the command; empty where it deletes nothing that was captured. */
  public Optional<Deletions> after(String command) {
    List<String> words = BashWords.words(command);
    Set<Span> before = places(kernel);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    return new IpCommands(kernel, names, before.iterator().next())
        .after(words.subList(1, words.size()))
        .map(
            then -> {
              Set<Span> taken = new HashSet<>(before);
              taken.removeAll(places(then));
              taken.addAll(gone);
              return new Deletions(then, names, taken);
            })
        .filter(then -> then.gone.size() > gone.size());
  }

  /** Where its rules and local routes were captured. */
  private static Set<Span> places(KernelState kernel) {
    Set<Span> places = new HashSet<>();
    Stream.concat(
            kernel.rules().orElse(List.of()).stream().map(PolicyRule::span),
            kernel.table("local").orElse(List.of()).stream().map(Route::span))
        .forEach(places::add);
    return places;
  }
}
