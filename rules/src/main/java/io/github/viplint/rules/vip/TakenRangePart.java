package io.github.viplint.rules.vip;

import inet.ipaddr.IPAddress;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.space.Claim;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How to say that addresses of a VIP range are somebody else's, and to give them back. */
final class TakenRangePart {
  private static final int MOST_RELATED = 8;

  private TakenRangePart() {}

  /**
   * Begins a finding at the range.
   *
   * @param what who uses which address of it: {@code 10.0.0.1, the gateway of frontend,}
   * @param consequence what comes of it, without a full stop
   */
  static Finding.Builder finding(
      Findings findings, HostView host, VipRangeContents range, String what, String consequence) {
    return findings
        .at(host, range.span(), what + " in the VIP range " + range.range() + ": " + consequence)
        .help("choose a range that holds nothing but VIPs")
        .note("the appliance answers ARP for every address of its ranges, used or not")
        .subject(range.range());
  }

  static void related(Finding.Builder finding, Collection<Claim> claims) {
    claims.stream()
        .limit(MOST_RELATED)
        .forEach(claim -> finding.related(claim.span(), "the " + claim.label()));
  }

  /** What could stand in its place without the taken addresses, and without any other known one. */
  static void fixes(
      Finding.Builder finding,
      RangeChoices choices,
      VipRangeContents range,
      List<IPAddress> taken) {
    range.line().ifPresent(line -> choices(finding, choices, line, taken));
    manually(finding, range);
  }

  /** Where more is taken than could be left out. */
  static void manually(Finding.Builder finding, VipRangeContents range) {
    finding
        .fix(
            AnyipService.fix(
                "write a range of its own in place of " + range.range(),
                Fix.Safety.MANUAL,
                List.of(),
                AnyipService.RESTART))
        .note(AnyipService.PROPERTY_NOTE);
  }

  private static void choices(
      Finding.Builder finding, RangeChoices choices, AnyipRoutes.Line line, List<IPAddress> taken) {
    Optional<Cidr> range = line.range();
    if (range.isEmpty()) {
      return;
    }
    for (List<Cidr> choice : choices.of(range.get(), taken)) {
      String text = choice.stream().map(Cidr::toString).collect(Collectors.joining("\n"));
      finding.fix(
          AnyipService.fix(
              title(range.get(), choice, taken),
              Fix.Safety.UNSAFE,
              List.of(AnyipService.replacement(line, text)),
              choices.restartWithout(line)));
    }
  }

  private static boolean isAllBut(Cidr range, List<Cidr> parts, List<IPAddress> taken) {
    long free = parts.stream().mapToLong(part -> 1L << (32 - part.prefixLength())).sum();
    return taken.size() == 1 && free + 1 == 1L << (32 - range.prefixLength());
  }

  private static String title(Cidr range, List<Cidr> choice, List<IPAddress> taken) {
    if (choice.size() > 1) {
      return "keep all of it but "
          + (isAllBut(range, choice, taken) ? taken.get(0) : "the addresses that others use")
          + ", in "
          + choice.size()
          + " lines";
    }
    Cidr block = choice.get(0);
    return range.contains(block.address())
        ? "keep " + block + " of it"
        : "write " + block + ", which is as large and free, once no VIP of it is in use";
  }
}
