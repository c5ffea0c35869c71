package io.github.viplint.lint;

import inet.ipaddr.IPAddress;
import io.github.viplint.lint.Condition.Addresses;
import io.github.viplint.lint.Condition.Service;
import io.github.viplint.lint.Condition.Subject;
import io.github.viplint.model.AddressRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Which findings show what, found without looking at all of them: findings are known by number, and
 * a condition finds those that it {@link Condition#includes}.
 */
final class ShownConditions {
  private record HostKind(String host, Condition.Kind kind) {}

  private final Map<HostKind, OfKind> byKind = new HashMap<>();

  /**
   * @param findings whose places in the list are their numbers
   */
  ShownConditions(List<Finding> findings) {
    for (int i = 0; i < findings.size(); i++) {
      for (Condition shown : findings.get(i).shows()) {
        byKind
            .computeIfAbsent(new HostKind(shown.host(), shown.kind()), key -> new OfKind())
            .add(i, shown.subject());
      }
    }
    byKind.values().forEach(OfKind::order);
  }

  /** Gives the numbers of the findings that show what {@code condition} includes; some twice. */
  void includedIn(Condition condition, IntConsumer found) {
    OfKind shown = byKind.get(new HostKind(condition.host(), condition.kind()));
    if (shown != null) {
      shown.includedIn(condition.subject(), found);
    }
  }

  /** A subject with addresses. */
  private record Placed(AddressRange range, Subject subject, int finding) {}

  private static final class OfKind {
    private final List<Integer> all = new ArrayList<>();
    private final Map<Subject, List<Integer>> bySubject = new HashMap<>();
    private final List<Placed> byAddress = new ArrayList<>();

    void add(int finding, Subject subject) {
      all.add(finding);
      bySubject.computeIfAbsent(subject, key -> new ArrayList<>()).add(finding);
      if (subject instanceof Addresses addresses) {
        byAddress.add(new Placed(addresses.range(), subject, finding));
      } else if (subject instanceof Service service) {
        byAddress.add(new Placed(AddressRange.of(service.endpoint().address()), subject, finding));
      }
    }

    void order() {
      byAddress.sort(Comparator.comparing(placed -> placed.range().first()));
    }

    void includedIn(Subject subject, IntConsumer found) {
      if (subject instanceof Condition.Everything) {
        all.forEach(found::accept);
      } else if (subject instanceof Addresses outer) {
        for (int i = firstFrom(outer.range().first()); i < byAddress.size(); i++) {
          Placed placed = byAddress.get(i);
          if (placed.range().first().compareTo(outer.range().last()) > 0) {
            break;
          }
          if (outer.contains(placed.subject())) {
            found.accept(placed.finding());
          }
        }
      } else {
        bySubject.getOrDefault(subject, List.of()).forEach(found::accept);
      }
    }

    /** The place of the first one that begins at {@code address} or behind it. */
    private int firstFrom(IPAddress address) {
      int low = 0;
      int high = byAddress.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (byAddress.get(middle).range().first().compareTo(address) < 0) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }
}
