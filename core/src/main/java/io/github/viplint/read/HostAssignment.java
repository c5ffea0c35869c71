package io.github.viplint.read;

import io.github.viplint.capture.Role;
import io.github.viplint.capture.Source;
import io.github.viplint.model.Host;
import io.github.viplint.model.Log;
import io.github.viplint.model.Reading;
import io.github.viplint.model.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which host each reading is of. A name (command line, mark, prompt, log field) decides; a reading
 * without one goes to the only host of the role that its content tells, else to the only host that
 * the same paste names, else to the only machine there is. Of several that come into question the
 * one counts whose name the folder, bundle or file has. What stays open is joined to none.
 */
final class HostAssignment {
  private final Map<String, HostReadings> hosts = new TreeMap<>();
  private final List<Reading> open = new ArrayList<>();

  /** The readings of one host, in the order given. */
  record HostReadings(String name, Optional<Role> role, List<Reading> readings) {
    Host withStates(List<State> states) {
      return new Host(name, role, states);
    }
  }

  static HostAssignment of(List<Reading> readings) {
    Map<Reading, String> names = new IdentityHashMap<>();
    Map<String, Role> roles = new LinkedHashMap<>();
    for (Reading reading : readings) {
      name(reading)
          .ifPresent(
              name -> {
                names.put(reading, name);
                RoleEvidence.of(reading)
                    .ifPresent(role -> roles.merge(name, role, HostAssignment::moreTelling));
              });
    }
    joinByRole(readings, names, roles);
    joinByNeighbours(readings, names, roles);
    HostAssignment assignment = new HostAssignment();
    readings.forEach(reading -> assignment.add(reading, names.get(reading), roles));
    return assignment;
  }

  private void add(Reading reading, @Nullable String name, Map<String, Role> roles) {
    if (name == null) {
      open.add(reading);
    } else {
      hosts
          .computeIfAbsent(
              name,
              key -> new HostReadings(key, Optional.ofNullable(roles.get(key)), new ArrayList<>()))
          .readings()
          .add(reading);
    }
  }

  List<HostReadings> hosts() {
    return List.copyOf(hosts.values());
  }

  List<Reading> open() {
    return List.copyOf(open);
  }

  /**
   * A machine's own files and logs tell more about its role than that someone ran kubectl there.
   */
  private static Role moreTelling(Role one, Role other) {
    return one == Role.CLIENT ? other : one;
  }

  /** The first label of the name that the capture or its log gives. */
  private static Optional<String> name(Reading reading) {
    return reading
        .capture()
        .host()
        .or(
            () ->
                reading.facts().stream()
                    .filter(Log.class::isInstance)
                    .flatMap(facts -> ((Log) facts).host().stream())
                    .findFirst())
        .map(reading.capture().source()::masked)
        .map(HostAssignment::firstLabel)
        .filter(label -> !label.equals("localhost") && !label.isEmpty());
  }

  private static String firstLabel(String name) {
    boolean address = name.chars().allMatch(c -> c == '.' || c == ':' || Character.isDigit(c));
    int dot = name.indexOf('.');
    return (address || dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT);
  }

  private static void joinByRole(
      List<Reading> readings, Map<Reading, String> names, Map<String, Role> roles) {
    for (Reading reading : readings) {
      Optional<Role> role =
          names.containsKey(reading) ? Optional.empty() : RoleEvidence.of(reading);
      if (role.isEmpty()) {
        continue;
      }
      List<String> candidates = named(roles, role.get());
      if (candidates.isEmpty()) {
        roles.put(role.get().id(), role.get());
        names.put(reading, role.get().id());
      } else if (candidates.size() == 1) {
        names.put(reading, candidates.get(0));
      } else {
        FolderHint.of(reading.capture(), candidates).ifPresent(name -> names.put(reading, name));
      }
    }
  }

  private static List<String> named(Map<String, Role> roles, Role role) {
    return roles.entrySet().stream()
        .filter(entry -> entry.getValue() == role)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void joinByNeighbours(
      List<Reading> readings, Map<Reading, String> names, Map<String, Role> roles) {
    Set<String> machines =
        names.values().stream()
            .filter(name -> roles.get(name) != Role.CLIENT && roles.get(name) != Role.VCENTER)
            .collect(Collectors.toSet());
    Map<Source, Set<String>> bySource = new IdentityHashMap<>();
    names.forEach(
        (reading, name) -> {
          if (machines.contains(name)) {
            bySource
                .computeIfAbsent(reading.capture().source(), source -> new HashSet<>())
                .add(name);
          }
        });
    for (Reading reading : readings) {
      if (names.containsKey(reading)) {
        continue;
      }
      Set<String> neighbours = bySource.getOrDefault(reading.capture().source(), Set.of());
      Set<String> candidates = neighbours.isEmpty() ? machines : neighbours;
      if (candidates.size() == 1) {
        names.put(reading, candidates.iterator().next());
      } else if (candidates.isEmpty()) {
        names.put(reading, "host");
      } else if (RoleEvidence.of(reading).isEmpty()) {
        FolderHint.of(reading.capture(), candidates).ifPresent(name -> names.put(reading, name));
      }
    }
  }
}
