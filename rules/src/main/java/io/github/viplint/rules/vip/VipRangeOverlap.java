package io.github.viplint.rules.vip;

import io.github.viplint.capture.CaptureKind;
import io.github.viplint.capture.Role;
import io.github.viplint.lint.Confidence;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.lint.LabView;
import io.github.viplint.lint.Needs;
import io.github.viplint.lint.Rule;
import io.github.viplint.lint.RuleInfo;
import io.github.viplint.lint.Severity;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** VL103: a range of anyip-routes.cfg that another one holds already. */
final class VipRangeOverlap implements Rule {
  /** A range as it will be added once its host bits are cleared. */
  private record Entry(AnyipRoutes.Line line, Cidr subnet, boolean masked) {
    boolean contains(Entry other) {
      return subnet.range().contains(other.subnet.range());
    }
  }

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
    return Needs.of(Role.APPLIANCE).all(CaptureKind.ANYIP_ROUTES);
  }

  @Override
  public void check(LabView lab, Findings findings) {
    for (HostView host : lab.hosts(needs())) {
      host.fact(AnyipRoutes.class).ifPresent(file -> check(lab, host, file, findings));
    }
  }

  /**
   * Of two subnets that share an address one holds the other. So, with the larger one first, those
   * that hold a range are on the stack when it comes; a repeat is set against the first of its kind
   * only.
   */
  private static void check(LabView lab, HostView host, AnyipRoutes file, Findings findings) {
    Deque<Entry> open = new ArrayDeque<>();
    for (Entry entry : entries(lab, host, file)) {
      while (!open.isEmpty() && !open.peek().contains(entry)) {
        open.pop();
      }
      if (!open.isEmpty() && open.peek().subnet().equals(entry.subnet())) {
        repeat(host, open.peek(), entry, findings);
      } else {
        open.descendingIterator().forEachRemaining(outer -> nested(host, outer, entry, findings));
        open.push(entry);
      }
    }
  }

  private static List<Entry> entries(LabView lab, HostView host, AnyipRoutes file) {
    return file.entries().stream()
        .filter(line -> line.range().isPresent() && isJudged(line.range().get(), host, lab))
        .map(
            line -> {
              Cidr range = line.range().orElseThrow();
              return new Entry(line, range.network(), range.hasHostBits());
            })
        .sorted(
            Comparator.<Entry, inet.ipaddr.IPAddress>comparing(entry -> entry.subnet().address())
                .thenComparingInt(entry -> entry.subnet().prefixLength())
                .thenComparingInt(entry -> entry.line().span().start()))
        .toList();
  }

  /** A range with host bits is none yet; it counts where there is no doubt what it will be. */
  private static boolean isJudged(Cidr range, HostView host, LabView lab) {
    return !range.hasHostBits() || MaskedDown.of(range, host, lab).isHarmless();
  }

  private static void repeat(HostView host, Entry first, Entry again, Findings findings) {
    report(
        host,
        first,
        again,
        again,
        again.line().span().shown() + " is listed twice: a range is active while either is there",
        "listed before",
        findings);
  }

  private static void nested(HostView host, Entry outer, Entry inner, Findings findings) {
    boolean outerFirst = outer.line().span().start() < inner.line().span().start();
    report(
        host,
        outerFirst ? outer : inner,
        outerFirst ? inner : outer,
        inner,
        inner.line().span().shown()
            + " lies in "
            + outer.line().span().shown()
            + ": its addresses stay active when either line goes",
        outerFirst ? "lies in the range above" : "holds the range above",
        findings);
  }

  private static void report(
      HostView host,
      Entry above,
      Entry below,
      Entry surplus,
      String message,
      String label,
      Findings findings) {
    Entry kept = surplus == below ? above : below;
    findings
        .at(host, below.line().span(), message)
        .confidence(above.masked() || below.masked() ? Confidence.MEDIUM : Confidence.HIGH)
        .label(label)
        .help("leave " + kept.subnet() + ", which covers both")
        .note("the kernel takes both; overlap is no cause of `Invalid argument`")
        .related(above.line().span(), "the other range")
        .subject(kept.line().text())
        .subject(surplus.line().text())
        .confirm(AnyipService.CONFIRM_TABLE)
        .fix(
            Fix.of(
                "take " + surplus.line().span().shown() + " out",
                Fix.Safety.SAFE,
                List.of(AnyipService.removal(surplus.line())),
                AnyipService.RESTART))
        .report();
  }
}
