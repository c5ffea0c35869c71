package io.github.viplint.twin.routetables;

import io.github.viplint.model.NetInterface;
import io.github.viplint.model.PolicyRule;
import io.github.viplint.model.Route;
import io.github.viplint.model.RtTables;
import io.github.viplint.twin.appliance.ApplianceVersion;
import io.github.viplint.twin.command.BashWords;
import io.github.viplint.twin.command.IpRuleCommand;
import io.github.viplint.twin.command.TableNames;
import io.github.viplint.twin.command.WorkingKernel;
import io.github.viplint.twin.command.WorkingRules;
import io.github.viplint.twin.kernel.RouteText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code routetablectl.sh down}: takes the service's tables out of rt_tables, and their routes or
 * rules out of the kernel, as the version does it.
 *
 * @param names rt_tables as it leaves it
 * @param done false when a command failed; rt_tables is as it was then
 */
record RouteTablesStop(TableNames names, boolean done, List<String> journal) {
  /** The order of the kernel's trie, longer prefixes first. */
  private static final Comparator<Route> LISTED =
      Comparator.<Route>comparingLong(route -> route.destination().address().toIPv4().longValue())
          .thenComparing(route -> -route.destination().prefixLength());

  static RouteTablesStop run(ApplianceVersion version, WorkingKernel kernel, TableNames names) {
    List<String> journal = new ArrayList<>();
    for (RtTables.Entry own : names.own()) {
      journal.add("discovered route table " + own.name());
      boolean done =
          version.deletesRules()
              ? withRules(version, own, kernel, names, journal)
              : withRoutes(own, kernel, names, journal);
      if (!done) {
        return new RouteTablesStop(names, false, journal);
      }
    }
    return new RouteTablesStop(names.withoutOwn(), true, journal);
  }

  /**
   * v0.2.0: every route that the table's listing shows is deleted, one by one; {@code ip call}, a
   * slip for a function of the script, deletes no rule. It ends at a route that {@code ip} can't
   * delete in these words: one with a flag behind it, or one of a table whose name leads elsewhere.
   */
  private static boolean withRoutes(
      RtTables.Entry own, WorkingKernel kernel, TableNames names, List<String> journal) {
    journal.add("Object \"call\" is unknown, try \"ip help\".");
    long table = names.idOf(own.name()).orElse(-1L);
    for (long listed : kernel.listed(table)) {
      // a listing of all tables names each, but for main
      boolean named = table == 0 && listed != WorkingKernel.MAIN;
      String name = names.nameOf(listed);
      long meant = named ? names.idOf(name).orElse(-1L) : listed;
      for (Route route : kernel.routes(listed).stream().sorted(LISTED).toList()) {
        journal.add(
            "ip route del table "
                + own.name()
                + " "
                + RouteText.of(route)
                + (named ? " table " + name : ""));
        if (isFlagged(route, kernel) || !kernel.delete(route, meant)) {
          return false;
        }
      }
      kernel.hasLost(listed);
    }
    return true;
  }

  private static boolean isFlagged(Route route, WorkingKernel kernel) {
    Set<String> flags = route.nextHops().isEmpty() ? Set.of() : route.nextHops().get(0).flags();
    return flags.contains("linkdown")
        || flags.contains("dead")
        || kernel.interfaces().stream()
            .filter(device -> route.device().filter(device.name()::equals).isPresent())
            .map(NetInterface::flags)
            .anyMatch(device -> device.contains("NO-CARRIER"));
  }

  /**
   * v0.1.x: of the rules whose line holds the table's name it deletes one, since it hands the
   * selectors of all of them to one command; then the table's default route, and no other. Until
   * v0.1.8 it ends where there is nothing to delete.
   */
  private static boolean withRules(
      ApplianceVersion version,
      RtTables.Entry own,
      WorkingKernel kernel,
      TableNames names,
      List<String> journal) {
    List<PolicyRule> found =
        kernel.rules().all().stream()
            .filter(rule -> WorkingRules.printed(rule, names).shown().contains(own.name()))
            .toList();
    boolean patient = version.knowsLinkRoutes();
    if (found.isEmpty()) {
      if (!patient) {
        return false;
      }
      journal.add("ignoring failed attempt to find existing table");
      journal.add("removing ip rule: ");
      journal.add("\"ip rule del\" requires arguments.");
      journal.add("ignoring failed attempt to delete route rule \"\"");
    } else {
      found.forEach(
          rule -> journal.add("removing ip rule: " + WorkingRules.printed(rule, names).shown()));
      Optional<PolicyRule> meant = meant(found, kernel, names);
      meant.ifPresent(kernel.rules()::remove);
      if (meant.isEmpty()) {
        journal.add("RTNETLINK answers: No such file or directory");
        if (!patient) {
          return false;
        }
      }
    }
    journal.add("removing default route for " + own.name());
    boolean deleted = names.idOf(own.name()).map(kernel::deleteDefault).orElse(false);
    if (!deleted) {
      journal.add("RTNETLINK answers: No such process");
      if (patient) {
        journal.add("ignoring failed attempt to delete route table \"" + own.name() + "\"");
      }
    }
    return deleted || patient;
  }

  /**
   * The rule that goes when their lines are handed to one {@code ip rule del}: of each selector the
   * last counts, {@code from all} is none, and a table's name leads back to one ID only.
   */
  private static Optional<PolicyRule> meant(
      List<PolicyRule> found, WorkingKernel kernel, TableNames names) {
    List<String> words = new ArrayList<>();
    found.forEach(rule -> words.addAll(BashWords.words(WorkingRules.printed(rule, names).shown())));
    IpRuleCommand.Parsed command = IpRuleCommand.parse(words, names);
    return command.refusal().isPresent()
        ? Optional.empty()
        : kernel.rules().all().stream().filter(command::means).findFirst();
  }
}
