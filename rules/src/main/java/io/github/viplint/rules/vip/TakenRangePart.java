package io.github.viplint.rules.vip;

import inet.ipaddr.IPAddress;
import io.github.viplint.lint.Finding;
import io.github.viplint.lint.Findings;
import io.github.viplint.lint.Fix;
import io.github.viplint.lint.HostView;
import io.github.viplint.model.AnyipRoutes;
import io.github.viplint.model.Cidr;
import io.github.viplint.space.Claim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** How to say that addresses of a VIP range are somebody else's, and to give them back. */
final class TakenRangePart {
  private static final int MOST_LINES = 32;
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

  /** A part without the taken addresses: the largest in one piece, or all the rest in several. */
  static void fixes(Finding.Builder finding, VipRangeContents range, List<IPAddress> taken) {
    range.line().ifPresent(line -> choices(finding, line, taken));
    finding
        .fix(
            Fix.of(
                "write a range of its own in place of " + range.range(),
                Fix.Safety.MANUAL,
                List.of(),
                AnyipService.RESTART))
        .note(AnyipService.PROPERTY_NOTE);
  }

  private static void choices(
      Finding.Builder finding, AnyipRoutes.Line line, List<IPAddress> taken) {
    List<Cidr> blocks =
        line.range()
            .map(range -> FreeBlocks.of(range, taken))
            .map(FreeBlocks::blocks)
            .orElse(List.of());
    List<List<Cidr>> choices = new ArrayList<>();
    blocks.stream()
        .min(Comparator.comparingInt(Cidr::prefixLength))
        .ifPresent(largest -> choices.add(List.of(largest)));
    if (blocks.size() > 1 && blocks.size() <= MOST_LINES) {
      choices.add(blocks);
    }
    for (List<Cidr> choice : choices) {
      String text = choice.stream().map(Cidr::toString).collect(Collectors.joining("\n"));
      finding.fix(
          Fix.of(
              choice.size() == 1
                  ? "keep " + text + " of it"
                  : "keep all of it but "
                      + (taken.size() == 1 ? taken.get(0) : "these addresses")
                      + ", in "
                      + choice.size()
                      + " lines",
              Fix.Safety.UNSAFE,
              List.of(AnyipService.replacement(line, text)),
              AnyipService.RESTART));
    }
  }
}
