package io.github.viplint.read.plan;

import io.github.viplint.model.Planned.Network;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A table with more than one value in a line: the networks stand side by side as heads of its
 * columns, or below each other with heads that say what is told of each.
 *
 * @param heads of the columns, in order
 * @param networks whether the heads are the networks; else they are the labels
 */
record WideTable(List<String> heads, boolean networks) {
  private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}\\.\\d{1,3}\\.");

  /** So many heads tell that it is such a table. */
  private static final int LEAST = 2;

  WideTable {
    heads = List.copyOf(heads);
  }

  /** The table below a first line, if that holds heads of this kind. */
  static Optional<WideTable> below(TableLine first) {
    List<String> heads = first.cells().stream().map(PlanText::text).toList();
    if (heads.stream().anyMatch(head -> ADDRESS.matcher(head).find())) {
      return Optional.empty();
    }
    Set<Network> networks = EnumSet.noneOf(Network.class);
    Set<Field> labels = EnumSet.noneOf(Field.class);
    for (String head : heads) {
      networks.add(Label.network(Label.plain(head)));
      label(head).ifPresent(labels::add);
    }
    networks.remove(Network.NONE);
    return networks.size() >= LEAST || labels.size() >= LEAST
        ? Optional.of(new WideTable(heads, networks.size() >= LEAST))
        : Optional.empty();
  }

  /** What a head tells of the network that a line is of. */
  private static Optional<Field> label(String head) {
    return Label.of(new PlanRow("", head, new PlanText("", 0, 0)), Network.WORKLOAD).field();
  }

  /**
   * One row for each cell of a line that holds an address: what it is, and of which network. None
   * where a line has but one below labels: it may be a pair as well.
   */
  List<PlanRow> rows(TableLine line) {
    String words =
        line.filled().stream()
            .map(PlanText::text)
            .filter(text -> !ADDRESS.matcher(text).find())
            .collect(Collectors.joining(" "));
    List<PlanRow> rows = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      String head = heads.get(i);
      line.cell(i)
          .filter(cell -> ADDRESS.matcher(cell.text()).find())
          .ifPresent(
              cell ->
                  rows.add(
                      networks ? new PlanRow(head, words, cell) : new PlanRow(words, head, cell)));
    }
    return networks || rows.size() >= LEAST ? rows : List.of();
  }
}
