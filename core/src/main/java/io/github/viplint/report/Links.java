package io.github.viplint.report;

import io.github.viplint.lint.Report;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which finding led to which, looked up at once however many there are. */
final class Links {
  private final List<Report.Entry> entries;
  private final Map<String, Integer> positions = new HashMap<>();
  private final Map<String, List<Integer>> effects = new HashMap<>();

  Links(Report report) {
    this.entries = report.findings();
    for (int i = 0; i < entries.size(); i++) {
      positions.put(entries.get(i).id(), i);
      for (String cause : entries.get(i).causedBy()) {
        effects.computeIfAbsent(cause, key -> new ArrayList<>()).add(i);
      }
    }
  }

  /** The findings that brought this one about, at once. */
  List<Report.Entry> causes(Report.Entry entry) {
    return entry.causedBy().stream()
        .filter(positions::containsKey)
        .map(id -> entries.get(positions.get(id)))
        .toList();
  }

  /** The findings that this one brought about at once. */
  List<Report.Entry> effects(Report.Entry cause) {
    return effects.getOrDefault(cause.id(), List.of()).stream().map(entries::get).toList();
  }

  /** The findings that this one brought about, at once or by way of others, in report order. */
  List<Report.Entry> ledTo(Report.Entry cause) {
    Set<Integer> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(cause.id());
    while (!open.isEmpty()) {
      for (int effect : effects.getOrDefault(open.remove(), List.of())) {
        if (reached.add(effect)) {
          open.add(entries.get(effect).id());
        }
      }
    }
    return reached.stream().map(entries::get).toList();
  }

  /** The ids of all that some root cause led to. */
  Set<String> folded() {
    Set<String> folded = new HashSet<>();
    for (Report.Entry entry : entries) {
      if (entry.isRoot()) {
        ledTo(entry).forEach(symptom -> folded.add(symptom.id()));
      }
    }
    return folded;
  }
}
