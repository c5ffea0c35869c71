package io.github.viplint.rules.vip;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AddressRange;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.model.Planned;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** VL103: a range of anyip-routes.cfg that another one holds already. */
final class VipRangeOverlap implements Rule {
  /** A range as it will be added once its host bits are cleared. */
  private record Entry(AnyipRoutes.Line line, AddressRange addresses, Cidr subnet, boolean masked) {
    boolean contains(Entry other) {
      return addresses.contains(other.addresses);
    }
  }

  /** Two entries of which {@code outer} holds all of {@code inner}. */
  private record Pair(Entry outer, Entry inner) {}

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "VL103",
        "vip-range-overlap",
        Severity.WARNING,
        "a VIP range lies in another one, or is listed twice");
  }

  @Override
  public Needs needs() {
    return Needs.of(Role.APPLIANCE)
        .all(CaptureKind.ANYIP_ROUTES)
        .orPlan(Planned.Item.APPLIANCE_VIPS, Planned.Item.SUPERVISOR_VIPS, Planned.Item.VIPS);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(AnyipRoutes.class)
          .ifPresent(
              file -> {
                TakenAddresses taken = new TakenAddresses(lab, host);
                List<Pair> pairs = pairs(file, taken);
                for (int i = 0; i < Math.min(pairs.size(), AnyipService.MOST_FINDINGS); i++) {
                  Finding.Builder finding = finding(host, pairs.get(i), findings);
                  if (i == AnyipService.MOST_FINDINGS - 1 && i + 1 < pairs.size()) {
                    finding.note("more ranges overlap, and are not listed");
                  }
                  finding.report();
                }
              });
    }
    if (lab.judgesPlan(needs())) {
      PlannedOverlap.check(lab, findings);
    }
  }

  /**
   * Of two subnets that share an address one holds the other. So, with the larger one first, those
   * that hold a range are on the stack when it comes; a repeat is set against the first of its kind
   * only. Ends when there are more than will be reported.
   */
  private static List<Pair> pairs(AnyipRoutes file, TakenAddresses taken) {
    List<Pair> pairs = new ArrayList<>();
    Deque<Entry> open = new ArrayDeque<>();
    for (Entry entry : entries(file, taken)) {
      if (pairs.size() > AnyipService.MOST_FINDINGS) {
        break;
      }
      while (!open.isEmpty() && !open.peek().contains(entry)) {
        open.pop();
      }
      if (!open.isEmpty() && open.peek().subnet().equals(entry.subnet())) {
        pairs.add(new Pair(open.peek(), entry));
      } else {
        open.descendingIterator().forEachRemaining(outer -> pairs.add(new Pair(outer, entry)));
        open.push(entry);
      }
    }
    return pairs;
  }

  private static List<Entry> entries(AnyipRoutes file, TakenAddresses taken) {
    return file.entries().stream()
        .filter(line -> line.range().isPresent() && isJudged(line.range().get(), taken))
        .map(
            line -> {
              Cidr range = line.range().orElseThrow();
              return new Entry(line, range.range(), range.network(), range.hasHostBits());
            })
        .sorted(
            Comparator.comparing(Entry::addresses, AddressRange.BY_FIRST)
                .thenComparingInt(entry -> entry.subnet().prefixLength())
                .thenComparingInt(entry -> entry.line().span().start()))
        .toList();
  }

  /** A range with host bits is none yet; it counts where there is no doubt what it will be. */
  private static boolean isJudged(Cidr range, TakenAddresses taken) {
    return !range.hasHostBits() || MaskedDown.of(range, taken).isHarmless();
  }

  private static Finding.Builder finding(HostView host, Pair pair, Findings findings) {
    Entry kept = pair.outer();
    Entry surplus = pair.inner();
    boolean keptFirst = kept.line().span().start() < surplus.line().span().start();
    Entry above = keptFirst ? kept : surplus;
    Entry below = keptFirst ? surplus : kept;
    String shown = AnyipService.shown(surplus.line());
    boolean same = kept.subnet().equals(surplus.subnet());
    return findings
        .at(
            host,
            below.line().span(),
            same
                ? shown + " is listed twice: its addresses stay active when one of the lines goes"
                : shown
                    + " lies in "
                    + AnyipService.shown(kept.line())
                    + ": its addresses stay active when its line goes")
        .confidence(kept.masked() || surplus.masked() ? Confidence.MEDIUM : Confidence.HIGH)
        .label(same ? "listed before" : keptFirst ? "lies in the other" : "holds the other")
        .help("leave " + kept.subnet() + ", which covers both")
        .note("the kernel takes both; overlap is no cause of `Invalid argument`")
        .related(above.line().span(), "the other range")
        .subject(AnyipService.shown(kept.line()))
        .subject(shown)
        .confirm(AnyipService.CONFIRM_TABLE)
        .fix(
            AnyipService.fix(
                "take " + shown + " out",
                Fix.Safety.SAFE,
                List.of(AnyipService.removal(surplus.line())),
                AnyipService.restartWithout(host, surplus.line())));
  }
}
