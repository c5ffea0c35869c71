package io.github.viplint.model.haproxy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The definitions and references of one kind of names, in the order written. What stands behind an
 * {@code .if} of unknown outcome counts as there where that keeps a doubtful word from being said.
 */
public final class ReferenceTable {
  private final Map<String, List<Definition>> definitions = new LinkedHashMap<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<Reference> dynamic = new ArrayList<>();
  private final Set<String> referred = new HashSet<>();

  /** Of the dynamic ones, none of which begins with another. */
  private final NavigableSet<String> beginnings = new TreeSet<>();

  ReferenceTable() {}

  void add(Definition definition) {
    definitions.computeIfAbsent(definition.name(), name -> new ArrayList<>(1)).add(definition);
  }

  void add(Reference reference) {
    if (reference.dynamic()) {
      dynamic.add(reference);
      addBeginning(reference.beginning());
    } else {
      references.add(reference);
      referred.add(reference.name());
    }
  }

  /** All definitions of this name. */
  public List<Definition> definitions(String name) {
    return List.copyOf(definitions.getOrDefault(name, List.of()));
  }

  public boolean isDefined(String name) {
    return definitions.containsKey(name);
  }

  /** The first definition of each name. */
  public List<Definition> definitions() {
    return definitions.values().stream().map(same -> same.get(0)).toList();
  }

  /** The references whose name is written out. */
  public List<Reference> references() {
    return List.copyOf(references);
  }

  /** The references whose name is known only when a connection comes, or on the host. */
  public List<Reference> dynamic() {
    return List.copyOf(dynamic);
  }

  /** Whether something refers to this name, or may. */
  public boolean isReferred(String name) {
    return referred.contains(name) || hasBeginningOf(name);
  }

  private void addBeginning(String beginning) {
    if (!hasBeginningOf(beginning)) {
      NavigableSet<String> behind = beginnings.tailSet(beginning, true);
      while (!behind.isEmpty() && behind.first().startsWith(beginning)) {
        behind.pollFirst();
      }
      beginnings.add(beginning);
    }
  }

  /** What begins with a string follows it in order at once; so only the one before can fit. */
  private boolean hasBeginningOf(String name) {
    String before = beginnings.floor(name);
    return before != null && name.startsWith(before);
  }

  /** The references to names that nothing defines. */
  public List<Reference> undefined() {
    return references.stream()
        .filter(reference -> !reference.directive().isConditional())
        .filter(reference -> !isDefined(reference.name()))
        .toList();
  }

  /** The first definition of each name that nothing refers to. */
  public List<Definition> unused() {
    return definitions().stream().filter(one -> !isReferred(one.name())).toList();
  }

  /** The definitions of each name that is given more than once, first the first one. */
  public List<List<Definition>> duplicates() {
    return definitions.values().stream()
        .map(same -> same.stream().filter(one -> !one.directive().isConditional()).toList())
        .filter(same -> same.size() > 1)
        .toList();
  }
}
